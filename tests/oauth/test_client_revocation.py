from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    RevocationRefused,
    RingAuthError,
    ServerProblem,
)
from ringauth_gui.oauth.client import REVOCATION_SECONDS, OAuthClient
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.scripted_send import ScriptedSend, response
from tests.oauth.client_use import BASIC, CONFIDENTIAL, PUBLIC, REFRESH, refusal


@pytest.mark.case("RV-05")
@pytest.mark.parametrize("registration", [CONFIDENTIAL, PUBLIC])
def test_one_revocation_in_the_body_ends_the_grant_rv_05(
    registration: ClientRegistration,
) -> None:
    send = ScriptedSend(response())

    OAuthClient(registration, send).revoke(REFRESH)

    request = send.requests[0]
    assert request.url == RINGCENTRAL.revocation_endpoint
    assert request.total_seconds == REVOCATION_SECONDS == 10
    if registration is PUBLIC:
        assert request.headers == {}
        assert request.form == {"token": REFRESH, "client_id": "client-1"}
    else:
        assert request.headers == {"Authorization": f"Basic {BASIC}"}
        assert request.form == {"token": REFRESH}


def _failed_revocation(answer: HttpResponse | Exception) -> RingAuthError:
    with pytest.raises(RingAuthError) as failed:
        OAuthClient(PUBLIC, ScriptedSend(answer)).revoke(REFRESH)
    return failed.value


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refused_revocation_is_told_and_not_repeated_rv_03(status: int) -> None:
    error = _failed_revocation(refusal(status, "invalid_client", "OAU-164"))

    assert type(error) is RevocationRefused


def test_a_server_problem_on_revocation_is_told_rv_03() -> None:
    assert type(_failed_revocation(refusal(500))) is ServerProblem


def test_too_many_revocations_are_told() -> None:
    assert type(_failed_revocation(refusal(429))) is RateLimited


def test_an_error_in_a_successful_revocation_is_an_error_r29() -> None:
    assert type(_failed_revocation(refusal(200, "invalid_client"))) is (
        RevocationRefused
    )


@pytest.mark.parametrize("before", [b"", b"\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_a_portals_page_is_no_revocation_r29(before: bytes) -> None:
    page = b"<!doctype html><title>Sign in to the network</title>"

    assert type(_failed_revocation(response(before + page))) is NotJson


@pytest.mark.parametrize("body", [b"", b"{}", b"OK", b"[]", b"\xff"])
def test_what_is_said_of_a_revocation_does_not_matter(body: bytes) -> None:
    send = ScriptedSend(response(body))

    OAuthClient(PUBLIC, send).revoke(REFRESH)

    assert len(send.requests) == 1


def test_a_redirected_revocation_is_not_followed_rv_04() -> None:
    redirect = response(b"", 307, {"location": "https://evil.example/revoke"})

    assert type(_failed_revocation(redirect)) is RedirectedElsewhere


def test_a_token_that_the_server_no_longer_knows_counts_as_revoked() -> None:
    OAuthClient(PUBLIC, ScriptedSend(refusal(400, "invalid_grant", "OAU-213"))).revoke(
        REFRESH
    )


def test_without_a_revocation_endpoint_nothing_is_sent() -> None:
    server = replace(RINGCENTRAL, revocation_endpoint=None)
    client = OAuthClient(replace(PUBLIC, server=server), ScriptedSend())

    with pytest.raises(RevocationRefused):
        client.revoke(REFRESH)

"""What a client makes of an answer that grants nothing."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    ClientRefused,
    GrantNoLongerValid,
    InvalidServerResponse,
    NetworkError,
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    RequestRefused,
    RingAuthError,
    ServerProblem,
    TokenRequestRefused,
)
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.exchange import HttpResponse
from tests.fakes.scripted_send import ScriptedSend, response
from tests.oauth.client_use import PUBLIC, REFRESH, TOKEN, exchange, refusal


def _failed_refresh(answer: HttpResponse) -> RingAuthError:
    """Return what a refresh raises; a second request would fail in ScriptedSend."""
    with pytest.raises(RingAuthError) as failed:
        OAuthClient(PUBLIC, ScriptedSend(answer)).refresh(REFRESH)
    return failed.value


def test_a_wrong_client_is_told_and_not_tried_again_tk_22() -> None:
    answer = replace(
        refusal(401, "invalid_client", "OAU-146"),
        headers={"www-authenticate": "Basic realm=x"},
    )

    error = _failed_refresh(answer)

    assert isinstance(error, ClientRefused)
    assert error.refusal.codes == ("OAU-146",)


@pytest.mark.parametrize("code", ["OAU-120", "OAU-123", "OAU-146", "OAU-153"])
def test_a_code_tells_a_wrong_client_whatever_the_error(code: str) -> None:
    assert type(_failed_refresh(refusal(400, "invalid_request", code))) is (
        ClientRefused
    )


@pytest.mark.parametrize("status", [400, 401, 403, 200])
def test_a_grant_that_is_over_is_told_tk_23(status: int) -> None:
    error = _failed_refresh(refusal(status, "invalid_grant", "OAU-213"))

    assert type(error) is GrantNoLongerValid


@pytest.mark.parametrize("code", ["OAU-210", "OAU-211", "OAU-213"])
def test_a_code_tells_a_grant_that_is_over(code: str) -> None:
    assert type(_failed_refresh(refusal(400, None, code))) is GrantNoLongerValid


@pytest.mark.parametrize("error", ["unauthorized_client", "invalid_scope", "odd"])
def test_any_other_refusal_is_just_that(error: str) -> None:
    assert type(_failed_refresh(refusal(400, error))) is TokenRequestRefused


def test_a_refusal_that_says_nothing_is_a_refusal_all_the_same() -> None:
    assert type(_failed_refresh(response({}, 400))) is TokenRequestRefused


@pytest.mark.parametrize("error", ["access_denied", "", 7, {}, []])
def test_an_error_wins_over_a_token_tk_30(error: object) -> None:
    body = {"access_token": "CANARY", "token_type": "bearer", "error": error}

    assert type(_failed_refresh(response(body))) is TokenRequestRefused


def test_an_error_of_null_is_no_error() -> None:
    body = {"access_token": "CANARY", "token_type": "bearer", "error": None}

    token = OAuthClient(PUBLIC, ScriptedSend(response(body))).refresh(REFRESH)

    assert token.access_token == "CANARY"


@pytest.mark.parametrize(
    "answer", [refusal(429), refusal(400, None, "CMN-301"), response(b"", 429)]
)
def test_too_many_calls_are_told_with_the_pause_tk_24(answer: HttpResponse) -> None:
    answer = replace(answer, headers={"retry-after": "120"})

    error = _failed_refresh(answer)

    assert isinstance(error, RateLimited)
    assert error.refusal.retry_after == 120


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_problem_is_no_judgement_of_the_grant_tk_26(status: int) -> None:
    page = response(b"<html>down</html>", status)
    grant = refusal(status, "invalid_grant")

    assert type(_failed_refresh(page)) is ServerProblem
    assert type(_failed_refresh(grant)) is ServerProblem


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_names_its_host_tk_20(status: int) -> None:
    headers = {"location": "https://user:CANARY@evil.example:8443/token?x"}

    error = _failed_refresh(response(TOKEN.body, status, headers))

    assert isinstance(error, RedirectedElsewhere)
    assert error.host == "evil.example:8443"
    assert error.status == status


@pytest.mark.parametrize("answer", [response(b"", 204), response(b"", 200)])
def test_an_empty_answer_is_none_tk_21(answer: HttpResponse) -> None:
    assert type(_failed_refresh(answer)) is NotJson


@pytest.mark.parametrize("status", [200, 400, 403])
def test_a_page_instead_of_an_answer_is_told_tk_03(status: int) -> None:
    assert type(_failed_refresh(response(b"<html>", status))) is NotJson


def test_json_that_is_no_token_answer_is_refused() -> None:
    assert type(_failed_refresh(response([1]))) is NotJson
    assert type(_failed_refresh(response({}))) is InvalidServerResponse


def test_a_network_error_passes_through_r14() -> None:
    with pytest.raises(NetworkError):
        exchange(NetworkError("host", "reset"))


def test_no_failure_quotes_a_secret_rd_02() -> None:
    for answer in (refusal(401, "invalid_client"), response(b"CANARY", 200)):
        error = _failed_refresh(answer)
        assert "CANARY" not in f"{error!r} {error} {error.args}"


def test_every_refusal_says_what_the_server_said() -> None:
    error = _failed_refresh(refusal(400, "invalid_scope", "OAU-117"))

    assert isinstance(error, RequestRefused)
    assert (str(error), error.refusal.codes) == ("invalid_scope", ("OAU-117",))

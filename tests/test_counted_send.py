"""Which requests are counted, and what becomes of those that fail."""

from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import caller_of
from ringauth_gui.counted_send import CountedSend
from ringauth_gui.errors import (
    CallsUsedUp,
    HostNotFound,
    NetworkError,
    PauseNotOver,
    RingAuthError,
)
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import ScriptedSend, response

USERINFO = f"{RINGCENTRAL.address}/restapi/oauth/userinfo"
SERVER = replace(RINGCENTRAL, userinfo_endpoint=USERINFO)
REGISTRATION = ClientRegistration(SERVER, "client-1", None, (), "ringcentral")
CALLER = caller_of(REGISTRATION)
REFRESH = HttpRequest(
    "POST", SERVER.token_endpoint, form={"grant_type": "refresh_token"}
)
EXCHANGE = HttpRequest(
    "POST", SERVER.token_endpoint, form={"grant_type": "authorization_code"}
)
ASSERTION = HttpRequest(
    "POST",
    SERVER.token_endpoint,
    form={"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer"},
)
REVOKE = HttpRequest("POST", SERVER.revocation_endpoint or "", form={"token": "t"})
API = HttpRequest("GET", f"{SERVER.address}/restapi/v1.0/account/~/extension/~")


@pytest.fixture
def counts(tmp_path: Path, clock: FixedClock) -> CallCounts:
    return CallCounts(tmp_path, clock)


def _send(
    counts: CallCounts, request: HttpRequest, *answers: HttpResponse | Exception
) -> ScriptedSend:
    script = ScriptedSend(*answers or (response(),))
    CountedSend(script, counts, REGISTRATION)(request)
    return script


def _use(counts: CallCounts, calls: int) -> None:
    for _ in range(calls):
        counts.end(CALLER, counts.start(CALLER, Purpose.LAST, 30.0))


@pytest.mark.parametrize(
    ("request_", "counted"),
    [
        (REFRESH, 1),
        (EXCHANGE, 1),
        (ASSERTION, 1),
        (REVOKE, 1),
        (HttpRequest("GET", USERINFO), 1),
        (API, 0),
    ],
)
def test_authentication_calls_are_counted_and_no_others(
    counts: CallCounts, clock: FixedClock, request_: HttpRequest, counted: int
) -> None:
    _send(counts, request_)

    assert counts.known(CALLER).left(clock()) == 5 - counted


@pytest.mark.parametrize("request_", [REFRESH, ASSERTION, HttpRequest("GET", USERINFO)])
def test_the_last_call_is_kept_for_revoke(
    counts: CallCounts, request_: HttpRequest
) -> None:
    _use(counts, 4)
    script = ScriptedSend()

    with pytest.raises(CallsUsedUp):
        CountedSend(script, counts, REGISTRATION)(request_)

    assert script.requests == []
    _send(counts, REVOKE)


def test_a_code_may_use_the_last_call_for_it_would_be_lost(counts: CallCounts) -> None:
    _use(counts, 4)

    assert len(_send(counts, EXCHANGE).requests) == 1


@pytest.mark.parametrize("request_", [REFRESH, EXCHANGE, REVOKE])
def test_nothing_is_sent_in_a_penalty_not_even_a_code(
    counts: CallCounts, clock: FixedClock, request_: HttpRequest
) -> None:
    _send(counts, REFRESH, response(status=429, headers={"retry-after": "50"}))
    clock.advance(49)
    script = ScriptedSend()

    with pytest.raises(PauseNotOver):
        CountedSend(script, counts, REGISTRATION)(request_)

    assert script.requests == []


@pytest.mark.parametrize(
    ("error", "left"), [(HostNotFound("h", "r"), 5), (NetworkError("h", "r"), 4)]
)
def test_a_call_that_may_have_arrived_is_counted(
    counts: CallCounts, clock: FixedClock, error: RingAuthError, left: int
) -> None:
    with pytest.raises(type(error)):
        _send(counts, REFRESH, error)

    assert counts.known(CALLER).left(clock()) == left


def test_a_call_whose_answer_was_lost_counts_no_longer_than_others(
    counts: CallCounts, clock: FixedClock
) -> None:
    with pytest.raises(NetworkError):
        _send(counts, REFRESH, NetworkError("platform.ringcentral.com", "reset"))

    clock.advance(60)

    assert counts.look(CALLER).left(clock()) == 5


@pytest.mark.parametrize("request_", [REFRESH, REVOKE, API])
def test_an_answer_of_the_host_that_issues_tokens_tells_its_servers_clock(
    counts: CallCounts, request_: HttpRequest
) -> None:
    script = _send(counts, request_)

    assert script.requests == [replace(request_, server=REGISTRATION.binding)]


def test_another_host_may_have_another_clock(counts: CallCounts) -> None:
    elsewhere = HttpRequest("GET", "https://api.example.org/userinfo")

    script = _send(counts, elsewhere)

    assert script.requests == [elsewhere]

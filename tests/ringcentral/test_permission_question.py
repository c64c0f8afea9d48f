"""The question for one permission by name."""

import pytest

from ringauth_gui.errors import (
    InvalidServerResponse,
    NetworkError,
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    ServerProblem,
)
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.api_paths import ACCOUNT, permission_check
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.identity import CheckResult, Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, Standing
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import refusal
from tests.fakes.scripted_send import ScriptedSend, response
from tests.ringcentral.token_checks import OTHER, check


def ask(answer: HttpResponse | Exception) -> CheckResult:
    send = ScriptedSend(answer)
    return TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).ask("SMS")


def test_a_permission_that_the_user_has_is_told() -> None:
    send = ScriptedSend(response({"successful": True}))

    result = TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).ask("SMS")

    assert result.asked == PermissionAnswer("SMS", Standing.HAS)
    assert result.answers == (result.asked,)
    assert send.requests[0].url == RINGCENTRAL.address + permission_check("SMS")


@pytest.mark.case("IN-13")
def test_what_is_asked_stays_one_value() -> None:
    name = "x&redirect_uri=https://evil.example#?"
    send = ScriptedSend(refusal(404, "CMN-102"))

    result = TokenCheck(RINGCENTRAL, "x", send, FixedClock()).ask(name)

    assert send.requests[0].url.endswith(
        "/check?permissionId=x%26redirect_uri%3Dhttps%3A%2F%2Fevil.example%23%3F"
    )
    assert result.asked is not None
    assert result.asked.standing is Standing.NO_SUCH_NAME


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (response({"successful": False}), Verdict.ACCEPTED),
        (refusal(404, "CMN-102"), Verdict.ACCEPTED),
        (refusal(401, "OAU-213"), Verdict.REFUSED),
        (refusal(404, "AGW-404"), Verdict.NOT_JUDGED),
    ],
)
def test_the_answer_to_a_question_judges_the_token_too(
    answer: HttpResponse, verdict: Verdict
) -> None:
    assert ask(answer).verdict is verdict


def test_a_question_adds_to_what_a_check_found() -> None:
    found, _ = check()

    known = found.followed_by(ask(response({"successful": False})))

    assert known.identity is not None
    assert known.verdict is Verdict.ACCEPTED
    assert known.asked == PermissionAnswer("SMS", Standing.LACKS)
    assert known.answers == (known.asked,)


def test_a_question_after_a_refresh_judges_the_new_token() -> None:
    refused, _ = check({ACCOUNT: refusal(401, "OAU-129")})
    former = refused.of_former_token()

    known = former.followed_by(ask(response({"successful": True})))

    assert former.is_former
    assert not known.is_former
    assert known.verdict is Verdict.ACCEPTED
    assert known.refusal is None
    assert known.identity is not None


def test_a_question_with_a_refused_token_takes_the_acceptance_back() -> None:
    found, _ = check()

    known = found.followed_by(ask(refusal(401, "OAU-128")))

    assert known.verdict is Verdict.REFUSED
    assert known.identity is not None


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal(429, "CMN-301"), RateLimited),
        (response(b"", 502), ServerProblem),
        (response(b"", 302, {"location": "https://e.example"}), RedirectedElsewhere),
        (response(b"<html>"), NotJson),
        (NetworkError("h", "r"), NetworkError),
    ],
)
def test_a_question_without_an_answer_is_an_error(
    answer: HttpResponse | Exception, error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(answer)


def test_another_server_has_no_such_question() -> None:
    with pytest.raises(InvalidServerResponse):
        TokenCheck(OTHER, "x", ScriptedSend(), FixedClock()).ask("SMS")

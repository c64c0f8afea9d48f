from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    InvalidServerResponse,
    NetworkError,
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    ServerProblem,
)
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.checks import (
    EXTENSION,
    PERMISSION_CHECK,
    VERSION,
    TokenCheck,
)
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import ScriptedSend, response

USERINFO = "https://server.example/userinfo"
OTHER = replace(RINGCENTRAL, speaks_ringcentral=False, userinfo_endpoint=USERINFO)
INFO = {
    "id": 9007199254740993,
    "extensionNumber": "102",
    "name": "Grace Practice",
    "type": "User",
    "status": "Enabled",
    "account": {"id": "400129284008"},
    "contact": {"email": "grace@practice.example", "company": "Practice"},
    "roles": [{"displayName": "Standard"}, {"id": 1}, "odd"],
}


def _refusal(status: int, code: str) -> HttpResponse:
    return response({"errorCode": code, "errors": [{"errorCode": code}]}, status)


def _check(
    *answers: HttpResponse | Exception, server: AuthorizationServer = RINGCENTRAL
) -> tuple[CheckResult, list[str]]:
    send = ScriptedSend(*answers)
    result = TokenCheck(server, "CANARY-access", send, FixedClock()).check()
    return result, [
        request.url.removeprefix(server.address) for request in send.requests
    ]


def test_extension_info_tells_whose_token_it_is() -> None:
    result, asked = _check(response(INFO))

    assert asked == [EXTENSION]
    assert result.verdict is Verdict.ACCEPTED
    assert result.refusal is None
    assert result.identity == Identity(
        extension_id="9007199254740993",
        name="Grace Practice",
        email="grace@practice.example",
        extension_number="102",
        extension_type="User",
        status="Enabled",
        account_id="400129284008",
        company="Practice",
        roles=("Standard",),
    )


@pytest.mark.parametrize(
    "odd", [{}, {"id": True, "roles": 7, "contact": [], "account": "x", "name": ["x"]}]
)
def test_members_of_another_kind_are_not_told(odd: object) -> None:
    result, _ = _check(response(odd))

    assert result.identity == Identity(extension_id="")


def test_the_access_token_is_sent_as_bearer_only() -> None:
    send = ScriptedSend(response(INFO))

    TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).check()

    assert send.requests[0].headers == {"Authorization": "Bearer CANARY-access"}
    assert "CANARY" not in send.requests[0].url


def test_a_missing_scope_falls_back_to_the_call_that_needs_none() -> None:
    result, asked = _check(_refusal(403, "CMN-401"), response({"successful": False}))

    assert asked == [EXTENSION, PERMISSION_CHECK]
    assert result.verdict is Verdict.APP_LACKS_SCOPE
    assert result.refusal is not None
    assert result.refusal.codes == ("CMN-401",)


def test_a_second_refusal_in_the_words_of_the_api_proves_acceptance() -> None:
    result, _ = _check(_refusal(403, "CMN-401"), _refusal(403, "CMN-404"))

    assert result.verdict is Verdict.APP_LACKS_SCOPE


def test_a_page_of_somebody_else_proves_nothing() -> None:
    page = response(b"<html>Forbidden by the proxy</html>", 403)

    result, asked = _check(page, page, response({}))

    assert asked == [EXTENSION, PERMISSION_CHECK, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_a_token_refused_by_the_second_call_is_refused() -> None:
    result, _ = _check(_refusal(403, "CMN-401"), _refusal(401, "OAU-213"))

    assert result.verdict is Verdict.REFUSED


def test_a_missing_permission_of_the_user_is_told_apart() -> None:
    result, asked = _check(_refusal(403, "CMN-408"))

    assert asked == [EXTENSION]
    assert result.verdict is Verdict.USER_LACKS_PERMISSION


def test_a_refused_token_is_told_with_its_code() -> None:
    result, asked = _check(_refusal(401, "OAU-213"))

    assert asked == [EXTENSION]
    assert result.verdict is Verdict.REFUSED
    assert result.identity is None
    assert result.refusal is not None
    assert result.refusal.codes == ("OAU-213",)


def test_where_nothing_answers_version_info_tells_whether_anybody_is_there() -> None:
    result, asked = _check(_refusal(404, "AGW-404"), response({}))

    assert asked == [EXTENSION, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_version_info_is_asked_without_the_token() -> None:
    send = ScriptedSend(_refusal(404, "AGW-404"), response({}))

    TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).check()

    assert send.requests[1].headers == {}


def test_a_server_that_cannot_be_reached_did_not_judge() -> None:
    with pytest.raises(NetworkError):
        _check(_refusal(404, "AGW-404"), NetworkError("host", "refused"))
    with pytest.raises(NetworkError):
        _check(NetworkError("host", "refused"))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (_refusal(429, "CMN-301"), RateLimited),
        (response(b"", 503), ServerProblem),
        (
            response(b"", 302, {"location": "https://evil.example/"}),
            RedirectedElsewhere,
        ),
        (response(b"<html>"), NotJson),
        (response([]), NotJson),
    ],
)
def test_an_answer_that_judges_nothing_is_an_error(
    answer: HttpResponse, error: type[Exception]
) -> None:
    with pytest.raises(error):
        _check(answer)


def test_a_busy_server_on_the_second_call_is_an_error_too() -> None:
    with pytest.raises(RateLimited):
        _check(_refusal(403, "CMN-401"), _refusal(429, "CMN-301"))


def test_another_server_is_asked_for_userinfo() -> None:
    send = ScriptedSend(response({"sub": "u1", "given_name": "Ada", "email": "a@b.c"}))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check()

    assert send.requests[0].url == USERINFO
    assert result.identity == Identity("u1", name="Ada", email="a@b.c")


def test_another_server_has_no_second_call() -> None:
    result, asked = _check(response({}, 403), server=OTHER)

    assert asked == [USERINFO]
    assert result.verdict is Verdict.NOT_JUDGED


def test_a_server_without_userinfo_cannot_be_asked() -> None:
    with pytest.raises(InvalidServerResponse):
        _check(server=replace(OTHER, userinfo_endpoint=None))


class _Clock(FixedClock):
    def __init__(self, *moments: Moment) -> None:
        super().__init__()
        self._moments = list(moments)

    def __call__(self) -> Moment:  # type: ignore[explicit-override]  # of the test
        return self._moments.pop(0)


@pytest.mark.parametrize(
    ("start", "end"),
    [(Moment(100.0, 5.0), Moment(0.0, 7.0)), (Moment(100.0), Moment(102.0))],
)
def test_the_time_taken_is_measured(start: Moment, end: Moment) -> None:
    send = ScriptedSend(response(INFO))

    result = TokenCheck(RINGCENTRAL, "x", send, _Clock(start, end)).check()

    assert (result.checked, result.seconds) == (end, 2.0)

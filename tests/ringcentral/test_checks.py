from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    InvalidServerResponse,
    NetworkError,
    NotJson,
    OperationCancelled,
    RateLimited,
    RedirectedElsewhere,
    ServerProblem,
)
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.api_paths import (
    ACCOUNT,
    EXTENSION,
    PERMISSION_CHECK,
    PERMISSIONS,
    VERSION,
    permission_check,
)
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.ringcentral.user_permissions import (
    PermissionAnswer,
    Standing,
    UserPermissions,
)
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import Answers, ScriptedApi, has, lacks, refusal
from tests.fakes.scripted_send import ScriptedSend, response

USERINFO = "https://server.example/userinfo"
OTHER = replace(RINGCENTRAL, speaks_ringcentral=False, userinfo_endpoint=USERINFO)
PAGE = response(b"<html>Forbidden by the proxy</html>", 403)


def _check(
    answers: Answers | None = None, *scope: str
) -> tuple[CheckResult, list[str]]:
    api = ScriptedApi(answers)
    result = TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check(scope)
    return result, api.asked


def _ask(answer: HttpResponse | Exception) -> CheckResult:
    send = ScriptedSend(answer)
    return TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).ask("SMS")


def test_a_check_tells_who_it_is_which_account_and_what_the_user_may_do() -> None:
    result, asked = _check()

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
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
    assert result.account == Account(
        account_id="400129284008",
        main_number="+16505550100",
        status="Confirmed",
        brand_id="1210",
        brand_name="RingCentral",
    )
    names = ("ReadExtensions", "ReadCompanyInfo", "SMS")
    assert result.permissions == UserPermissions(names)
    assert result.untold == ()


@pytest.mark.parametrize(
    "odd", [{}, {"id": True, "roles": 7, "contact": [], "account": "x", "name": ["x"]}]
)
def test_members_of_another_kind_are_not_told(odd: object) -> None:
    answers = (EXTENSION, ACCOUNT, PERMISSIONS)

    result, _ = _check({path: response(odd) for path in answers})

    assert result.verdict is Verdict.ACCEPTED
    assert result.identity == Identity(extension_id="")
    assert result.account == Account(account_id=None)
    assert result.permissions == UserPermissions(())


def test_the_access_token_is_sent_as_bearer_only() -> None:
    api = ScriptedApi()

    TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check(["Faxes"])

    assert len(api.requests) == 4
    for request in api.requests:
        assert request.headers == {"Authorization": "Bearer CANARY-access"}
        assert "CANARY" not in request.url


def test_a_missing_scope_is_told_with_what_needs_none() -> None:
    answers = {EXTENSION: refusal(403, "CMN-401"), **lacks("ReadExtensions")}

    result, asked = _check(answers)

    assert asked == [EXTENSION, PERMISSION_CHECK, PERMISSIONS]
    assert result.verdict is Verdict.APP_LACKS_SCOPE
    assert result.refusal is not None
    assert result.refusal.codes == ("CMN-401",)
    assert result.permissions is not None


def test_a_missing_permission_of_the_user_is_told_apart() -> None:
    result, asked = _check({EXTENSION: refusal(403, "CMN-408")})

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
    assert result.verdict is Verdict.USER_LACKS_PERMISSION
    assert result.account is not None


def test_another_refusal_of_the_api_proves_acceptance_and_blames_nobody() -> None:
    result, asked = _check({EXTENSION: refusal(403, "CMN-109")})

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
    assert result.verdict is Verdict.ACCEPTED
    assert result.identity is None
    assert result.refusal is not None


@pytest.mark.parametrize("second", [response({}), refusal(403, "CMN-404")])
def test_a_page_of_somebody_else_has_the_api_asked_a_second_time(
    second: HttpResponse,
) -> None:
    result, asked = _check({EXTENSION: PAGE, PERMISSION_CHECK: second})

    assert asked[:2] == [EXTENSION, PERMISSION_CHECK]
    assert result.verdict is Verdict.ACCEPTED


def test_a_page_of_somebody_else_proves_nothing() -> None:
    result, asked = _check({EXTENSION: PAGE, PERMISSION_CHECK: PAGE})

    assert asked == [EXTENSION, PERMISSION_CHECK, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_a_token_refused_by_the_second_call_is_refused() -> None:
    refused = refusal(401, "OAU-213")

    result, _ = _check({EXTENSION: PAGE, PERMISSION_CHECK: refused})

    assert result.verdict is Verdict.REFUSED


def test_a_refused_token_is_told_with_its_code_and_not_used_again() -> None:
    result, asked = _check({EXTENSION: refusal(401, "OAU-213")})

    assert asked == [EXTENSION]
    assert result.verdict is Verdict.REFUSED
    assert result.identity is None
    assert result.refusal is not None
    assert result.refusal.codes == ("OAU-213",)


@pytest.mark.parametrize("path", [ACCOUNT, PERMISSIONS, permission_check("Faxes")])
def test_a_token_that_any_call_refuses_is_refused(path: str) -> None:
    result, asked = _check({path: refusal(401, "OAU-128")}, "Faxes", "Glip")

    assert asked[-1] == path
    assert result.verdict is Verdict.REFUSED
    assert result.refusal is not None
    assert result.refusal.codes == ("OAU-128",)
    assert result.identity is not None


def test_where_nothing_answers_version_info_tells_whether_anybody_is_there() -> None:
    result, asked = _check({EXTENSION: refusal(404, "AGW-404")})

    assert asked == [EXTENSION, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_version_info_is_asked_without_the_token() -> None:
    api = ScriptedApi({EXTENSION: refusal(404, "AGW-404")})

    TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check()

    assert api.requests[1].headers == {}


def test_a_server_that_cannot_be_reached_did_not_judge() -> None:
    gone = NetworkError("host", "refused")

    with pytest.raises(NetworkError):
        _check({EXTENSION: refusal(404, "AGW-404"), VERSION: gone})
    with pytest.raises(NetworkError):
        _check({EXTENSION: gone})


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal(429, "CMN-301"), RateLimited),
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
        _check({EXTENSION: answer})


def test_a_busy_server_on_the_second_call_is_an_error_where_nothing_is_proved() -> None:
    with pytest.raises(RateLimited):
        _check({EXTENSION: PAGE, PERMISSION_CHECK: refusal(429, "CMN-301")})


def test_a_check_can_be_cancelled_in_every_call() -> None:
    for path in (EXTENSION, ACCOUNT, PERMISSIONS, permission_check("Faxes")):
        with pytest.raises(OperationCancelled):
            _check({path: OperationCancelled()}, "Faxes")


def test_another_server_is_asked_for_userinfo_only() -> None:
    send = ScriptedSend(response({"sub": "u1", "given_name": "Ada", "email": "a@b.c"}))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check(["openid"])

    assert [request.url for request in send.requests] == [USERINFO]
    assert result.identity == Identity("u1", name="Ada", email="a@b.c")


@pytest.mark.parametrize(
    ("members", "name"),
    [
        ({"given_name": "Ada", "family_name": "Practice"}, "Ada Practice"),
        ({"family_name": "Practice"}, "Practice"),
        ({"name": "A. P.", "given_name": "Ada", "family_name": "Practice"}, "A. P."),
        ({"given_name": None, "family_name": ""}, None),
    ],
)
def test_a_name_in_parts_is_put_together(
    members: dict[str, object], name: str | None
) -> None:
    send = ScriptedSend(response({"sub": "u1", **members}))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check()

    assert result.identity == Identity("u1", name=name)


def test_another_server_has_no_second_call() -> None:
    send = ScriptedSend(response({}, 403))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check()

    assert result.verdict is Verdict.NOT_JUDGED


def test_a_server_without_userinfo_cannot_be_asked() -> None:
    server = replace(OTHER, userinfo_endpoint=None)

    with pytest.raises(InvalidServerResponse):
        TokenCheck(server, "x", ScriptedSend(), FixedClock()).check()


@pytest.mark.parametrize(
    ("start", "end"),
    [(Moment(100.0, 5.0), Moment(0.0, 7.0)), (Moment(100.0), Moment(102.0))],
)
def test_the_time_taken_is_measured(start: Moment, end: Moment) -> None:
    api, times = ScriptedApi(), [start]

    check = TokenCheck(RINGCENTRAL, "x", api, lambda: times.pop(0) if times else end)
    result = check.check()

    assert (result.checked, result.seconds) == (end, 2.0)


def test_all_calls_together_have_a_deadline() -> None:
    clock = FixedClock()
    api = ScriptedApi()

    def send(request: object) -> HttpResponse:
        clock.advance(20)
        return api(request)  # type: ignore[arg-type] # it is what the check sends

    TokenCheck(RINGCENTRAL, "x", send, clock).check(["Faxes"])

    seconds = [request.total_seconds for request in api.requests]
    assert seconds == [30.0, 25.0, 5.0, 1.0]


def test_a_permission_that_the_user_has_is_told() -> None:
    send = ScriptedSend(response({"successful": True}))

    result = TokenCheck(RINGCENTRAL, "CANARY-access", send, FixedClock()).ask("SMS")

    assert result.asked == PermissionAnswer("SMS", Standing.HAS)
    assert result.answers == (result.asked,)
    assert send.requests[0].url == RINGCENTRAL.address + permission_check("SMS")


def test_what_is_asked_stays_one_value_in_13() -> None:
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
    assert _ask(answer).verdict is verdict


def test_a_question_adds_to_what_a_check_found() -> None:
    found, _ = _check()

    known = found.followed_by(_ask(response({"successful": False})))

    assert known.identity is not None
    assert known.verdict is Verdict.ACCEPTED
    assert known.asked == PermissionAnswer("SMS", Standing.LACKS)
    assert known.answers == (known.asked,)


def test_a_question_after_a_refresh_judges_the_new_token() -> None:
    refused, _ = _check({ACCOUNT: refusal(401, "OAU-129")})
    former = refused.of_former_token()

    known = former.followed_by(_ask(response({"successful": True})))

    assert former.is_former
    assert not known.is_former
    assert known.verdict is Verdict.ACCEPTED
    assert known.refusal is None
    assert known.identity is not None


def test_a_question_with_a_refused_token_takes_the_acceptance_back() -> None:
    found, _ = _check()

    known = found.followed_by(_ask(refusal(401, "OAU-128")))

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
        _ask(answer)


def test_another_server_has_no_such_question() -> None:
    with pytest.raises(InvalidServerResponse):
        TokenCheck(OTHER, "x", ScriptedSend(), FixedClock()).ask("SMS")


def test_scopes_of_the_sign_in_and_those_with_known_needs_are_not_asked_about() -> None:
    _, asked = _check(None, "openid", "email", "profile", "ReadAccounts")

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]


def test_a_scope_that_the_users_list_does_not_name_is_asked_about() -> None:
    answers = {**has("Faxes"), **lacks("RingOut")}

    result, asked = _check(answers, "ReadAccounts", "Faxes", "RingOut", "Glip", "SMS")

    assert asked[3:] == [permission_check(n) for n in ("Faxes", "RingOut", "Glip")]
    told = {answer.name: answer.standing for answer in result.answers}
    assert told == {
        "Faxes": Standing.HAS,
        "RingOut": Standing.LACKS,
        "Glip": Standing.NO_SUCH_NAME,
    }

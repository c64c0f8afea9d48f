"""What the answers to "who am I" and a second call prove of a token."""

import pytest

from ringauth_gui.errors import (
    NetworkError,
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    ServerProblem,
)
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.api_paths import (
    ACCOUNT,
    EXTENSION,
    PERMISSION_CHECK,
    PERMISSIONS,
    VERSION,
    permission_check,
)
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import ScriptedApi, lacks, refusal
from tests.fakes.scripted_send import response
from tests.ringcentral.token_checks import check

PAGE = response(b"<html>Forbidden by the proxy</html>", 403)


def test_a_missing_scope_is_told_with_what_needs_none() -> None:
    answers = {EXTENSION: refusal(403, "CMN-401"), **lacks("ReadExtensions")}

    result, asked = check(answers)

    assert asked == [EXTENSION, PERMISSION_CHECK, PERMISSIONS]
    assert result.verdict is Verdict.APP_LACKS_SCOPE
    assert result.refusal is not None
    assert result.refusal.codes == ("CMN-401",)
    assert result.permissions is not None


def test_a_missing_permission_of_the_user_is_told_apart() -> None:
    result, asked = check({EXTENSION: refusal(403, "CMN-408")})

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
    assert result.verdict is Verdict.USER_LACKS_PERMISSION
    assert result.account is not None


def test_another_refusal_of_the_api_proves_acceptance_and_blames_nobody() -> None:
    result, asked = check({EXTENSION: refusal(403, "CMN-109")})

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
    assert result.verdict is Verdict.ACCEPTED
    assert result.identity is None
    assert result.refusal is not None


@pytest.mark.parametrize("second", [response({}), refusal(403, "CMN-404")])
def test_a_page_of_somebody_else_has_the_api_asked_a_second_time(
    second: HttpResponse,
) -> None:
    result, asked = check({EXTENSION: PAGE, PERMISSION_CHECK: second})

    assert asked[:2] == [EXTENSION, PERMISSION_CHECK]
    assert result.verdict is Verdict.ACCEPTED


def test_a_page_of_somebody_else_proves_nothing() -> None:
    result, asked = check({EXTENSION: PAGE, PERMISSION_CHECK: PAGE})

    assert asked == [EXTENSION, PERMISSION_CHECK, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_a_token_refused_by_the_second_call_is_refused() -> None:
    refused = refusal(401, "OAU-213")

    result, _ = check({EXTENSION: PAGE, PERMISSION_CHECK: refused})

    assert result.verdict is Verdict.REFUSED


def test_a_refused_token_is_told_with_its_code_and_not_used_again() -> None:
    result, asked = check({EXTENSION: refusal(401, "OAU-213")})

    assert asked == [EXTENSION]
    assert result.verdict is Verdict.REFUSED
    assert result.identity is None
    assert result.refusal is not None
    assert result.refusal.codes == ("OAU-213",)


@pytest.mark.parametrize("path", [ACCOUNT, PERMISSIONS, permission_check("Faxes")])
def test_a_token_that_any_call_refuses_is_refused(path: str) -> None:
    result, asked = check({path: refusal(401, "OAU-128")}, "Faxes", "Glip")

    assert asked[-1] == path
    assert result.verdict is Verdict.REFUSED
    assert result.refusal is not None
    assert result.refusal.codes == ("OAU-128",)
    assert result.identity is not None


def test_where_nothing_answers_version_info_tells_whether_anybody_is_there() -> None:
    result, asked = check({EXTENSION: refusal(404, "AGW-404")})

    assert asked == [EXTENSION, VERSION]
    assert result.verdict is Verdict.NOT_JUDGED


def test_version_info_is_asked_without_the_token() -> None:
    api = ScriptedApi({EXTENSION: refusal(404, "AGW-404")})

    TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check()

    assert api.requests[1].headers == {}


def test_a_server_that_cannot_be_reached_did_not_judge() -> None:
    gone = NetworkError("host", "refused")

    with pytest.raises(NetworkError):
        check({EXTENSION: refusal(404, "AGW-404"), VERSION: gone})
    with pytest.raises(NetworkError):
        check({EXTENSION: gone})


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
        check({EXTENSION: answer})


def test_a_busy_server_on_the_second_call_is_an_error_where_nothing_is_proved() -> None:
    with pytest.raises(RateLimited):
        check({EXTENSION: PAGE, PERMISSION_CHECK: refusal(429, "CMN-301")})

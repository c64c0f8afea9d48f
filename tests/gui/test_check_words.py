"""What the message bar says after a Check: who or what is missing, and what to do."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.check_words import check_message
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.ringcentral.identity import CheckResult, Subject, Untold, Verdict
from ringauth_gui.storage.profile import ServerKind
from tests.gui.check_examples import FULL, NOW
from tests.gui.shell import SUPPORT
from tests.gui.token_examples import token

STATE = SessionState(SUPPORT, opened=True, token=token())
PRACTICE = replace(STATE, profile=replace(SUPPORT, server=ServerKind.PRACTICE))
PAUSE = Refusal(429, codes=("CMN-301",), retry_after=45.0)


def _said(result: CheckResult, state: SessionState = STATE) -> Message:
    message = check_message(state, result)
    assert message is not None
    return message


def _without_identity(verdict: Verdict, refusal: Refusal | None) -> CheckResult:
    return CheckResult(verdict, None, refusal, NOW, 0.1)


def _partly(*untold: Untold) -> CheckResult:
    return replace(FULL, untold=untold)


def test_a_token_that_told_everything_needs_no_words() -> None:
    assert check_message(STATE, FULL) is None


def test_a_scope_that_the_app_lacks_is_named_with_what_to_do() -> None:
    refusal = Refusal(403, codes=("CMN-401",), permission="ReadAccounts")

    said = _said(_without_identity(Verdict.APP_LACKS_SCOPE, refusal))

    assert said.title == "The token works; the app lacks the scope ReadAccounts"
    assert "Add it to the app, then authorize again" in said.advice
    assert "Developer console" in said.advice
    assert said.details == "CMN-401 · HTTP 403"
    assert said.codes == "CMN-401"
    assert [action.key for action in said.actions] == ["authorize"]


def test_a_permission_that_the_user_lacks_is_named_with_what_to_do() -> None:
    refusal = Refusal(403, codes=("CMN-408",), permission="ReadExtensions")

    said = _said(_without_identity(Verdict.USER_LACKS_PERMISSION, refusal))

    assert said.title == "The token works; the user lacks the permission ReadExtensions"
    assert "An administrator can add it" in said.advice
    assert "A new scope of the app does not help." in said.advice
    assert said.actions == ()


@pytest.mark.parametrize(
    ("subject", "code", "missing"),
    [
        (Subject.ACCOUNT, "CMN-401", "the app lacks the scope ReadAccounts"),
        (Subject.ACCOUNT, "CMN-408", "the user lacks the permission ReadCompanyInfo"),
        (Subject.PERMISSIONS, "CMN-401", "the app lacks a scope"),
        (Subject.PERMISSIONS, "CMN-408", "the user lacks a permission"),
    ],
)
def test_what_an_answer_does_not_name_is_what_the_call_is_known_to_need(
    subject: Subject, code: str, missing: str
) -> None:
    said = _said(_partly(Untold(subject, Refusal(403, codes=(code,)))))

    assert said.title == f"The token works; {missing}"
    assert said.kind is MessageKind.WARNING


def test_what_the_app_and_the_user_lack_together_is_told_of_each() -> None:
    refusal = Refusal(403, codes=("CMN-408",))
    account = Untold(Subject.ACCOUNT, Refusal(403, codes=("CMN-401",)))
    result = _without_identity(Verdict.USER_LACKS_PERMISSION, refusal)

    said = _said(replace(result, untold=(account,)))

    assert said.title == "The token works; the user lacks the permission ReadExtensions"
    assert said.advice.endswith(
        "The account: the app lacks the scope ReadAccounts (CMN-401)."
    )


def test_a_refused_token_is_told_with_the_reason_of_its_code() -> None:
    refusal = Refusal(401, codes=("OAU-128",))

    said = _said(_without_identity(Verdict.REFUSED, refusal))

    assert said.kind is MessageKind.BAD
    assert said.title == "The API refuses this token"
    assert said.advice.startswith("The access token has expired. Refresh it.")
    assert [action.key for action in said.actions] == ["authorize"]


def test_a_refused_token_without_a_code_is_told_in_general_words() -> None:
    result = _without_identity(Verdict.REFUSED, Refusal(401))

    assert "revoked, replaced" in _said(result).advice
    assert "forgets its sessions" not in _said(result).advice
    assert "forgets its sessions" in _said(result, PRACTICE).advice


def test_the_practice_servers_forgetting_is_told() -> None:
    refusal = Refusal(401, codes=("OAU-213",))

    said = _said(_without_identity(Verdict.REFUSED, refusal), PRACTICE)

    assert "when the RingAuth window that runs it closes" in said.advice


def test_a_server_that_does_not_judge_is_told() -> None:
    refusal = Refusal(404, codes=("AGW-404",))

    said = _said(_without_identity(Verdict.NOT_JUDGED, refusal))

    assert said.title == "The server answered, but did not judge the token"


def test_a_pause_is_told_with_its_length_and_what_it_cost() -> None:
    untold = (Untold(Subject.ACCOUNT, PAUSE), Untold(Subject.PERMISSIONS, PAUSE))

    said = _said(_partly(*untold))

    assert said.title == "The token works; the API asks for a pause"
    assert "Wait 45 s, then press Check again." in said.advice
    assert "The user's permissions: the API asks for a pause of 45 s." in said.advice


def test_another_refusal_is_told_with_the_reason_of_its_code() -> None:
    refusal = Refusal(403, codes=("CMN-403",))

    said = _said(_without_identity(Verdict.ACCEPTED, refusal))

    assert said.title == "The token works; not everything was told"
    assert "This kind of extension does not have the feature." in said.advice
    assert "Whose it is: the API answers CMN-403 · HTTP 403." in said.advice


def test_a_code_that_nobody_knows_is_quoted() -> None:
    said = _said(_partly(Untold(Subject.ACCOUNT, Refusal(418, codes=("XYZ-1",)))))

    assert said.advice == "The account: the API answers XYZ-1 · HTTP 418."


def test_an_answer_that_did_not_come_is_told_with_its_reason() -> None:
    said = _said(_partly(Untold(Subject.PERMISSIONS, reason="it is not JSON")))

    expected = "The user's permissions: no usable answer: it is not JSON."
    assert said.advice == expected
    assert said.details == ""


def test_what_else_is_missing_is_told_after_the_first() -> None:
    untold = (
        Untold(Subject.ACCOUNT, Refusal(403, codes=("CMN-408",))),
        Untold(Subject.PERMISSIONS, Refusal(403, codes=("CMN-404",))),
    )

    said = _said(_partly(*untold))

    assert said.title.endswith("lacks the permission ReadCompanyInfo")
    assert "The user's permissions: the API answers CMN-404 · HTTP 403." in said.advice

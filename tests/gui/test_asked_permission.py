"""The question for one permission, from the session to what is known afterwards."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import RateLimited, Refusal
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, Standing
from ringauth_gui.storage.profile import ServerKind
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ISSUED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

ADA = Identity("256440016", "Ada Lovelace")
CHECKED = CheckResult(Verdict.ACCEPTED, ADA, None, ISSUED, 0.1)
HAS_SMS = PermissionAnswer("SMS", Standing.HAS)
ANSWERED = CheckResult(
    Verdict.ACCEPTED, None, None, ISSUED, 0.1, answers=(HAS_SMS,), asked=HAS_SMS
)
REFUSED = CheckResult(
    Verdict.REFUSED, None, Refusal(401, codes=("OAU-213",)), ISSUED, 0.1
)


def _ask(shell: Shell, outcome: object) -> None:
    shell.authorizer.outcomes["ask"] = outcome
    assert shell.sessions.current is not None
    shell.sessions.current.ask_permission("SMS")
    shell.wait_idle()


def test_an_answer_is_known_beside_what_the_check_found(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = CHECKED
    shell.act("checkButton")

    _ask(shell, ANSWERED)

    assert shell.authorizer.questions == ["SMS"]
    assert shell.state.check is not None
    assert shell.state.check.identity == ADA
    assert shell.state.check.asked == HAS_SMS


def test_a_question_needs_no_check_before_it(shell: Shell) -> None:
    shell.start_signed_in()

    _ask(shell, ANSWERED)

    assert shell.state.check == ANSWERED


def test_a_refused_token_is_told_in_the_message_bar(shell: Shell) -> None:
    shell.start_signed_in()

    _ask(shell, REFUSED)

    assert "refuses this token" in shell.text("messageTitle")


def test_a_pause_for_questions_stops_no_refresh(shell: Shell) -> None:
    shell.start_signed_in()
    pause = RateLimited(Refusal(429, codes=("CMN-301",), retry_after=45.0))

    _ask(shell, pause)

    assert shell.state.failed is Activity.ASKING
    assert "45 s" in shell.text("messageText")
    assert shell.button("refreshButton").isEnabled()


def test_another_server_is_asked_nothing(shell: Shell) -> None:
    shell.start_signed_in()
    state = replace(shell.state, profile=replace(SUPPORT, server=ServerKind.OTHER))

    assert state.why_no_question() == "Only RingCentral answers what a user may do."
    assert shell.state.why_no_question() is None

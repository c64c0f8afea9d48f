"""The question for one permission, from the session to what is known afterwards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView, QTextEdit

from ringauth_gui.errors import RateLimited, Refusal
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.ringcentral.identity import (
    CheckResult,
    Identity,
    Subject,
    Untold,
    Verdict,
)
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, Standing
from ringauth_gui.storage.profile import ServerKind
from tests.gui.account_use import table_rows
from tests.gui.reading import child
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


def test_a_pause_of_the_api_is_waited_for_and_stops_no_refresh(shell: Shell) -> None:
    shell.start_signed_in()
    pause = RateLimited(Refusal(429, codes=("CMN-301",), retry_after=45.0))

    _ask(shell, pause)

    assert shell.state.failed is Activity.ASKING
    assert "45 s" in shell.text("messageText")
    assert shell.button("refreshButton").isEnabled()
    assert not shell.button("checkButton").isEnabled()
    assert shell.button("checkButton").toolTip().endswith("wait 45 s.")

    shell.tick(45)

    assert shell.button("checkButton").isEnabled()


def test_a_pause_that_a_check_met_on_its_way_is_waited_for_too(shell: Shell) -> None:
    shell.start_signed_in()
    pause = Untold(Subject.PERMISSIONS, Refusal(429, retry_after=30.0))
    checked = replace(CHECKED, checked=shell.clock(), untold=(pause,))
    shell.authorizer.outcomes["check"] = checked

    shell.act("checkButton")

    now = shell.clock()
    assert shell.state.why_no_check(now) == shell.state.why_no_question(now)
    assert "wait 30 s" in (shell.state.why_no_check(now) or "")
    assert shell.text("identityLine") == "Ada Lovelace"


def test_another_server_is_asked_nothing(shell: Shell) -> None:
    shell.start_signed_in()
    state = replace(shell.state, profile=replace(SUPPORT, server=ServerKind.OTHER))

    why_not = state.why_no_question(shell.clock())
    assert why_not == "Only RingCentral answers what a user may do."
    assert shell.state.why_no_question(shell.clock()) is None


def test_the_field_asks_and_the_answer_is_read_below_it(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("Account")
    shell.authorizer.outcomes["ask"] = ANSWERED

    shell.type_in("permissionEdit", "SMS")
    shell.act("askPermissionButton")

    assert shell.authorizer.questions == ["SMS"]
    answer = child(shell.window, QTextEdit, "permissionAnswer")
    assert answer.toPlainText() == "✓ SMS: the user has it"
    assert ("SMS", "✓ yes", "✓ yes", "allowed") in table_rows(shell.window)


def test_a_question_can_be_cancelled(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("Account")
    shell.authorizer.held.add("ask")
    shell.type_in("permissionEdit", "SMS")
    shell.click("askPermissionButton")
    shell.wait_until(shell.button("cancelButton").isVisible)
    assert not shell.button("askPermissionButton").isEnabled()

    shell.act("cancelButton")

    assert shell.state.check is None
    assert shell.button("askPermissionButton").isEnabled()


def test_rows_are_copied_to_the_clipboard(shell: Shell) -> None:
    shell.start_signed_in()
    _ask(shell, ANSWERED)
    shell.show_tab("Account")
    table = child(shell.window, QTableView, "permissionTable")
    table.selectRow(2)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "SMS\t✓ yes\t✓ yes\tallowed"


def test_without_a_token_the_question_says_what_to_do_first(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.show_tab("Account")

    tip = shell.button("askPermissionButton").toolTip()
    assert tip == "There is no token. Press Authorize first."


def test_a_new_profile_shows_nothing_of_the_one_before(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("Account")
    _ask(shell, ANSWERED)

    shell.click("newProfileButton")

    assert table_rows(shell.window) == []
    tip = shell.button("askPermissionButton").toolTip()
    assert tip == "Save the profile first."


def test_the_question_names_no_cost_of_another_server(shell: Shell) -> None:
    shell.start(replace(SUPPORT, server=ServerKind.OTHER))
    shell.show_tab("Account")

    note = child(shell.window, QLabel, "checkCostNote")
    assert note.text() == ""

"""The check of this computer and the report, as a person uses them."""

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ringauth_gui.checkup.finding import Check, Finding, Verdict
from ringauth_gui.errors import HostNotFound, OperationCancelled
from ringauth_gui.gui.checkup_dialog import CheckupDialog
from ringauth_gui.gui.report_dialog import ReportDialog
from ringauth_gui.storage.profile import ServerKind
from tests.gui.exchange_examples import CANARY, answered
from tests.gui.menu_use import actions, press
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

FREE = Finding(Verdict.GOOD, "The port is free.")
ELSEWHERE = replace(DEVELOPER, server=ServerKind.RINGCENTRAL_BIZ)
NO_BROWSER = Finding(Verdict.BAD, "There is no browser.", "Install one.", ("line",))


@dataclass
class Held:
    """A check that ends when it is told to, or cancelled."""

    finding: Finding = FREE
    go: threading.Event = field(default_factory=threading.Event)

    def run(self, cancel: threading.Event) -> Finding:
        while not self.go.wait(0.01):
            if cancel.is_set():
                break
        return self.finding


def check(key: str, finding: Finding) -> Check:
    return Check(key, key.capitalize(), lambda _cancel: finding)


def dialog_of(shell: Shell) -> CheckupDialog:
    return child(shell.window, CheckupDialog, "checkupDialog")


def text(shell: Shell, name: str) -> str:
    return child(dialog_of(shell), QLabel, name).text()


def wait_until_ended(shell: Shell) -> None:
    again = child(dialog_of(shell), QPushButton, "checkAgainButton")
    shell.wait_until(again.isVisible)


def open_checkup(shell: Shell, *checks: Check) -> None:
    shell.checks = checks
    press(shell, "Check this computer…")
    wait_until_ended(shell)


def test_each_check_says_what_it_found_and_what_to_do(shell: Shell) -> None:
    shell.start(SUPPORT)

    open_checkup(shell, check("port", FREE), check("browser", NO_BROWSER))

    assert text(shell, "portCheckText") == "The port is free."
    assert text(shell, "browserCheckText") == "There is no browser."
    assert text(shell, "browserCheckAdvice") == "Install one."
    assert text(shell, "browserCheckDetails") == "line"
    assert text(shell, "checkupState") == (
        "1 of 2 things are wrong. What to do is said below."
    )
    assert shell.checked == [(SUPPORT.id, "")]


def test_when_all_is_well_that_is_said(shell: Shell) -> None:
    shell.start(SUPPORT)

    open_checkup(shell, check("port", FREE))

    assert text(shell, "checkupState") == "All is well."


def test_without_a_profile_ringcentral_is_looked_at(shell: Shell) -> None:
    shell.start()
    shell.checks = (check("port", FREE),)

    actions(shell)["Check this computer…"].trigger()
    wait_until_ended(shell)

    assert shell.checked == [(None, "")]


def test_the_rest_is_left_out_after_cancel(shell: Shell) -> None:
    shell.start(SUPPORT)
    held = Held()
    shell.checks = (Check("port", "Port", held.run), check("browser", NO_BROWSER))
    press(shell, "Check this computer…")
    cancel = child(dialog_of(shell), QPushButton, "cancelCheckupButton")
    shell.wait_until(lambda: text(shell, "portCheckText") == "Looking…")

    cancel.click()
    wait_until_ended(shell)

    assert text(shell, "checkupState") == "Cancelled: 1 of 2 were looked at."
    assert text(shell, "browserCheckText") == "Not looked at yet"


def test_a_check_that_is_cancelled_looks_no_more(shell: Shell) -> None:
    def run(cancel: threading.Event) -> Finding:
        cancel.wait(5)
        raise OperationCancelled

    shell.start(SUPPORT)
    shell.checks = (Check("port", "Port", run), check("browser", NO_BROWSER))
    press(shell, "Check this computer…")
    shell.wait_until(lambda: text(shell, "portCheckText") == "Looking…")

    child(dialog_of(shell), QPushButton, "cancelCheckupButton").click()
    wait_until_ended(shell)

    assert text(shell, "portCheckText") == "Cancelled"
    assert text(shell, "checkupState") == "Cancelled: 0 of 2 were looked at."


def test_a_check_that_fails_says_why_and_the_rest_is_looked_at(shell: Shell) -> None:
    def run(_cancel: threading.Event) -> Finding:
        raise HostNotFound("platform.example", "no such name")

    shell.start(SUPPORT)
    open_checkup(shell, Check("name", "Name", run), check("port", FREE))

    assert "platform.example" in text(shell, "nameCheckText")
    assert text(shell, "portCheckText") == FREE.text
    assert text(shell, "checkupState").startswith("Nothing was found wrong; 1 of 2")


def test_a_mistake_in_a_check_is_told_and_the_rest_is_looked_at(
    shell: Shell, qtbot: QtBot
) -> None:
    def run(_cancel: threading.Event) -> Finding:
        raise KeyError("a mistake")

    shell.start(SUPPORT)
    with qtbot.capture_exceptions() as reported:
        open_checkup(shell, Check("name", "Name", run), check("port", FREE))

    assert [kind for kind, _error, _traceback in reported] == [KeyError]
    assert "a mistake in RingAuth" in text(shell, "nameCheckText")
    assert text(shell, "portCheckText") == FREE.text


def test_checks_are_run_again(shell: Shell) -> None:
    shell.start(SUPPORT)
    open_checkup(shell, check("browser", NO_BROWSER))
    shell.checks = (check("browser", FREE),)

    child(dialog_of(shell), QPushButton, "checkAgainButton").click()
    wait_until_ended(shell)

    assert text(shell, "browserCheckText") == "The port is free."


def test_a_dialog_that_is_closed_while_checks_run_is_gone(shell: Shell) -> None:
    shell.start(SUPPORT)
    held = Held()
    shell.checks = (Check("port", "Port", held.run),)
    press(shell, "Check this computer…")
    shell.wait_until(lambda: text(shell, "portCheckText") == "Looking…")

    dialog_of(shell).close()

    shell.wait_until(lambda: not shell.window.findChildren(CheckupDialog))
    held.go.set()


def test_checks_that_cannot_begin_can_be_cancelled(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.go_on.clear()
    press(shell, "Check this computer…")

    child(dialog_of(shell), QPushButton, "cancelCheckupButton").click()

    assert text(shell, "checkupState") == "Cancelled: nothing was looked at."
    shell.go_on.set()


def test_checks_are_run_again_for_the_profile_in_sight(shell: Shell) -> None:
    shell.start(SUPPORT, ELSEWHERE)
    open_checkup(shell, check("browser", FREE))
    shell.sessions.select(ELSEWHERE.id)

    child(dialog_of(shell), QPushButton, "checkAgainButton").click()
    asked = text(shell, "checkupState")
    wait_until_ended(shell)

    assert asked == "Looking at what a sign-in at RingCentral .biz needs…"
    assert shell.checked == [(SUPPORT.id, ""), (ELSEWHERE.id, "")]


def report_of(shell: Shell) -> str:
    dialogs = shell.window.findChildren(ReportDialog)
    shown = child(dialogs[-1], QPlainTextEdit, "reportText")
    shell.wait_until(lambda: bool(shown.toPlainText()))
    return shown.toPlainText()


@pytest.fixture
def reported(shell: Shell) -> Shell:
    """Return a window with checks that were run and a report of them open."""
    shell.start_signed_in()
    shell.redaction.know(token().access_token)
    shell.control.append_exchange(
        answered(400, {"error": "x"}, form={"code": CANARY}, profile_id=SUPPORT.id)
    )
    shell.control.append_exchange(answered(note="another's", profile_id="77aa"))
    open_checkup(shell, check("browser", NO_BROWSER))
    child(dialog_of(shell), QPushButton, "makeReportButton").click()
    return shell


@pytest.mark.case("RD-06")
def test_a_report_is_shown_in_full_before_it_leaves(reported: Shell) -> None:
    text = report_of(reported)

    assert "[wrong] Browser: There is no browser. Install one." in text
    assert '"name": "Support desk"' in text
    assert "→ 400 Bad Request" in text
    assert text.count("--- ") == 1
    assert CANARY not in text
    assert token().access_token not in text


def test_a_report_is_saved_as_it_is_seen(reported: Shell, tmp_path: Path) -> None:
    seen = report_of(reported)
    dialog = reported.window.findChildren(ReportDialog)[-1]
    child(dialog, QPushButton, "saveReportButton").click()

    chooser = child(dialog, QFileDialog, "reportFileDialog")
    chooser.fileSelected.emit(str(tmp_path / "report.txt"))
    state = child(dialog, QLabel, "reportState")
    reported.wait_until(lambda: state.text() == "Saved as report.txt.")

    assert (tmp_path / "report.txt").read_text() == seen
    assert (tmp_path / "report.txt").stat().st_mode & 0o077 == 0


def test_a_report_is_made_without_checks_too(shell: Shell) -> None:
    shell.start_signed_in()

    press(shell, "Report for a ticket…")

    assert "They were not run." in report_of(shell)


def test_a_report_names_what_was_cancelled(shell: Shell) -> None:
    shell.start(SUPPORT)
    held = Held()
    shell.checks = (Check("port", "Port", held.run), check("browser", NO_BROWSER))
    press(shell, "Check this computer…")
    shell.wait_until(lambda: text(shell, "portCheckText") == "Looking…")
    child(dialog_of(shell), QPushButton, "cancelCheckupButton").click()
    wait_until_ended(shell)

    child(dialog_of(shell), QPushButton, "makeReportButton").click()

    lines = report_of(shell).splitlines()
    assert "[good] Port: The port is free." in lines
    assert "[left out] Browser: It was not looked at." in lines


def test_a_report_says_whose_checks_are_another_profiles(shell: Shell) -> None:
    shell.start(SUPPORT, ELSEWHERE)
    open_checkup(shell, check("browser", FREE))
    shell.sessions.select(ELSEWHERE.id)

    actions(shell)["Report for a ticket…"].trigger()

    text = report_of(shell)
    assert "They were run for “Support desk”, as it was then, not for" in text
    assert '"name": "Developer"' in text


def test_a_report_says_nothing_of_whose_checks_are_its_own(reported: Shell) -> None:
    assert "They were run for" not in report_of(reported)

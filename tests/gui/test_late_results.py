"""What a worker brings after its dialog is gone is for nobody (PR-10)."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.background import reraise
from ringauth_gui.gui.credentials_import import CredentialsImport
from tests.gui.holding_runner import HoldingRunner
from tests.gui.menu_use import actions
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise", "This plugin does not"),
    pytest.mark.case("PR-10"),
]


@pytest.fixture
def runner(shell: Shell) -> HoldingRunner:
    runner = HoldingRunner()
    shell.runner = runner
    return runner


def _open(shell: Shell, item: str) -> QDialog:
    actions(shell)[item].trigger()
    dialogs = shell.window.findChildren(QDialog)
    return next(each for each in dialogs if each.isVisible())


def _close(dialog: QDialog) -> None:
    """Close it, and let what is to be deleted then be gone."""
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    "item",
    [
        "Import credentials…",
        "Import profiles…",
        "Export profiles…",
        "Explain a code…",
        "Scenes and faults…",
        "Use a token from elsewhere…",
        "Export…",
        "Sign out everywhere RingAuth knows…",
        "About RingAuth",
    ],
)
def test_every_dialog_can_be_closed_while_all_still_runs(
    shell: Shell, qtbot: QtBot, runner: HoldingRunner, item: str
) -> None:
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    runner.hold()
    with qtbot.captureExceptions() as errors:
        dialog = _open(shell, item)

        _close(dialog)
        runner.let_end()

    assert errors == []
    assert shell.window.isVisible()


def test_an_import_that_is_read_for_a_closed_dialog_is_dropped(
    shell: Shell, qtbot: QtBot, runner: HoldingRunner, tmp_path: Path
) -> None:
    shell.start(SUPPORT)
    runner.hold()
    file = tmp_path / "app.env"
    file.write_text("RINGCENTRAL_CLIENT_ID=abc", "utf-8")
    actions(shell)["Import credentials…"].trigger()
    importing = shell.window.findChildren(CredentialsImport)[0]
    with qtbot.captureExceptions() as errors:
        importing.open_file(file)
        assert runner.held == 1

        _close(shell.window.findChildren(QDialog, "importDialog")[0])
        runner.let_end()

    assert errors == []


@pytest.mark.parametrize(
    "press",
    [("authorizeButton",), ("refreshButton",), ("checkButton",)],
)
def test_what_a_session_brings_after_its_profile_was_left_is_dropped(
    shell: Shell, qtbot: QtBot, runner: HoldingRunner, press: Sequence[str]
) -> None:
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    runner.hold()
    for name in press:
        shell.click(name)
    assert runner.held >= 1

    shell.choose(DEVELOPER)
    with qtbot.captureExceptions() as errors:
        runner.let_end()

    assert errors == []


def test_nothing_is_delivered_to_a_window_that_is_gone(
    shell: Shell, qtbot: QtBot, runner: HoldingRunner
) -> None:
    shell.start(SUPPORT)
    delivered: list[str] = []
    with qtbot.captureExceptions() as errors:
        runner.run(lambda: "late", delivered.append, reraise)
        shell.window.close()
        runner.finish(5.0)
        QCoreApplication.processEvents()

    assert errors == []
    assert delivered == []

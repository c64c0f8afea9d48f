"""Exporting profiles: which ones, what the person sees first, and what is written."""

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QPushButton

from ringauth_gui.gui.export_dialog import ExportDialog
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.profiles_export import ProfilesExport
from ringauth_gui.gui.tick_list import TickList
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.gui.file_use import choose, trigger
from tests.gui.holding_runner import HoldingRunner
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

PRACTICE = replace(SUPPORT, id="pr", name="Practice", server=ServerKind.PRACTICE)
CANARY = "CANARY-client-secret-9d"


@pytest.fixture(autouse=True)
def _closed(shell: Shell) -> Iterator[None]:
    """Leave no dialog open: it would be in the way of the next window."""
    yield
    for dialog in shell.window.findChildren(QDialog):
        dialog.close()


def _open(shell: Shell, *profiles: Profile) -> QDialog:
    shell.start(*profiles)
    trigger(shell, "&Export profiles…")
    return child(shell.window, QDialog, "exportDialog")


def _press(dialog: QDialog, name: str) -> None:
    button = child(dialog, QPushButton, name)
    assert button.isEnabled()
    button.click()


def _save_as(shell: Shell, dialog: QDialog, path: Path) -> None:
    _press(dialog, "saveExportButton")
    choose(shell, "exportFileDialog", path)


def _names(path: Path) -> list[str]:
    return [each["name"] for each in json.loads(path.read_text("utf-8"))["profiles"]]


def test_all_profiles_but_the_practice_servers_are_chosen(
    shell: Shell, tmp_path: Path
) -> None:
    dialog = _open(shell, SUPPORT, PRACTICE, DEVELOPER)
    path = tmp_path / "out.json"

    _save_as(shell, dialog, path)

    shell.wait_until(lambda: shell.text("messageTitle") == "2 profiles were exported")
    assert _names(path) == ["Support desk", "Developer"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert shell.text("exportState") == ""


def test_what_will_be_written_is_shown_first(shell: Shell, tmp_path: Path) -> None:
    dialog = _open(shell, SUPPORT, DEVELOPER)
    rows = child(dialog, TickList, "exportList")
    child(dialog, QCheckBox, "showExportCheck").click()
    text = child(dialog, QPlainTextEdit, "exportText")
    assert "Developer" in text.toPlainText()

    rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    shown = text.toPlainText()
    _save_as(shell, dialog, tmp_path / "out.json")

    assert "Developer" not in shown
    shell.wait_until((tmp_path / "out.json").exists)
    assert (tmp_path / "out.json").read_text("utf-8") == shown


def test_nothing_chosen_is_nothing_to_save(shell: Shell) -> None:
    dialog = _open(shell, SUPPORT, DEVELOPER)
    save = child(dialog, QPushButton, "saveExportButton")

    _press(dialog, "tickNoneButton")
    assert not save.isEnabled()
    assert save.toolTip() == "Tick a profile first."

    _press(dialog, "tickAllButton")
    assert save.isEnabled()


@pytest.mark.case("PF-11")
def test_no_secret_leaves_with_a_profile(shell: Shell, tmp_path: Path) -> None:
    secret = replace(SUPPORT, has_secret=True, unknown={"client_secret": CANARY})
    shell.authorizer.clients.vault.save_secret(secret, CANARY)
    dialog = _open(shell, secret)

    _save_as(shell, dialog, tmp_path / "out.json")

    shell.wait_until((tmp_path / "out.json").exists)
    assert CANARY not in (tmp_path / "out.json").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told_and_can_be_chosen_anew(
    shell: Shell, tmp_path: Path
) -> None:
    dialog = _open(shell, SUPPORT)

    _save_as(shell, dialog, tmp_path / "nowhere" / "out.json")

    shell.wait_until(lambda: "cannot be written" in shell.text("exportState"))
    assert dialog.isVisible()
    _save_as(shell, dialog, tmp_path / "out.json")
    shell.wait_until((tmp_path / "out.json").exists)


def test_cancel_writes_nothing(shell: Shell) -> None:
    dialog = _open(shell, SUPPORT)

    _press(dialog, "cancelExportButton")

    assert not dialog.isVisible()
    assert shell.text("messageTitle") == ""


@pytest.fixture
def held(shell: Shell) -> tuple[HoldingRunner, list[Message], QDialog]:
    """Return an export whose file is not written yet, and what it says."""
    shell.start(SUPPORT)
    runner, said = HoldingRunner(), list[Message]()
    export = ProfilesExport(shell.sessions, runner, shell.window)
    export.said.connect(said.append)
    export.open()
    runner.hold()
    return runner, said, child(shell.window, QDialog, "exportDialog")


def test_a_file_that_is_written_after_the_dialog_was_closed_is_told(
    shell: Shell,
    tmp_path: Path,
    held: tuple[HoldingRunner, list[Message], QDialog],
) -> None:
    runner, said, dialog = held
    _save_as(shell, dialog, tmp_path / "out.json")
    _press(dialog, "cancelExportButton")
    shell.wait_until(lambda: not shell.window.findChildren(ExportDialog))

    runner.let_end()

    assert [each.title for each in said] == ["1 profile was exported"]


def test_a_file_that_fails_after_the_dialog_was_closed_is_told(
    shell: Shell,
    tmp_path: Path,
    held: tuple[HoldingRunner, list[Message], QDialog],
) -> None:
    runner, said, dialog = held
    _save_as(shell, dialog, tmp_path / "nowhere" / "out.json")
    _press(dialog, "cancelExportButton")
    shell.wait_until(lambda: not shell.window.findChildren(ExportDialog))

    runner.let_end()

    assert [each.title for each in said] == ["The profiles were not exported"]

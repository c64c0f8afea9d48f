"""The HTTP log is saved as an archive, as a person does it."""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from haralyzer import HarParser  # type: ignore[import-untyped] # it has no types
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ringauth_gui.errors import OperationCancelled
from ringauth_gui.gui.har_dialog import LONGEST, HarDialog
from ringauth_gui.gui.har_saving import HarSaving, _Progress
from ringauth_gui.oauth.exchange import Exchange
from tests.fakes.counting_redaction import CountingRedaction
from tests.gui.exchange_examples import CANARY, answered, visited
from tests.gui.reading import child
from tests.gui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def dialog_of(shell: Shell) -> HarDialog:
    return shell.window.findChildren(HarDialog)[-1]


def state(shell: Shell) -> str:
    return child(dialog_of(shell), QLabel, "harState").text()


def click(shell: Shell, name: str) -> None:
    child(dialog_of(shell), QPushButton, name).click()


@pytest.fixture
def saving(shell: Shell) -> Shell:
    """Return a window with the dialog for three exchanges open."""
    shell.start_signed_in()
    for exchange in (
        visited("5f2c"),
        answered(form={"code": CANARY}, note="authorization_code", profile_id="5f2c"),
        answered(400, {"error": "invalid_grant"}, profile_id="5f2c"),
        answered(note="another's", profile_id="77aa"),
    ):
        shell.control.append_exchange(exchange)
    shell.show_tab("HTTP log")
    shell.button("saveHarButton").click()
    return shell


def save_as(shell: Shell, path: Path) -> None:
    chooser = child(dialog_of(shell), QFileDialog, "harFileDialog")
    chooser.fileSelected.emit(str(path))
    shell.wait_until(lambda: path.name in state(shell))


def test_it_is_seen_before_it_is_saved_and_holds_no_secret(saving: Shell) -> None:
    text = child(dialog_of(saving), QPlainTextEdit, "harText").toPlainText()

    assert len(json.loads(text)["log"]["entries"]) == 3
    assert CANARY not in text
    assert state(saving).startswith("3 exchanges, as the log shows them now.")


def test_what_is_shown_is_what_is_saved(saving: Shell, tmp_path: Path) -> None:
    click(saving, "saveHarFileButton")
    save_as(saving, tmp_path / "log.har")

    written = (tmp_path / "log.har").read_text()
    (page,) = HarParser(json.loads(written)).pages
    assert [entry.status for entry in page.entries] == [0, 200, 400]
    assert CANARY not in written
    assert (tmp_path / "log.har").stat().st_mode & 0o077 == 0


def test_the_filter_decides_what_is_saved(saving: Shell) -> None:
    click(saving, "closeHarButton")
    child(saving.window, QLineEdit, "httpLogFilterEdit").setText("invalid_grant")

    saving.button("saveHarButton").click()

    assert state(saving).startswith("1 exchange, as the log shows it now.")


def test_secrets_are_saved_after_a_choice_and_a_question(
    saving: Shell, tmp_path: Path
) -> None:
    child(dialog_of(saving), QCheckBox, "harWithSecretsCheck").click()
    click(saving, "saveHarFileButton")
    assert not dialog_of(saving).findChildren(QFileDialog)

    click(saving, "confirmSecretsButton")
    save_as(saving, tmp_path / "log.har")

    assert CANARY in (tmp_path / "log.har").read_text()


@pytest.mark.case("CL-04")
def test_secrets_are_hidden_when_another_window_is_in_front(saving: Shell) -> None:
    text = child(dialog_of(saving), QPlainTextEdit, "harText")
    child(dialog_of(saving), QCheckBox, "harWithSecretsCheck").click()
    assert CANARY in text.toPlainText()

    QApplication.sendEvent(dialog_of(saving), QEvent(QEvent.Type.WindowDeactivate))

    assert CANARY not in text.toPlainText()


def test_what_became_of_the_file_stays_when_the_secrets_are_hidden(
    saving: Shell, tmp_path: Path
) -> None:
    child(dialog_of(saving), QCheckBox, "harWithSecretsCheck").click()
    click(saving, "saveHarFileButton")
    click(saving, "confirmSecretsButton")
    save_as(saving, tmp_path / "log.har")

    QApplication.sendEvent(dialog_of(saving), QEvent(QEvent.Type.WindowDeactivate))

    assert state(saving) == "Saved as log.har."
    child(dialog_of(saving), QCheckBox, "harWithSecretsCheck").click()
    assert state(saving).endswith("Whoever gets the file can act as you.")


def test_a_file_that_cannot_be_written_is_told(saving: Shell, tmp_path: Path) -> None:
    click(saving, "saveHarFileButton")

    save_as(saving, tmp_path / "no" / "log.har")

    assert state(saving).startswith("log.har cannot be written")


def test_saving_can_be_cancelled_and_leaves_no_file(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start_signed_in()
    for _ in range(3):
        shell.control.append_exchange(answered(profile_id="5f2c"))
    shell.show_tab("HTTP log")
    shell.button("saveHarButton").click()
    click(shell, "saveHarFileButton")
    chooser = child(dialog_of(shell), QFileDialog, "harFileDialog")

    chooser.fileSelected.emit(str(tmp_path / "log.har"))
    dialog_of(shell).reject()
    shell.wait_until(lambda: "log.har" in state(shell) or "Cancelled" in state(shell))

    # It may have been written before Cancel: then it is whole, else it is not there.
    is_there = (tmp_path / "log.har").exists()
    assert is_there is state(shell).startswith("Saved")
    assert list(tmp_path.glob(".*")) == []


class HeldExchanges(list[Exchange]):
    """Exchanges of which a reader gets one, and the next once it may go on."""

    def __init__(self, exchanges: Iterable[Exchange]) -> None:
        super().__init__(exchanges)
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()

    @override
    def __iter__(self) -> Iterator[Exchange]:
        for exchange in super().__iter__():
            yield exchange
            self.begun.set()
            self.go_on.wait(5)


def test_a_quit_in_the_middle_of_saving_leaves_no_file(
    shell: Shell, tmp_path: Path, qapp: QApplication
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    shell.start_signed_in()
    exchanges = HeldExchanges([answered(), answered()])
    HarSaving(exchanges, shell.tools, shell.window)
    click(shell, "saveHarFileButton")
    chooser = child(dialog_of(shell), QFileDialog, "harFileDialog")
    exchanges.begun.clear()
    exchanges.go_on.clear()

    chooser.fileSelected.emit(str(folder / "log.har"))
    assert exchanges.begun.wait(5)
    qapp.aboutToQuit.emit()
    exchanges.go_on.set()
    shell.runner.finish(5)

    assert list(folder.iterdir()) == []


def test_what_is_written_stops_at_the_next_part_after_cancel() -> None:
    progress = _Progress()
    parts: Sequence[str] = ["a", "b", "c"]

    following = progress.following(parts)
    first = next(following)
    progress.cancel.set()

    assert first == "a"
    with pytest.raises(OperationCancelled):
        next(following)
    assert progress.done == 1


def test_saving_that_hangs_does_not_keep_the_dialog(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = HarDialog([answered()], lambda *_: ["{}"], parent)
    dialog.open()
    dialog.show_progress(0)

    with qtbot.waitSignal(dialog.cancelled, timeout=1000):
        dialog.reject()
    dialog.show_progress(0)
    assert dialog.isVisible()
    assert child(dialog, QPushButton, "closeHarButton").text() == "Close"
    dialog.reject()

    assert not dialog.isVisible()


def test_of_a_large_archive_the_beginning_is_in_sight(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parts = iter(["a" * LONGEST, "b" * LONGEST, "never asked for"])

    dialog = HarDialog([answered()] * 2, lambda *_: parts, parent)

    text = child(dialog, QPlainTextEdit, "harText").toPlainText()
    assert text == "a" * LONGEST
    said = child(dialog, QLabel, "harState").text()
    assert "Their beginning is in sight." in said
    assert next(parts) == "never asked for"


def test_what_is_not_in_sight_of_a_large_answer_is_not_waited_for(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start_signed_in()
    redaction = CountingRedaction()
    long = answered(body=["word"] * LONGEST)

    HarSaving([long], replace(shell.tools, redaction=redaction), shell.window)

    assert redaction.looked_at < 2 * LONGEST
    click(shell, "saveHarFileButton")
    save_as(shell, tmp_path / "log.har")
    (entry,) = json.loads((tmp_path / "log.har").read_text("utf-8"))["log"]["entries"]
    assert json.loads(entry["response"]["content"]["text"]) == ["word"] * LONGEST


def test_a_dialog_that_is_closed_is_gone(saving: Shell) -> None:
    click(saving, "closeHarButton")

    saving.wait_until(lambda: not saving.window.findChildren(HarDialog))

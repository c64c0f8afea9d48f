"""Taking a token or a request away, as a person does it in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.clipboard import DO_NOT_RECORD
from ringauth_gui.gui.takeaway_dialog import TakeawayDialog
from ringauth_gui.takeaway.form import Form
from tests.gui.exchange_examples import CANARY, answered
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")
FORMS = [
    "Authorization header",
    "Access token",
    "cURL (bash, zsh, sh)",
    "PowerShell",
    "Python requests",
    "JavaScript fetch",
    "Raw HTTP",
    ".env file",
    "JSON",
]


def dialog_of(shell: Shell) -> TakeawayDialog:
    dialogs = shell.window.findChildren(TakeawayDialog)
    return dialogs[-1]


def forms_of(shell: Shell) -> list[str]:
    forms = child(dialog_of(shell), QListWidget, "takeawayForms")
    shell.wait_until(lambda: forms.count() > 0 or "error" in state_role(shell))
    return [forms.item(at).text() for at in range(forms.count())]


def state_role(shell: Shell) -> str:
    label = child(dialog_of(shell), QLabel, "takeawayState")
    return str(label.property("role"))


def text(shell: Shell) -> str:
    return child(dialog_of(shell), QPlainTextEdit, "takeawayText").toPlainText()


def click(shell: Shell, name: str) -> None:
    child(dialog_of(shell), QPushButton, name).click()


def clipboard(shell: Shell) -> str:
    return shell.clipboard._clipboard.text()


@pytest.fixture
def exporting(shell: Shell) -> Shell:
    """Return a window with the dialog for its token open."""
    shell.clipboard._clipboard.clear()
    shell.start_signed_in()
    press(shell, "Export…")
    assert forms_of(shell) == FORMS
    return shell


def test_every_form_of_a_token_is_offered_without_its_secrets(
    exporting: Shell,
) -> None:
    forms = child(dialog_of(exporting), QListWidget, "takeawayForms")
    for row in range(len(FORMS)):
        forms.setCurrentRow(row)

        assert "YOUR_" in text(exporting), FORMS[row]
        assert token().access_token not in text(exporting), FORMS[row]


def test_a_form_is_copied_as_it_is_seen(exporting: Shell) -> None:
    click(exporting, "copyTakeawayButton")

    assert clipboard(exporting) == "Authorization: Bearer YOUR_ACCESS_TOKEN"
    assert child(dialog_of(exporting), QLabel, "takeawayState").text() == "Copied."


@pytest.mark.case("CL-08")
def test_with_secrets_it_is_copied_after_a_question_and_marked(
    exporting: Shell,
) -> None:
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()
    seen = text(exporting)
    # No word of when that ends: a client secret and a JWT credential outlive a token.
    said = child(dialog_of(exporting), QLabel, "takeawayState").text()
    click(exporting, "copyTakeawayButton")
    before = clipboard(exporting)

    click(exporting, "confirmSecretsButton")

    assert seen == f"Authorization: Bearer {token().access_token}"
    assert said == "Whoever gets this text can act as you."
    assert before != seen
    assert clipboard(exporting) == seen
    marks = exporting.clipboard._clipboard.mimeData().formats()
    assert set(DO_NOT_RECORD) <= set(marks)


def test_the_question_can_be_answered_with_no(exporting: Shell) -> None:
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()
    click(exporting, "copyTakeawayButton")
    frame = child(dialog_of(exporting), QFrame, "confirmSecrets")
    assert frame.isVisible()

    QTest.keyClick(frame, Qt.Key.Key_Escape)

    assert not frame.isVisible()
    assert token().access_token not in clipboard(exporting)


def test_another_choice_takes_the_question_back(exporting: Shell) -> None:
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()
    click(exporting, "copyTakeawayButton")

    child(dialog_of(exporting), QListWidget, "takeawayForms").setCurrentRow(2)

    assert not child(dialog_of(exporting), QFrame, "confirmSecrets").isVisible()


def test_what_is_seen_with_secrets_cannot_be_selected(exporting: Shell) -> None:
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()

    shown = child(dialog_of(exporting), QPlainTextEdit, "takeawayText")

    assert shown.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction


def save_as(shell: Shell, path: Path) -> None:
    click(shell, "saveTakeawayButton")
    if child(dialog_of(shell), QFrame, "confirmSecrets").isVisible():
        click(shell, "confirmSecretsButton")
    chooser = child(dialog_of(shell), QFileDialog, "takeawayFileDialog")
    chooser.fileSelected.emit(str(path))
    label = child(dialog_of(shell), QLabel, "takeawayState")
    shell.wait_until(lambda: path.name in label.text())


def test_a_form_is_saved_for_its_owner_alone(exporting: Shell, tmp_path: Path) -> None:
    child(dialog_of(exporting), QListWidget, "takeawayForms").setCurrentRow(7)
    path = tmp_path / "mine.env"

    save_as(exporting, path)

    assert path.read_text() == text(exporting)
    assert path.stat().st_mode & 0o077 == 0
    assert token().access_token not in path.read_text()


def test_a_form_is_saved_with_secrets_after_a_question(
    exporting: Shell, tmp_path: Path
) -> None:
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()

    save_as(exporting, tmp_path / "token.txt")

    assert token().access_token in (tmp_path / "token.txt").read_text()


def test_what_became_of_a_form_stays_when_the_secrets_are_hidden(
    exporting: Shell, tmp_path: Path
) -> None:
    label = child(dialog_of(exporting), QLabel, "takeawayState")
    child(dialog_of(exporting), QCheckBox, "withSecretsCheck").click()
    save_as(exporting, tmp_path / "token.txt")

    QApplication.sendEvent(dialog_of(exporting), QEvent(QEvent.Type.WindowDeactivate))

    assert label.text() == "Saved as token.txt."
    child(dialog_of(exporting), QListWidget, "takeawayForms").setCurrentRow(2)
    assert label.text().startswith("Words that begin with YOUR_")


def test_a_file_that_cannot_be_written_is_told(
    exporting: Shell, tmp_path: Path
) -> None:
    save_as(exporting, tmp_path / "no" / "such" / "folder.txt")

    label = child(dialog_of(exporting), QLabel, "takeawayState").text()
    assert label.startswith("folder.txt cannot be written")


def test_a_token_is_copied_as_curl_at_once(shell: Shell) -> None:
    shell.start_signed_in()

    shell.button("copyTokenCurlButton").click()

    shell.wait_until(lambda: clipboard(shell).startswith("curl --request GET"))
    assert "YOUR_ACCESS_TOKEN" in clipboard(shell)
    assert token().access_token not in clipboard(shell)


def test_what_stands_in_the_way_is_told(shell: Shell) -> None:
    shell.authorizer.clients.unusable = NetworkError("practice", "is gone")
    shell.start_signed_in()

    press(shell, "Export…")

    assert forms_of(shell) == []
    assert "is gone" in child(dialog_of(shell), QLabel, "takeawayState").text()
    assert not child(dialog_of(shell), QPushButton, "copyTakeawayButton").isEnabled()


def test_without_a_token_there_is_nothing_to_take_away(shell: Shell) -> None:
    shell.start_signed_in()
    shell.sessions.current.forget()  # type: ignore[union-attr] # there is one
    shell.wait_idle()

    press(shell, "Export…")
    press(shell, "Copy as cURL")

    assert not shell.window.findChildren(TakeawayDialog)


def test_a_request_of_the_log_is_taken_away(shell: Shell) -> None:
    shell.start_signed_in()
    shell.control.append_exchange(
        answered(form={"code": CANARY}, note="authorization_code", profile_id="5f2c")
    )
    shell.show_tab("HTTP log")
    child(shell.window, QTableView, "httpLogTable").selectRow(0)
    shell.button("exportRequestButton").click()

    assert forms_of(shell) == FORMS[2:7]
    assert "code=YOUR_CODE" in text(shell)
    assert CANARY not in text(shell)


def test_a_dialog_that_is_closed_while_secrets_are_read_is_gone(shell: Shell) -> None:
    shell.start_signed_in()
    press(shell, "Export…")
    dialog = dialog_of(shell)

    dialog.close()

    shell.wait_until(lambda: not shell.window.findChildren(TakeawayDialog))


def test_a_form_is_copied_character_by_character(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TakeawayDialog("Take the request away", parent)
    odd = "ui_hint=a\u00a0b\u2028c"
    dialog.show_forms([Form("curl", "cURL", ".sh", lambda _secrets: odd)])

    with qtbot.waitSignal(dialog.copy_wanted) as copied:
        child(dialog, QPushButton, "copyTakeawayButton").click()

    assert copied.args == [odd, False]

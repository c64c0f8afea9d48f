from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.secret_edit import SecretEdit
from tests.gui.profile_form_use import (
    SECRET,
    edit,
    find,
    press,
    reason,
    retype,
    save,
    texts,
)
from tests.gui.reading import toggle_as_screen_reader

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_an_untouched_secret_is_not_sent_again(qtbot: QtBot, form: ProfileForm) -> None:
    assert save(qtbot, form).client_secret is None


def test_the_secret_is_masked_and_cannot_be_copied(form: ProfileForm) -> None:
    QGuiApplication.clipboard().setText("before")
    secret = edit(form, "clientSecretEdit")
    retype(secret, SECRET)

    secret.selectAll()
    QTest.keyClick(secret, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(secret, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "before"
    assert SECRET not in secret.displayText()
    assert secret.text() == SECRET
    hints = secret.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert hints & Qt.InputMethodHint.ImhHiddenText


def test_the_secret_is_shown_until_the_field_is_left(form: ProfileForm) -> None:
    secret = edit(form, "clientSecretEdit")
    retype(secret, SECRET)

    press(form, "showClientSecretButton")
    shown = secret.displayText()
    edit(form, "clientIdEdit").setFocus()

    assert shown == SECRET
    assert SECRET not in secret.displayText()
    assert find(form, QPushButton, "showClientSecretButton").text() == "Show"


def test_a_second_press_hides_the_secret(form: ProfileForm) -> None:
    secret = edit(form, "clientSecretEdit")
    retype(secret, SECRET)

    press(form, "showClientSecretButton")
    press(form, "showClientSecretButton")

    assert SECRET not in secret.displayText()


def test_a_screen_reader_shows_and_hides_the_secret(form: ProfileForm) -> None:
    secret = edit(form, "clientSecretEdit")
    retype(secret, SECRET)
    button = find(form, QPushButton, "showClientSecretButton")

    toggle_as_screen_reader(button)
    shown = secret.displayText()
    toggle_as_screen_reader(button)

    assert shown == SECRET
    assert SECRET not in secret.displayText()


def test_undo_does_not_bring_a_secret_back(form: ProfileForm) -> None:
    secret = edit(form, "clientSecretEdit")
    retype(secret, SECRET)
    press(form, "showClientSecretButton")
    secret.selectAll()
    QTest.keyClick(secret, Qt.Key.Key_Delete)

    QTest.keyClick(secret, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert secret.text() == ""


def test_the_kept_secret_is_not_shown_and_the_button_says_why(
    form: ProfileForm,
) -> None:
    button = find(form, QPushButton, "showClientSecretButton")

    assert not button.isEnabled()
    assert button.toolTip() == "Nothing is typed here that could be shown."


def test_a_kept_secret_does_not_go_to_another_client(
    qtbot: QtBot, form: ProfileForm
) -> None:
    retype(edit(form, "clientIdEdit"), "another")

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")

    assert "Enter the app's secret" in reason(form, "clientSecretEdit")
    assert edit(form, "clientSecretEdit").placeholderText() == ""


@pytest.mark.case("IN-12")
def test_a_public_app_has_no_secret_field_to_fill(
    qtbot: QtBot, form: ProfileForm
) -> None:
    retype(edit(form, "clientSecretEdit"), SECRET)

    find(form, QCheckBox, "hasSecretCheck").click()

    assert not edit(form, "clientSecretEdit").isEnabled()
    assert "A public app has none: PKCE alone is used." in texts(form)
    draft = save(qtbot, form)
    assert (draft.has_secret, draft.client_secret) == (False, None)


def test_where_secrets_are_kept_is_said(form: ProfileForm) -> None:
    form.set_secret_place("memory until RingAuth is closed")

    assert (
        edit(form, "clientSecretEdit").placeholderText()
        == "Kept in memory until RingAuth is closed"
    )


@pytest.mark.case("PF-12")
@pytest.mark.parametrize("field", ["clientIdEdit", "serverCombo"])
def test_another_app_or_server_is_told_to_cost_what_is_kept_once_it_is_saved(
    form: ProfileForm, field: str
) -> None:
    assert removal_note(form) == ""

    if field == "clientIdEdit":
        retype(edit(form, field), "another-client-id")
    else:
        find(form, QComboBox, field).setCurrentIndex(1)

    assert "are removed" in removal_note(form)
    press(form, "discardProfileButton")
    assert removal_note(form) == ""


def test_a_secret_that_is_not_used_any_more_is_told_to_go_once_it_is_saved(
    form: ProfileForm,
) -> None:
    find(form, QCheckBox, "hasSecretCheck").setChecked(False)

    told = "When you save, the client secret kept before is removed."
    assert removal_note(form) == told


def removal_note(form: ProfileForm) -> str:
    """Return what saving would remove."""
    return find(form, QLabel, "removalNote").text()


class X11Selection:
    """The clipboard as X11 has it: what is selected is in there at once."""

    def __init__(self) -> None:
        self.cleared: list[QClipboard.Mode] = []

    def ownsSelection(self) -> bool:  # noqa: N802 - Qt's name
        return not self.cleared

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


@pytest.mark.case("CL-07")
def test_what_was_selected_while_shown_leaves_x11s_selection(qtbot: QtBot) -> None:
    selection = X11Selection()
    edit = SecretEdit(clipboard=cast("QClipboard", selection))
    qtbot.addWidget(edit)
    edit.setText(SECRET)
    edit.set_shown(True)
    edit.selectAll()

    edit.set_shown(False)

    assert selection.cleared == [QClipboard.Mode.Selection]


def test_what_others_selected_stays_in_x11s_selection(qtbot: QtBot) -> None:
    selection = X11Selection()
    edit = SecretEdit(clipboard=cast("QClipboard", selection))
    qtbot.addWidget(edit)
    edit.setText(SECRET)
    edit.selectAll()  # masked: Qt exports nothing
    edit.set_shown(True)

    edit.set_shown(False)

    assert selection.cleared == []

"""What a person pastes into the fields of the window: taken whole, or refused aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.line_edit import LONGEST_FILTER
from ringauth_gui.gui.pasted_address import PastedAddress
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.ringcentral.codes_in_text import LONGEST_TEXT
from tests.gui.list_use import start_renaming
from tests.gui.menu_use import press as press_keys
from tests.gui.pasting import FIELDS, SECRETS, bring_out, paste, reason_after_leaving
from tests.gui.profile_form_use import edit, press, reason, save, texts
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

TOO_LONG = "x" * 100_000
TRIMMED = "Blanks around it were removed."
CONTROLS = {
    "\n": "LINE FEED (U+000A)",
    "\r\n": "CARRIAGE RETURN (U+000D)",
    "\0": "NUL (U+0000)",
    "\x1b": "ESCAPE (U+001B)",
    "\t": "TAB (U+0009)",
}
HIDDEN = {
    "\u200b": "ZERO WIDTH SPACE (U+200B)",
    "\u00a0": "NO-BREAK SPACE (U+00A0)",
    "\u202e": "RIGHT-TO-LEFT OVERRIDE (U+202E)",
    "\u00ad": "SOFT HYPHEN (U+00AD)",
}


@pytest.mark.case("IN-01")
@pytest.mark.parametrize("around", ["  {}  ", "\t{}", "{}\n", "{}\r\n", "\u00a0{} "])
@pytest.mark.parametrize("name", ["clientIdEdit", "clientSecretEdit"])
def test_blanks_around_what_is_pasted_are_removed_and_that_is_seen(
    form: ProfileForm, name: str, around: str
) -> None:
    field = bring_out(form, name)

    paste(field, around.format("CANARY-value"))
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "CANARY-value"
    assert any(text.startswith(TRIMMED) for text in texts(form))
    assert field.accessibleDescription().startswith(TRIMMED)


@pytest.mark.case("IN-01")
def test_blanks_are_removed_and_told_also_by_saving_at_once(
    qtbot: QtBot, form: ProfileForm
) -> None:
    paste(edit(form, "clientIdEdit"), " another-id\n")
    paste(edit(form, "clientSecretEdit"), "\tCANARY-value\n")

    draft = save(qtbot, form)

    assert (draft.client_id, draft.client_secret) == ("another-id", "CANARY-value")
    assert sum(text.startswith(TRIMMED) for text in texts(form)) == 2


@pytest.mark.case("IN-02")
@pytest.mark.parametrize("character", CONTROLS)
@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_with_a_control_character_is_refused_at_its_field_and_not_saved(
    qtbot: QtBot, form: ProfileForm, name: str, character: str
) -> None:
    field = bring_out(form, name)

    paste(field, f"ab{character}cd")

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")
    assert f"holds {CONTROLS[character]} at position 3" in reason(form, name)


@pytest.mark.case("IN-02", "IN-03")
@pytest.mark.parametrize("name", FIELDS)
def test_a_hidden_character_is_named_with_its_place_in_every_field(
    form: ProfileForm, name: str
) -> None:
    field, before = bring_out(form, name), FIELDS[name]
    named = {**CONTROLS, **HIDDEN}
    if name == "profileNameEdit":
        del named["\u00a0"]  # a name is for people, to whom that is a blank
    if name == "furtherRedirectUrisEdit":
        named = {each: named[each] for each in named if each not in "\t\r\n"}

    for character, described in named.items():
        paste(field, f"{before}ab{character}cd")

        said = reason_after_leaving(form, field)
        assert f"{described} at position {len(before) + 3}" in said
        assert character not in said


@pytest.mark.case("IN-04")
@pytest.mark.parametrize("name", FIELDS)
def test_what_is_too_long_stands_whole_in_its_field_and_is_refused(
    qtbot: QtBot, form: ProfileForm, name: str
) -> None:
    field = bring_out(form, name)

    paste(field, FIELDS[name] + TOO_LONG)

    assert "characters" in reason_after_leaving(form, field)
    assert field.text().endswith(TOO_LONG)
    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")


@pytest.mark.case("IN-04")
def test_an_address_that_is_too_long_is_offered_whole(qtbot: QtBot) -> None:
    pasted = PastedAddress()
    qtbot.addWidget(pasted)
    pasted.show()
    field = child(pasted, QLineEdit, "pastedAddressEdit")
    paste(field, TOO_LONG)

    with qtbot.waitSignal(pasted.address_given) as given:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert given.args == [TOO_LONG]


@pytest.mark.case("IN-04")
@pytest.mark.parametrize("name", ["pastedAccessTokenEdit", "pastedRefreshTokenEdit"])
def test_a_token_that_is_too_long_is_refused(shell: Shell, name: str) -> None:
    shell.start(SUPPORT)
    press_keys(shell, "Use a token from elsewhere…")
    dialog = child(shell.window, QDialog, "pasteTokenDialog")
    field = child(dialog, QLineEdit, name)

    paste(field, TOO_LONG)

    assert "has 100000 characters; no token is so long" in field.accessibleDescription()
    assert not shell.button("useTokenButton").isEnabled()


@pytest.mark.case("IN-04")
def test_a_new_name_that_is_too_long_is_refused(shell: Shell) -> None:
    shell.start(SUPPORT)
    field = start_renaming(shell)

    paste(field, TOO_LONG)
    QTest.keyClick(field, Qt.Key.Key_Return)

    said = "The name has 100000 characters; 80 are allowed."
    assert field.accessibleDescription() == said
    assert shell.saved == []


@pytest.mark.case("IN-04")
def test_the_name_of_a_permission_that_is_too_long_is_refused(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("Account")
    field = child(shell.window, QLineEdit, "permissionEdit")

    paste(field, TOO_LONG)

    assert field.text() == TOO_LONG
    assert "too long" in shell.button("askPermissionButton").toolTip()
    assert not shell.button("askPermissionButton").isEnabled()


@pytest.mark.case("IN-04")
@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("Filter profiles", "profileFilterEdit"),
        ("Find in the HTTP log", "httpLogFilterEdit"),
    ],
)
def test_a_filter_that_is_too_long_is_not_taken_and_that_is_told(
    shell: Shell, action: str, name: str
) -> None:
    shell.start(SUPPORT)
    press_keys(shell, action)
    field = child(shell.window, QLineEdit, name)
    paste(field, "desk")

    paste(field, TOO_LONG)

    assert field.text() == "desk"
    assert f"no more than {LONGEST_FILTER} characters" in QToolTip.text()


@pytest.mark.case("IN-04")
def test_a_text_to_explain_that_is_too_long_is_not_taken_and_that_is_told(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    press_keys(shell, "Explain a code…")
    field = child(shell.window, QLineEdit, "explainEdit")
    paste(field, "OAU-109")

    paste(field, f"OAU-213 {TOO_LONG}")

    assert field.text() == "OAU-109"
    assert f"no more than {LONGEST_TEXT:,} characters" in QToolTip.text()
    assert child(shell.window, QLabel, "explainNote").isVisible()

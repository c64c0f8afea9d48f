import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.storage.profile import ServerKind
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

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize(
    ("object_name", "accessible_name"),
    [
        ("profileNameEdit", "Name"),
        ("serverCombo", "Server"),
        ("serverUrlEdit", "Server URL"),
        ("clientIdEdit", "Client ID"),
        ("hasSecretCheck", "This app has a secret"),
        ("clientSecretEdit", "Client secret"),
        ("redirectUriEdit", "Redirect URI"),
        ("furtherRedirectUrisEdit", "Further redirect URIs"),
        ("keepTokensCheck", "Remember tokens on this computer"),
        ("saveProfileButton", "Save"),
        ("discardProfileButton", "Discard"),
        ("showClientSecretButton", "Show client secret"),
        ("copyRedirectUriButton", "Copy redirect URI"),
    ],
)
def test_every_control_has_its_name_for_automation(
    form: ProfileForm, object_name: str, accessible_name: str
) -> None:
    assert find(form, QWidget, object_name).accessibleName() == accessible_name


def test_a_profile_is_shown_as_it_is(form: ProfileForm) -> None:
    assert edit(form, "profileNameEdit").text() == "Support desk"
    assert edit(form, "clientIdEdit").text() == "Wq3kX0aNQ6u5JZ7kq9Wm2A"
    assert edit(form, "redirectUriEdit").text() == "http://localhost:27464/callback"
    assert find(form, QComboBox, "serverCombo").currentText() == "RingCentral"
    assert "platform.ringcentral.com" in texts(form)
    assert find(form, QCheckBox, "hasSecretCheck").isChecked()
    secret = edit(form, "clientSecretEdit")
    assert (secret.text(), secret.placeholderText()) == (
        "",
        "Kept in this computer's keyring",
    )


def test_saving_gives_what_was_typed(qtbot: QtBot, form: ProfileForm) -> None:
    retype(edit(form, "profileNameEdit"), "Desk 2")
    retype(edit(form, "clientSecretEdit"), SECRET)
    retype(
        edit(form, "furtherRedirectUrisEdit"),
        "http://localhost:27465/ http://localhost:27466/",
    )

    draft = save(qtbot, form)

    assert draft == ProfileDraft(
        name="Desk 2",
        client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A",
        has_secret=True,
        client_secret=SECRET,
        redirect_uris=(
            "http://localhost:27464/callback",
            "http://localhost:27465/",
            "http://localhost:27466/",
        ),
    )


def test_wrong_values_are_marked_before_anything_is_saved(
    qtbot: QtBot, form: ProfileForm
) -> None:
    retype(edit(form, "profileNameEdit"), "Practice")
    retype(edit(form, "clientIdEdit"), "a b")
    form.set_existing_names(["Practice"])

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")

    name, client_id = edit(form, "profileNameEdit"), edit(form, "clientIdEdit")
    assert reason(form, "profileNameEdit") == "Another profile has this name."
    assert "position 2" in reason(form, "clientIdEdit")
    assert client_id.property("invalid") is True
    assert client_id.accessibleDescription() == reason(form, "clientIdEdit")
    assert name.hasFocus()
    assert (name.text(), client_id.text()) == ("Practice", "a b")


def test_a_wrong_value_is_marked_when_the_field_is_left(form: ProfileForm) -> None:
    field = edit(form, "redirectUriEdit")
    retype(field, "https://evil.example/")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "must begin with http://" in reason(form, "redirectUriEdit")
    assert field.text() == "https://evil.example/"


def test_typing_takes_the_mark_away(form: ProfileForm) -> None:
    form.show_field_errors({"client_id": "Wrong."})

    QTest.keyClicks(edit(form, "clientIdEdit"), "x")

    assert reason(form, "clientIdEdit") == ""
    assert edit(form, "clientIdEdit").property("invalid") is False


def test_an_empty_field_is_no_mistake_until_saving(form: ProfileForm) -> None:
    form.show_new(ServerKind.RINGCENTRAL)

    QTest.keyClick(edit(form, "profileNameEdit"), Qt.Key.Key_Tab)
    assert reason(form, "profileNameEdit") == ""
    press(form, "saveProfileButton")

    assert reason(form, "profileNameEdit") == "Give the profile a name."
    assert reason(form, "clientIdEdit") == "The client ID is missing."


def test_blanks_around_a_value_are_removed_and_said(form: ProfileForm) -> None:
    field = edit(form, "clientIdEdit")
    field.setText(" \tabc\n")
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "abc"
    assert "Blanks around it were removed." in texts(form)


def test_100_kilobytes_are_refused_and_stay_whole(form: ProfileForm) -> None:
    QGuiApplication.clipboard().setText("x" * 100_000)
    field = edit(form, "clientIdEdit")
    field.selectAll()
    field.paste()

    press(form, "saveProfileButton")

    assert len(field.text()) == 100_000
    assert "100000 characters" in reason(form, "clientIdEdit")


def test_the_redirect_uri_can_be_copied(qtbot: QtBot, form: ProfileForm) -> None:
    with qtbot.waitSignal(form.copy_requested) as wanted:
        press(form, "copyRedirectUriButton")

    assert wanted.args == ["http://localhost:27464/callback"]


def test_discard_brings_back_what_was_there(form: ProfileForm) -> None:
    discard = find(form, QPushButton, "discardProfileButton")
    before = discard.isEnabled()
    retype(edit(form, "profileNameEdit"), "x")
    typed = discard.isEnabled()

    QTest.mouseClick(discard, Qt.MouseButton.LeftButton)

    assert (before, typed, discard.isEnabled()) == (False, True, False)
    assert edit(form, "profileNameEdit").text() == "Support desk"

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_draft import PracticeApp, ProfileDraft
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.storage.profile import Profile, ServerKind

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SECRET = "CANARY-client-secret"
SUPPORT = Profile(
    id="5f2c",
    name="Support desk",
    server=ServerKind.RINGCENTRAL,
    client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A",
    has_secret=True,
)
APPS = [PracticeApp("practice-app", "practice-secret"), PracticeApp("public-app")]


@pytest.fixture
def form(qtbot: QtBot) -> ProfileForm:
    form = ProfileForm(APPS)
    qtbot.addWidget(form)
    form.resize(800, 700)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.show_profile(SUPPORT, has_stored_secret=True)
    return form


W = TypeVar("W", bound=QWidget)


def find(form: ProfileForm, kind: type[W], name: str) -> W:
    widget = form.findChild(kind, name)
    assert widget is not None
    return widget


def edit(form: ProfileForm, name: str) -> QLineEdit:
    return find(form, QLineEdit, name)


def reason(form: ProfileForm, name: str) -> str:
    label = find(form, QLabel, f"{name}Reason")
    return label.text() if label.isVisible() else ""


def texts(form: ProfileForm) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def press(form: ProfileForm, name: str) -> None:
    QTest.mouseClick(find(form, QPushButton, name), Qt.MouseButton.LeftButton)


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(form: ProfileForm, server: str) -> None:
    combo = find(form, QComboBox, "serverCombo")
    combo.setCurrentIndex(combo.findText(server))


def save(qtbot: QtBot, form: ProfileForm) -> ProfileDraft:
    with qtbot.waitSignal(form.save_requested) as saved:
        press(form, "saveProfileButton")
    assert saved.args is not None
    draft = saved.args[0]
    assert isinstance(draft, ProfileDraft)
    return draft


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


def test_the_servers_are_offered_by_their_names(form: ProfileForm) -> None:
    combo = find(form, QComboBox, "serverCombo")

    assert [combo.itemText(at) for at in range(combo.count())] == [
        "RingCentral",
        "RingCentral .biz",
        "Practice server",
        "Other server",
    ]


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


def test_an_untouched_secret_is_not_sent_again(qtbot: QtBot, form: ProfileForm) -> None:
    assert save(qtbot, form).client_secret is None


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


def test_a_public_app_has_no_secret_field_to_fill(
    qtbot: QtBot, form: ProfileForm
) -> None:
    retype(edit(form, "clientSecretEdit"), SECRET)

    find(form, QCheckBox, "hasSecretCheck").click()

    assert not edit(form, "clientSecretEdit").isEnabled()
    assert "A public app has none: PKCE alone is used." in texts(form)
    draft = save(qtbot, form)
    assert (draft.has_secret, draft.client_secret) == (False, None)


def test_the_address_is_asked_for_another_server_only(form: ProfileForm) -> None:
    field = edit(form, "serverUrlEdit")
    before = field.isVisible()

    choose(form, "Other server")

    assert (before, field.isVisible()) == (False, True)


def test_leaving_the_address_asks_for_the_servers_metadata_once(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "IDP.example.com")

    with qtbot.waitSignal(form.metadata_wanted) as wanted:
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert wanted.args == ["https://idp.example.com"]
    assert field.text() == "https://idp.example.com"
    field.setFocus()
    with qtbot.assertNotEmitted(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_after_a_failure_leaving_the_address_asks_again(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "https://idp.example.com")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    form.show_metadata_state("The server cannot be reached.", is_error=True)
    told = reason(form, "serverUrlEdit")
    field.setFocus()

    with qtbot.waitSignal(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert told == "The server cannot be reached."


def test_a_wrong_address_is_marked_and_not_asked(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "http://evil.example")

    with qtbot.assertNotEmitted(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "https://" in reason(form, "serverUrlEdit")


def test_saving_another_server_asks_for_metadata_first(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    edit(form, "serverUrlEdit").setText("https://idp.example.com")
    find(form, QCheckBox, "hasSecretCheck").setChecked(False)

    with qtbot.waitSignals([form.metadata_wanted, form.save_requested], order="strict"):
        press(form, "saveProfileButton")


@pytest.mark.parametrize("app", APPS)
def test_a_practice_app_is_filled_in_by_one_press(
    qtbot: QtBot, form: ProfileForm, app: PracticeApp
) -> None:
    form.show_new(ServerKind.PRACTICE)
    retype(edit(form, "profileNameEdit"), "Training")

    press(form, f"{app.client_id}Button")

    draft = save(qtbot, form)
    assert draft.server is ServerKind.PRACTICE
    assert (draft.client_id, draft.client_secret) == (app.client_id, app.client_secret)


def test_practice_apps_are_offered_on_the_practice_server_only(
    form: ProfileForm,
) -> None:
    before = "Practice apps:" in texts(form)

    choose(form, "Practice server")

    assert (before, "Practice apps:" in texts(form)) == (False, True)


def test_the_redirect_uri_can_be_copied(qtbot: QtBot, form: ProfileForm) -> None:
    with qtbot.waitSignal(form.copy_requested) as wanted:
        press(form, "copyRedirectUriButton")

    assert wanted.args == ["http://localhost:27464/callback"]


def test_discard_brings_back_what_was_there(qtbot: QtBot, form: ProfileForm) -> None:
    discard = find(form, QPushButton, "discardProfileButton")
    before = discard.isEnabled()
    with qtbot.waitSignal(form.dirty_changed, check_params_cb=lambda dirty: dirty):
        retype(edit(form, "profileNameEdit"), "x")

    with qtbot.waitSignal(form.dirty_changed, check_params_cb=lambda dirty: not dirty):
        QTest.mouseClick(discard, Qt.MouseButton.LeftButton)

    assert not before
    assert edit(form, "profileNameEdit").text() == "Support desk"


def test_where_secrets_are_kept_is_said(form: ProfileForm) -> None:
    form.set_secret_place("memory until RingAuth is closed")

    assert (
        edit(form, "clientSecretEdit").placeholderText()
        == "Kept in memory until RingAuth is closed"
    )


def test_what_comes_from_outside_is_shown_literally(form: ProfileForm) -> None:
    choose(form, "Other server")

    form.show_metadata_state("<b>x</b>", is_error=True)

    label = find(form, QLabel, "serverUrlEditReason")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>x</b>"

"""A profile that signs in with a JWT credential, in the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.profile_secrets import StoredSecrets, described
from ringauth_gui.oauth.jwt_credential import read_jwt_credential
from ringauth_gui.oauth.registration import GrantType
from tests.fakes.jwt_credentials import credential
from tests.gui.profile_form_use import (
    SUPPORT,
    choose,
    edit,
    find,
    press,
    reason,
    save,
    texts,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OURS = credential(client_ids=[SUPPORT.client_id, "another"])


def _choose_sign_in(form: ProfileForm, text: str) -> None:
    combo = find(form, QComboBox, "signInCombo")
    combo.setCurrentIndex(combo.findText(text))


def _choose_jwt(form: ProfileForm) -> QLineEdit:
    _choose_sign_in(form, "With a JWT credential")
    return edit(form, "jwtCredentialEdit")


def _says(form: ProfileForm, text: str) -> bool:
    return any(text in each for each in texts(form))


def test_the_browser_is_the_usual_way(form: ProfileForm) -> None:
    assert find(form, QComboBox, "signInCombo").currentText() == "Through the browser"
    assert not edit(form, "jwtCredentialEdit").isVisible()


def test_a_jwt_sign_in_needs_no_redirect_uri_and_says_where_credentials_are_made(
    form: ProfileForm,
) -> None:
    field = _choose_jwt(form)

    assert field.isVisible()
    assert not edit(form, "redirectUriEdit").isVisible()
    assert not edit(form, "furtherRedirectUrisEdit").isVisible()
    assert _says(form, "developers.ringcentral.com")


def test_other_servers_offer_no_jwt_sign_in(form: ProfileForm) -> None:
    _choose_jwt(form)

    choose(form, "Other server")

    assert not find(form, QComboBox, "signInCombo").isVisible()
    assert not edit(form, "jwtCredentialEdit").isVisible()
    assert form.draft().grant_type is GrantType.AUTHORIZATION_CODE


def test_what_a_credential_says_is_shown_as_soon_as_it_is_pasted(
    form: ProfileForm,
) -> None:
    field = _choose_jwt(form)

    field.setText(OURS)

    assert _says(form, "Never ends · for 2 apps, this client ID is among them")


def test_another_client_id_shows_that_the_credential_is_not_for_it(
    form: ProfileForm,
) -> None:
    _choose_jwt(form).setText(OURS)

    edit(form, "clientIdEdit").setText("yet-another")

    assert _says(form, "RingCentral will answer OAU-473")


def test_what_a_kept_credential_says_is_shown_too(form: ProfileForm) -> None:
    kept = described(read_jwt_credential(OURS))

    form.show_profile(SUPPORT, StoredSecrets(jwt_credential=kept))
    field = _choose_jwt(form)

    assert _says(form, "for 2 apps, this client ID is among them")
    assert field.placeholderText() == "Kept in this computer's keyring"


def test_what_is_no_credential_is_marked_when_the_field_is_left(
    form: ProfileForm,
) -> None:
    field = _choose_jwt(form)
    field.setFocus()
    field.setText("a-client-secret")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "no JWT" in reason(form, "jwtCredentialEdit")


def test_a_jwt_sign_in_is_saved_with_its_credential(
    qtbot: QtBot, form: ProfileForm
) -> None:
    _choose_jwt(form).setText(f" {OURS} ")

    draft = save(qtbot, form)

    assert draft.grant_type is GrantType.JWT_BEARER
    assert draft.jwt_credential == OURS
    assert OURS not in repr(draft)


def test_without_a_credential_nothing_is_saved(qtbot: QtBot, form: ProfileForm) -> None:
    field = _choose_jwt(form)

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")

    assert "missing" in reason(form, "jwtCredentialEdit")
    assert field.hasFocus()


def test_the_credential_is_as_secret_as_a_client_secret(form: ProfileForm) -> None:
    QGuiApplication.clipboard().setText("before")
    field = _choose_jwt(form)
    field.setText(OURS)
    field.selectAll()

    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    press(form, "showJwtCredentialButton")
    shown = field.displayText()
    edit(form, "clientIdEdit").setFocus()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "before"
    assert shown == OURS
    assert field.text() == ""
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_credential_typed_before_the_browser_was_chosen_goes_nowhere(
    qtbot: QtBot, form: ProfileForm
) -> None:
    _choose_jwt(form).setText(OURS)

    _choose_sign_in(form, "Through the browser")

    draft = save(qtbot, form)
    assert draft.jwt_credential is None
    assert draft.redirect_uris == SUPPORT.redirect_uris


def test_discarding_takes_the_credential_and_the_kind_back(form: ProfileForm) -> None:
    field = _choose_jwt(form)
    field.setText(OURS)

    press(form, "discardProfileButton")

    assert field.text() == ""
    assert find(form, QComboBox, "signInCombo").currentText() == "Through the browser"
    assert not form.is_dirty

"""What a person pastes, by the keys and through the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit

from ringauth_gui.gui.profile_form import ProfileForm
from tests.gui.profile_form_use import choose, edit, find, reason

# Each field that is typed in, with what stands in it before what is odd
SECRETS = {"clientSecretEdit": "", "jwtCredentialEdit": ""}
ENDPOINTS = {
    "serverUrlEdit": "https://a.example/",
    "authorizationEndpointEdit": "https://a.example/",
    "tokenEndpointEdit": "https://a.example/",
    "revocationEndpointEdit": "https://a.example/",
    "userinfoEndpointEdit": "https://a.example/",
    "jwksUriEdit": "https://a.example/",
    "issuerEdit": "https://a.example/",
}
REDIRECT_URIS = {
    "redirectUriEdit": "http://localhost:27464/",
    "furtherRedirectUrisEdit": "http://localhost:27465/",
}
OPTIONS = {
    "scopeEdit": "",
    "promptEdit": "",
    "displayEdit": "",
    "uiLocalesEdit": "",
    "loginHintEdit": "",
    "brandIdEdit": "",
    "accessTokenTtlEdit": "",
    "refreshTokenTtlEdit": "",
}
FIELDS = {
    "profileNameEdit": "",
    "clientIdEdit": "",
    **SECRETS,
    **ENDPOINTS,
    **REDIRECT_URIS,
    **OPTIONS,
}


def paste(field: QLineEdit, text: str) -> None:
    """Put ``text`` in place of what is in the field, as Ctrl+V does."""
    QGuiApplication.clipboard().setText(text)
    field.window().activateWindow()
    # Else the focus goes and comes without a word.
    assert QTest.qWaitForWindowActive(field.window())
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def bring_out(form: ProfileForm, name: str) -> QLineEdit:
    """Do in the form what brings the field into sight."""
    if name in ENDPOINTS:
        choose(form, "Other server")
        if name != "serverUrlEdit":
            find(form, QCheckBox, "typeEndpointsCheck").setChecked(True)
    if name == "jwtCredentialEdit":
        combo = find(form, QComboBox, "signInCombo")
        combo.setCurrentIndex(combo.findText("With a JWT credential"))
    if name in OPTIONS:
        find(form, QAbstractButton, "advancedButton").click()
    return edit(form, name)


def reason_after_leaving(form: ProfileForm, field: QLineEdit) -> str:
    """Go on to another field, and return what is said of the one that was left."""
    QTest.keyClick(field, Qt.Key.Key_Tab)
    name = field.objectName()
    combo = f"{name.removesuffix('Edit')}Combo"
    return (
        reason(form, name)
        if form.findChild(QLabel, f"{name}Reason")
        else reason(form, combo)
    )

"""The profile form as a person uses it: fields by name, reasons, presses."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.profile_secrets import StoredSecrets
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile, ServerKind

SECRET = "CANARY-client-secret"
SUPPORT = Profile(
    id="5f2c",
    name="Support desk",
    server=ServerKind.RINGCENTRAL,
    client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A",
    has_secret=True,
)
SECRET_STORED = StoredSecrets(client_secret=True)
APPS = [PracticeApp("practice-app", "practice-secret"), PracticeApp("public-app")]
JWT_APP = PracticeApp("jwt-app", "jwt-secret", grant_type=GrantType.JWT_BEARER)


def shown_form(qtbot: QtBot) -> ProfileForm:
    form = ProfileForm([*APPS, JWT_APP])
    qtbot.addWidget(form)
    form.resize(800, 700)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.show_profile(SUPPORT, SECRET_STORED)
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

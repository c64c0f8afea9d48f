"""The profile form by keyboard alone: Tab goes as one reads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from tests.fakes.jwt_credentials import credential
from tests.gui.profile_form_use import SECRET, choose, edit, find, shown_form

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MOST = 60  # controls that a form may have


@pytest.fixture
def form(qtbot: QtBot) -> ProfileForm:
    form = shown_form(qtbot)
    form.resize(800, 2000)  # everything in sight, so that places can be compared
    edit(form, "clientSecretEdit").setText(SECRET)
    edit(form, "profileNameEdit").setFocus()
    return form


def _tabbed(form: ProfileForm) -> list[QWidget]:
    """Press Tab until the first field is reached again."""
    first, found = edit(form, "profileNameEdit"), []
    first.setFocus()
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return found
    raise AssertionError([each.objectName() for each in found])


def _assert_read_in_order(form: ProfileForm, *expected: str) -> None:
    QTest.qWait(1)  # the layout
    tabbed = _tabbed(form)

    places = [each.mapTo(form, each.rect().center()) for each in tabbed]
    lines = [(_line(place), place.x()) for place in places]
    names = [each.objectName() for each in tabbed]
    assert lines == sorted(lines), names
    assert set(expected) <= set(names)


def _line(place: QPoint) -> int:
    return place.y() // 12  # a small button stands in the middle of a field's line


def test_a_usual_profile_is_read_in_order(form: ProfileForm) -> None:
    _assert_read_in_order(
        form,
        "serverCombo",
        "signInCombo",
        "clientSecretEdit",
        "showClientSecretButton",
        "copyRedirectUriButton",
        "advancedButton",
        "discardProfileButton",
        "saveProfileButton",
    )


def test_a_jwt_sign_in_is_read_in_order(form: ProfileForm) -> None:
    combo = find(form, QComboBox, "signInCombo")
    combo.setCurrentIndex(combo.findText("With a JWT credential"))
    edit(form, "jwtCredentialEdit").setText(credential())

    _assert_read_in_order(form, "jwtCredentialEdit", "showJwtCredentialButton")


def test_another_server_with_options_is_read_in_order(form: ProfileForm) -> None:
    choose(form, "Other server")
    find(form, QCheckBox, "typeEndpointsCheck").setChecked(True)
    edit(form, "authorizationEndpointEdit").setText("https://a.example/authorize")
    edit(form, "tokenEndpointEdit").setText("https://a.example/token")
    find(form, QToolButton, "advancedButton").click()

    _assert_read_in_order(
        form,
        "serverUrlEdit",
        "typeEndpointsCheck",
        "issuerEdit",
        "confirmHostsCheck",
        "scopeEdit",
        "nonceCheck",
        "promptCombo",
        "loginHintEdit",
    )


def test_a_remedy_is_reached_after_its_field(form: ProfileForm) -> None:
    find(form, QToolButton, "advancedButton").click()
    edit(form, "promptEdit").setText("consent")

    _assert_read_in_order(form, "promptComboRemedyButton", "refreshTokenTtlEdit")

    button = find(form, QPushButton, "promptComboRemedyButton")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert edit(form, "promptEdit").text() == "login sso consent"
    assert find(form, QComboBox, "promptCombo").hasFocus()

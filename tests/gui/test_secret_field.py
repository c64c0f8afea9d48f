"""Secrets stay masked until asked for, and do not stay shown."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.secret_field import SecretField

SECRET = "SJC1" + "canary" * 40 + "r0Tg"
MASK = "SJC1••••••••••••r0Tg"
LONG = 3600.0
# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    widget = SecretField("AccessToken", "Access token", reveal_seconds=LONG)
    qtbot.addWidget(widget)
    widget.show_secret(SECRET)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def line(widget: QWidget) -> QLineEdit:
    return one(widget, QLineEdit, "accessTokenField")


def show_button(widget: QWidget) -> QPushButton:
    return one(widget, QPushButton, "showAccessTokenButton")


def copy_button(widget: QWidget) -> QPushButton:
    return one(widget, QPushButton, "copyAccessTokenButton")


def one(widget: QWidget, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found is not None
    return found


def reveal(widget: SecretField) -> None:
    QTest.mouseClick(show_button(widget), Qt.MouseButton.LeftButton)
    assert line(widget).text() == SECRET


@pytest.mark.case("CL-04")
def test_the_secret_is_masked_at_first(field: SecretField) -> None:
    assert line(field).text() == MASK
    assert line(field).isReadOnly()


def test_every_part_has_its_name_for_screen_readers(field: SecretField) -> None:
    assert line(field).accessibleName() == "Access token"
    assert show_button(field).accessibleName() == "Show access token"
    assert copy_button(field).accessibleName() == "Copy access token"


def test_an_abbreviation_keeps_its_capitals(qtbot: QtBot) -> None:
    widget = SecretField("IdToken", "ID token")
    qtbot.addWidget(widget)

    button = one(widget, QPushButton, "showIdTokenButton")

    assert button.accessibleName() == "Show ID token"


def test_show_shows_and_hide_hides(field: SecretField) -> None:
    reveal(field)
    assert show_button(field).text() == "Hide"

    QTest.mouseClick(show_button(field), Qt.MouseButton.LeftButton)

    assert line(field).text() == MASK
    assert show_button(field).text() == "Show"


@pytest.mark.case("CL-04")
def test_a_reveal_ends_by_itself(qtbot: QtBot) -> None:
    widget = SecretField("AccessToken", "Access token", reveal_seconds=0.05)
    qtbot.addWidget(widget)
    widget.show_secret(SECRET)
    reveal(widget)

    qtbot.waitUntil(lambda: line(widget).text() == MASK)

    assert show_button(widget).text() == "Show"


@pytest.mark.case("CL-04")
def test_a_reveal_ends_when_the_window_loses_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    widget = SecretField("AccessToken", "Access token", window, reveal_seconds=LONG)
    widget.show_secret(SECRET)
    window.show()
    reveal(widget)

    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))

    assert line(widget).text() == MASK


@pytest.mark.case("CL-04")
def test_a_reveal_ends_when_the_field_is_hidden(field: SecretField) -> None:
    reveal(field)

    field.hide()

    assert line(field).text() == MASK


def test_a_reveal_ends_when_another_secret_comes(field: SecretField) -> None:
    reveal(field)

    field.show_secret("PDX1" + "other" * 40 + "zzzz")

    assert line(field).text() == "PDX1••••••••••••zzzz"


def test_a_reveal_outlasts_the_same_secret_shown_again(field: SecretField) -> None:
    reveal(field)

    field.show_secret(SECRET)

    assert line(field).text() == SECRET


def test_nothing_to_show_is_said_and_explained(field: SecretField) -> None:
    field.show_secret(None, "The server issued no refresh token.")

    assert line(field).text() == "–"
    for button in (show_button(field), copy_button(field)):
        assert not button.isEnabled()
        assert button.toolTip() == "The server issued no refresh token."


def test_a_secret_after_none_brings_the_buttons_back(field: SecretField) -> None:
    field.show_secret(None, "none yet")

    field.show_secret(SECRET)

    assert show_button(field).isEnabled()
    assert show_button(field).toolTip() == ""


def test_copy_is_a_wish(qtbot: QtBot, field: SecretField) -> None:
    with qtbot.waitSignal(field.copy_requested):
        QTest.mouseClick(copy_button(field), Qt.MouseButton.LeftButton)


def test_the_keys_for_copy_make_the_same_wish(qtbot: QtBot, field: SecretField) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    reveal(field)

    with qtbot.waitSignal(field.copy_requested):
        QTest.keyClick(line(field), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert clipboard.text() == "before"


def test_the_keys_for_copy_do_nothing_without_a_secret(
    qtbot: QtBot, field: SecretField
) -> None:
    field.show_secret(None)

    with qtbot.assertNotEmitted(field.copy_requested):
        QTest.keyClick(line(field), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.case("CL-07")
def test_no_key_selects_and_so_nothing_reaches_the_primary_selection(
    field: SecretField,
) -> None:
    reveal(field)

    QTest.keyClick(line(field), Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line(field), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert line(field).selectedText() == ""


@pytest.mark.case("CL-07")
def test_no_mouse_selects_and_so_nothing_reaches_the_primary_selection(
    field: SecretField,
) -> None:
    reveal(field)

    QTest.mouseDClick(line(field), Qt.MouseButton.LeftButton)
    # Qt's double click leaves the button down, for the tests after it as well.
    QTest.mouseRelease(line(field), Qt.MouseButton.LeftButton)

    assert line(field).selectedText() == ""

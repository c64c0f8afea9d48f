"""A secret's field gives away nothing while it is masked, by no way out."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAction,
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.secret_edit import SecretEdit
from tests.gui.everything_read import all_texts, clipboards
from tests.gui.pasting import paste

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not"),
    pytest.mark.case("IN-11"),
]

SECRET = "CANARY-client-secret"
COPYING = [
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window that is in front."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def secret(window: QWidget) -> SecretEdit:
    """Return a field of the window, with a secret pasted into it."""
    field = SecretEdit(window)
    field.resize(200, 30)
    field.show()
    paste(field, SECRET)
    QGuiApplication.clipboard().setText("before")
    return field


def menu_of(field: SecretEdit) -> QMenu:
    """Open the field's own menu, as the right button of the mouse does."""
    place = QPoint(5, 5)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place)
    )
    QApplication.sendEvent(field, event)
    menu = field.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> dict[str, QAction]:
    """Return what can be chosen in the menu, by Qt's own names."""
    return {each.objectName(): each for each in menu.actions() if each.isEnabled()}


@pytest.mark.parametrize(("key", "modifier"), COPYING)
def test_no_key_copies_or_cuts_while_masked(
    secret: SecretEdit, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    secret.selectAll()

    QTest.keyClick(secret, key, modifier)

    assert QGuiApplication.clipboard().text() == "before"
    assert secret.text() == SECRET
    assert SECRET not in clipboards()


def test_the_menu_offers_neither_copy_nor_cut_nor_undo_while_masked(
    secret: SecretEdit,
) -> None:
    secret.selectAll()

    menu = menu_of(secret)

    assert offered(menu).keys() & {"edit-cut", "edit-copy", "edit-undo"} == set()
    assert "edit-paste" in offered(menu)
    menu.close()


def test_nothing_is_dragged_out_while_masked(secret: SecretEdit) -> None:
    secret.selectAll()
    started: list[QDrag] = []

    QTest.mousePress(secret, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.qWait(QApplication.startDragTime() + 10)
    QTest.mouseMove(secret, QPoint(60, 10))
    started += secret.findChildren(QDrag)
    QTest.mouseRelease(secret, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))

    assert started == []
    assert SECRET not in clipboards()


def test_a_screen_reader_finds_bullets_while_masked(secret: SecretEdit) -> None:
    reader = QAccessible.queryAccessibleInterface(secret)
    assert isinstance(reader, QAccessibleInterface)
    text = reader.textInterface()
    assert text is not None

    # What the accessibility bus calls CopyText reads the text by this.
    assert set(text.text(0, len(SECRET))) == {"●"}
    assert reader.state().passwordEdit
    assert SECRET not in "\n".join(all_texts(secret.window()))


def test_what_is_shown_is_masked_when_the_field_or_the_window_is_left(
    secret: SecretEdit,
) -> None:
    for reason in (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    ):
        secret.set_shown(True)
        assert secret.displayText() == SECRET

        QApplication.sendEvent(secret, QFocusEvent(QEvent.Type.FocusOut, reason))

        assert SECRET not in secret.displayText()


def test_its_own_menu_does_not_mask_what_is_shown(secret: SecretEdit) -> None:
    secret.set_shown(True)
    popup = Qt.FocusReason.PopupFocusReason

    QApplication.sendEvent(secret, QFocusEvent(QEvent.Type.FocusOut, popup))

    assert secret.displayText() == SECRET


@pytest.mark.parametrize("shown", [True, False])
def test_an_earlier_secret_does_not_come_back(secret: SecretEdit, shown: bool) -> None:
    paste(secret, "another")
    secret.set_shown(shown)
    undo, redo = (Qt.Key.Key_Z, Qt.Key.Key_Y)

    for key in (undo, redo):
        QTest.keyClick(secret, key, Qt.KeyboardModifier.ControlModifier)

    assert secret.text() == "another"


def test_nothing_is_predicted_or_remembered_by_a_keyboard(secret: SecretEdit) -> None:
    hints = Qt.InputMethodHint

    for shown in (False, True):
        secret.set_shown(shown)
        assert secret.inputMethodHints() & hints.ImhSensitiveData
        assert secret.inputMethodHints() & hints.ImhNoPredictiveText
        assert secret.inputMethodHints() & hints.ImhHiddenText

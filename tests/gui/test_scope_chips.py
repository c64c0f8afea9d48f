"""Scopes are painted as chips and read as text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.scope_chips import ScopeChips

FOUR = ("ReadAccounts", "ReadCallLog", "SMS", "RingOut")


@pytest.fixture
def chips(qtbot: QtBot) -> ScopeChips:
    widget = ScopeChips()
    qtbot.addWidget(widget)
    widget.resize(340, 26)
    return widget


def test_screen_readers_get_the_scopes_as_text(chips: ScopeChips) -> None:
    chips.show_scope(FOUR)

    assert chips.objectName() == "scopeValue"
    assert chips.accessibleName() == "Scope"
    assert chips.text() == "ReadAccounts ReadCallLog SMS RingOut"


def test_no_scope_is_said_in_words(chips: ScopeChips) -> None:
    chips.show_scope(None)

    assert chips.text() == "not named by the server"


def test_a_few_scopes_take_one_line(chips: ScopeChips) -> None:
    chips.show_scope(FOUR[2:])

    assert chips.heightForWidth(340) == chips.sizeHint().height()


def test_many_scopes_flow_over_more_lines_where_it_is_narrow(
    chips: ScopeChips,
) -> None:
    chips.show_scope(tuple(f"Permission{number}" for number in range(42)))

    wide, narrow = chips.heightForWidth(600), chips.heightForWidth(200)

    assert chips.sizeHint().height() < wide < narrow


def test_a_scope_wider_than_the_window_stays_inside(chips: ScopeChips) -> None:
    chips.show_scope(("x" * 500,))

    assert chips.heightForWidth(100) == chips.sizeHint().height()


def test_the_chips_are_painted_in_the_palette(chips: ScopeChips) -> None:
    chips.show_scope(FOUR)

    chips.set_palette(DARK)

    colours = {chips.grab().toImage().pixelColor(6, y).name() for y in range(26)}
    assert DARK.panel in colours
    assert LIGHT.panel not in colours


def test_the_keyboard_copies_all_scopes(chips: ScopeChips) -> None:
    chips.show_scope(FOUR)
    control = Qt.KeyboardModifier.ControlModifier

    QTest.keyClick(chips, Qt.Key.Key_A, control)
    QTest.keyClick(chips, Qt.Key.Key_C, control)

    assert QGuiApplication.clipboard().text() == " ".join(FOUR)


def test_a_click_selects_all_scopes(chips: ScopeChips) -> None:
    chips.show_scope(FOUR)

    QTest.mouseClick(chips, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(chips, Qt.MouseButton.LeftButton)
    # Qt's double click leaves the button down, for the tests after it as well.
    QTest.mouseRelease(chips, Qt.MouseButton.LeftButton)

    assert chips.selectedText() == " ".join(FOUR)

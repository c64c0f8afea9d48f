"""A value wraps, is as high as its lines, and is read by screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.value_text import ValueText

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def value(qtbot: QtBot) -> ValueText:
    widget = ValueText("ownerIdValue", "Owner ID")
    qtbot.addWidget(widget)
    return widget


def test_a_value_has_its_names(value: ValueText) -> None:
    assert value.objectName() == "ownerIdValue"
    assert value.accessibleName() == "Owner ID"


def test_both_parts_are_read_as_one_text(value: ValueText) -> None:
    value.show_value("14:32:10", " · in 54 min")

    assert value.toPlainText() == "14:32:10 · in 54 min"


@pytest.mark.parametrize("pixels", [9, 13, 14, 30])
def test_the_first_line_is_in_the_middle_where_its_label_is(
    value: ValueText, pixels: int
) -> None:
    value.setStyleSheet(f"border: 2px solid red; font-size: {pixels}px")
    value.show_value("256440016")
    value.resize(200, value.sizeHint().height())
    value.show()

    line = value.cursorRect().translated(value.viewport().pos())
    assert abs(line.center().y() - value.rect().center().y()) <= 1
    assert value.heightForWidth(200) == value.height()


def test_markup_stays_text(value: ValueText) -> None:
    value.show_value("<b>bold</b>", "<i>quiet</i>")

    assert value.toPlainText() == "<b>bold</b><i>quiet</i>"


def test_a_value_can_be_selected_but_not_written(value: ValueText) -> None:
    value.show_value("256440016")

    QTest.keyClicks(value, "x")
    value.selectAll()

    assert value.textCursor().selectedText() == "256440016"


def test_the_same_value_again_keeps_the_selection(value: ValueText) -> None:
    value.show_value("256440016")
    value.selectAll()

    value.show_value("256440016")

    assert value.textCursor().hasSelection()


def test_the_tab_key_goes_on_to_the_next_widget(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = ValueText("one", "One"), ValueText("two", "Two")
    layout.addWidget(first)
    layout.addWidget(second)
    window.show()
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert window.focusWidget() is second


def test_a_long_value_takes_more_lines_where_it_is_narrow(value: ValueText) -> None:
    value.show_value("word " * 40)

    assert value.heightForWidth(200) > value.heightForWidth(600)
    assert value.heightForWidth(600) > value.sizeHint().height()


def test_a_value_without_blanks_wraps_too(value: ValueText) -> None:
    value.show_value("x" * 200)

    assert value.heightForWidth(200) > value.sizeHint().height()

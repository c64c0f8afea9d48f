"""Rows of a label and its value can be set anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.row_grid import RowGrid

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def grid(window: QWidget) -> RowGrid:
    rows = RowGrid()
    window.setLayout(rows)
    return rows


def labels(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_each_widget_stands_beside_its_label(window: QWidget, grid: RowGrid) -> None:
    first, second = QLineEdit(window), QLineEdit(window)

    grid.arrange([("First", first), ("Second", second)])
    grid.activate()

    assert labels(window) == ["First", "Second"]
    assert first.isVisible()
    assert first.geometry().bottom() < second.geometry().top()


def test_a_row_without_a_label_takes_the_whole_width(
    window: QWidget, grid: RowGrid
) -> None:
    beside, alone = QLineEdit(window), QLineEdit(window)

    grid.arrange([("Label", beside), ("", alone)])
    grid.activate()

    assert alone.width() > beside.width()


def test_what_has_no_row_any_more_is_hidden(window: QWidget, grid: RowGrid) -> None:
    first, second = QLineEdit(window), QLineEdit(window)
    grid.arrange([("First", first), ("Second", second)])

    grid.arrange([("Second", second)])

    assert labels(window) == ["Second"]
    assert not first.isVisible()
    assert second.isVisible()


def test_the_same_rows_again_change_nothing(window: QWidget, grid: RowGrid) -> None:
    only = QLineEdit(window)
    grid.arrange([("Only", only)])
    before = window.findChildren(QLabel)

    grid.arrange([("Only", only)])

    assert window.findChildren(QLabel) == before


def test_an_untrusted_label_stays_text(window: QWidget, grid: RowGrid) -> None:
    grid.arrange([("<b>name</b>", QLineEdit(window))])

    (label,) = window.findChildren(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_label_explains_itself_as_its_value_does(
    window: QWidget, grid: RowGrid
) -> None:
    value = QLineEdit(window)
    value.setToolTip("What the token allows the app to do.")

    grid.arrange([("Scope", value)])

    label = window.findChild(QLabel)
    assert label is not None
    assert label.toolTip() == "What the token allows the app to do."

"""A page that scrolls where the window is too low for it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import ScrollPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LINES = 40


@pytest.fixture
def page(qtbot: QtBot) -> ScrollPage:
    page = ScrollPage()
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(LINES):
        column.addWidget(PlainLabel(f"Line {number}"))
    page.hold(content)
    qtbot.addWidget(page)
    page.resize(300, 2000)
    page.show()
    return page


def _bar(page: ScrollPage) -> QScrollBar:
    return next(
        bar for bar in page.findChildren(QScrollBar) if bar.parentWidget() is page
    )


def _resize(page: ScrollPage, height: int) -> None:
    page.resize(300, height)
    QTest.qWait(0)


def test_there_is_no_bar_while_everything_fits(page: ScrollPage) -> None:
    _resize(page, 2000)

    assert not _bar(page).isVisible()


def test_a_low_page_has_a_bar_that_moves_it(page: ScrollPage) -> None:
    _resize(page, 200)
    last = page.findChildren(PlainLabel)[-1]
    assert last.visibleRegion().isEmpty()

    _bar(page).setValue(_bar(page).maximum())

    assert _bar(page).isVisible()
    assert not last.visibleRegion().isEmpty()


def test_a_bar_that_comes_in_sight_has_room_and_shows_how_much_is_seen(
    page: ScrollPage,
) -> None:
    _resize(page, 2000)

    _resize(page, 200)

    assert _bar(page).width() == _bar(page).sizeHint().width()
    assert _bar(page).pageStep() == 200


def test_the_bar_follows_what_is_brought_in_sight(page: ScrollPage) -> None:
    _resize(page, 200)
    last = page.findChildren(PlainLabel)[-1]

    page.ensure_visible(last)

    assert not last.visibleRegion().isEmpty()
    assert _bar(page).value() > 0


def test_the_bar_goes_when_there_is_room_again(page: ScrollPage) -> None:
    _resize(page, 200)

    _resize(page, 2000)

    assert not _bar(page).isVisible()


def test_the_bar_is_no_child_of_the_area_for_a_screen_reader(page: ScrollPage) -> None:
    area = QAccessible.queryAccessibleInterface(page.findChildren(QScrollArea)[0])
    children = area.childCount()

    _resize(page, 200)

    assert _bar(page).isVisible()
    assert area.childCount() == children == 1

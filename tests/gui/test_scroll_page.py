"""A page that scrolls where the window is too low for it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.scroll_page import ScrollPage
from tests.gui.reading import child

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


@pytest.fixture
def low(qtbot: QtBot) -> ScrollPage:
    """Return a profile form in a page that is as low as in the smallest window."""
    page = ScrollPage()
    page.hold(ProfileForm([]))
    qtbot.addWidget(page)
    page.resize(520, 240)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    child(page, QLineEdit, "profileNameEdit").setFocus()
    QTest.qWait(1)  # the layout
    return page


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_tab_brings_each_field_in_sight(low: ScrollPage) -> None:
    passed = set()
    for _ in range(12):
        focused = low.window().focusWidget()
        assert focused is not None
        assert _is_whole(focused), focused.objectName()
        passed.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert "redirectUriEdit" in passed


def test_a_screen_reader_brings_the_field_in_sight_that_it_focuses(
    low: ScrollPage,
) -> None:
    field = child(low, QLineEdit, "redirectUriEdit")
    assert not _is_whole(field)
    interface = QAccessible.queryAccessibleInterface(field)
    assert isinstance(interface, QAccessibleInterface)
    action = interface.actionInterface()
    assert action is not None

    action.doAction(action.setFocusAction())

    assert field.hasFocus()
    assert _is_whole(field)


def test_a_press_of_the_mouse_moves_nothing_away_from_below_it(
    low: ScrollPage,
) -> None:
    field = child(low, QLineEdit, "redirectUriEdit")
    before = field.mapTo(low, QPoint())

    QTest.mousePress(field, Qt.MouseButton.LeftButton)

    assert field.mapTo(low, QPoint()) == before
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton)

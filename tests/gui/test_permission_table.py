"""The table of scopes and permissions: what is in sight, folded away and copied."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.cell_heights import ROW_HEIGHT
from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.permission_table import PermissionTable
from ringauth_gui.gui.scroll_page import make_scrollable
from ringauth_gui.ringcentral.permissions import permission_rows
from ringauth_gui.ringcentral.user_permissions import (
    MOST_PERMISSIONS,
    PermissionAnswer,
    Standing,
    UserPermissions,
)
from tests.gui.account_use import spoken_rows, table_rows
from tests.gui.check_examples import LACKS_SMS, MAY, SCOPE
from tests.gui.reading import button, child, visible_texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FOLD = "furtherPermissionsButton"
FURTHER = "furtherPermissionsTable"
MANY = UserPermissions(
    tuple(f"Permission{number}" for number in range(143)), left_out=12
)


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[PermissionTable]:
    window = QWidget()
    qtbot.addWidget(window)
    table = PermissionTable()
    QVBoxLayout(window).addWidget(table)
    window.resize(500, 400)
    window.show()
    yield table
    window.close()


def _view(table: PermissionTable, name: str = "permissionTable") -> QTableView:
    return child(table, QTableView, name)


def _select(view: QTableView, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = view.model().index(row, 0)
        view.selectionModel().select(index, flags.Select | flags.Rows)


def test_the_rest_of_the_permissions_is_folded_away(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, MAY, [LACKS_SMS]))

    names = [row[0] for row in table_rows(table)]
    assert names == [*SCOPE, "EditExtensions"]
    assert button(table, FOLD).text() == "▸ and 3 more permissions of the user"
    assert not _view(table, FURTHER).isVisible()


def test_it_unfolds_below_its_button_which_stays_where_it_is(
    qtbot: QtBot, table: PermissionTable
) -> None:
    table.show_rows(permission_rows(SCOPE, MAY, [LACKS_SMS]))
    qtbot.waitUntil(lambda: button(table, FOLD).y() > ROW_HEIGHT)
    place = button(table, FOLD).pos()

    QTest.mouseClick(button(table, FOLD), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(_view(table, FURTHER).isVisible)
    assert button(table, FOLD).pos() == place
    assert _view(table, FURTHER).y() > place.y()
    names = [row[0] for row in table_rows(table, FURTHER)]
    assert names == ["ReadCompanyInfo", "ReadExtensions", "EditUserInfo"]


def test_what_is_unfolded_stays_so_with_other_rows(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, MAY))
    button(table, FOLD).click()

    table.show_rows(permission_rows(SCOPE, MANY))

    assert _view(table, FURTHER).isVisible()
    assert len(table_rows(table, FURTHER)) == 143


def test_what_was_left_out_is_said(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, MANY))
    assert visible_texts(table) == []

    button(table, FOLD).click()

    assert visible_texts(table) == [
        "12 more are not shown. Ask the server for any of them by name."
    ]


def test_without_a_rest_there_is_nothing_to_unfold(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, None, [LACKS_SMS]))

    assert not button(table, FOLD).isVisible()


def test_a_sign_alone_is_explained_to_who_cannot_see_it(table: PermissionTable) -> None:
    unknown = PermissionAnswer("SMS", Standing.NO_SUCH_NAME)

    table.show_rows(permission_rows(("SMS",), None, [unknown]))

    assert table_rows(table)[0][2] == "–"
    assert spoken_rows(table)[0][2].startswith("Not known: the API has no user")


def test_columns_are_named_in_sight_and_to_who_cannot_see_them(
    table: PermissionTable,
) -> None:
    model, across = _view(table).model(), Qt.Orientation.Horizontal
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert model.headerData(1, across) == "Token's\nscope"
    assert model.headerData(1, across, spoken) == "Token's scope"
    assert model.headerData(3, across) == "So a call is"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_signs_have_the_colours_of_the_theme(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, MAY, [LACKS_SMS]))
    model = _view(table).model()
    role = Qt.ItemDataRole.ForegroundRole

    assert model.index(2, 1).data(role) == QColor(LIGHT.good)
    assert model.index(2, 2).data(role) == QColor(LIGHT.bad)
    assert model.index(2, 3).data(role) is None
    assert model.index(0, 3).data(role) == QColor(LIGHT.quiet)

    table.set_palette(DARK)

    assert model.index(2, 2).data(role) == QColor(DARK.bad)


def test_hostile_names_are_shown_as_they_are(table: PermissionTable) -> None:
    name = "<b>x</b><img src='file:///x'>"

    table.show_rows(permission_rows((name,), MAY))

    assert table_rows(table)[0][0] == name
    tip = _view(table).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_selected_rows_are_copied_whole_and_in_order(
    qtbot: QtBot, table: PermissionTable
) -> None:
    table.show_rows(permission_rows(SCOPE, MAY, [LACKS_SMS]))
    _select(_view(table), 2, 0)

    with qtbot.waitSignal(table.copy_requested) as copied:
        QTest.keyClick(_view(table), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert copied.args == [
        "ReadAccounts\t✓ yes\t✓ yes\tallowed\n"
        "SMS\t✓ yes\t✕ no\tthe user's role lacks it · CMN-408"
    ]


def test_other_keys_move_in_the_table(table: PermissionTable) -> None:
    table.show_rows(permission_rows(SCOPE, MAY))
    view = _view(table)
    view.setCurrentIndex(view.model().index(0, 0))

    QTest.keyClick(view, Qt.Key.Key_Down)

    assert view.currentIndex().row() == 1


def test_the_table_is_as_high_as_its_rows_at_every_width(
    qtbot: QtBot, table: PermissionTable
) -> None:
    table.show_rows(permission_rows(SCOPE, MAY, [LACKS_SMS]))
    view, rows = _view(table), _view(table).verticalHeader()

    heights = []
    for width in (700, 420):
        table.window().resize(width, 400)
        qtbot.waitUntil(lambda: view.height() > rows.length() > 0)
        heights.append(rows.length())
        assert view.height() >= rows.length() + view.horizontalHeader().height()
    assert heights[0] < heights[1]


def test_the_most_permissions_unfold_without_a_stall(qtbot: QtBot) -> None:
    page, table = QWidget(), PermissionTable()
    make_scrollable(page, table)
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    names = tuple(f"SomePermission{number}" for number in range(MOST_PERMISSIONS))
    table.show_rows(permission_rows(SCOPE, UserPermissions(names)))
    QApplication.processEvents()

    start = time.process_time()
    button(table, FOLD).click()
    QApplication.processEvents()

    assert time.process_time() - start < 0.2  # R20
    assert len(table_rows(table, FURTHER)) == MOST_PERMISSIONS - len(SCOPE)

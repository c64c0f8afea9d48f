from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.formatting import Level
from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.side_list import SideList
from ringauth_gui.gui.side_list_delegate import second_line
from ringauth_gui.gui.side_list_model import ROW_ROLE, SideListModel

# Windows and menus ask the offscreen platform for what it does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PRACTICE = ProfileRow(
    id="1",
    name="Practice",
    server_label="Practice server",
    status_text="54:31 left",
    accessible_status="54 min 31 s left",
    fraction=0.9,
    level=Level.GOOD,
)
SUPPORT = ProfileRow(
    id="2",
    name="<b>Support</b>",
    server_label="RingCentral",
    status_text="Signed out",
    accessible_status="signed out",
    fraction=0.0,
    level=Level.UNKNOWN,
)


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    menu = QMenu()
    menu.addAction(QAction("Duplicate", menu))
    qtbot.addWidget(menu)
    return menu


@pytest.fixture
def side_list(qtbot: QtBot, menu: QMenu) -> SideList:
    side_list = SideList(menu)
    qtbot.addWidget(side_list)
    side_list.resize(255, 600)
    side_list.set_rows([PRACTICE, SUPPORT])
    side_list.show()
    qtbot.waitExposed(side_list)
    return side_list


def view(side_list: SideList) -> QListView:
    found = side_list.findChild(QListView, "profileList")
    assert isinstance(found, QListView)
    return found


def selected_id(side_list: SideList) -> str:
    index = view(side_list).currentIndex()
    row = index.data(ROW_ROLE)
    return row.id if isinstance(row, ProfileRow) else ""


def press(side_list: SideList, name: str) -> None:
    button = side_list.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click_row(side_list: SideList, number: int) -> None:
    index = view(side_list).model().index(number, 0)
    QTest.mouseClick(
        view(side_list).viewport(),
        Qt.MouseButton.LeftButton,
        pos=view(side_list).visualRect(index).center(),
    )


def test_the_names_for_automation_are_there(side_list: SideList) -> None:
    names = {
        button.objectName(): button.accessibleName()
        for button in side_list.findChildren(QPushButton)
    }

    assert view(side_list).accessibleName() == "Profiles"
    assert names["newProfileButton"] == "New profile"
    assert names["moreProfilesButton"] == "More for profiles"


@pytest.mark.parametrize(
    "role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]
)
def test_the_text_of_a_row_begins_with_the_profiles_name(
    side_list: SideList, role: Qt.ItemDataRole
) -> None:
    text = view(side_list).model().index(0, 0).data(role)

    assert text.startswith("Practice")


def test_a_screen_reader_says_how_the_profile_stands(side_list: SideList) -> None:
    index = view(side_list).model().index(0, 0)

    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole)
        == "Practice, Practice server, 54 min 31 s left"
    )


def test_a_click_chooses_a_profile(qtbot: QtBot, side_list: SideList) -> None:
    with qtbot.waitSignal(side_list.selected) as chosen:
        click_row(side_list, 1)

    assert chosen.args == ["2"]
    assert selected_id(side_list) == "2"


def test_the_keyboard_chooses_a_profile(qtbot: QtBot, side_list: SideList) -> None:
    side_list.select("1")

    with qtbot.waitSignal(side_list.selected) as chosen:
        QTest.keyClick(view(side_list), Qt.Key.Key_Down)

    assert chosen.args == ["2"]


def test_an_assistive_tool_chooses_a_profile(qtbot: QtBot, side_list: SideList) -> None:
    index = view(side_list).model().index(1, 0)

    with qtbot.waitSignal(side_list.selected) as chosen:
        view(side_list).selectionModel().select(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    assert chosen.args == ["2"]
    assert view(side_list).currentIndex() == index


def test_the_chosen_profile_cannot_be_unchosen(side_list: SideList) -> None:
    side_list.select("2")
    index = view(side_list).model().index(1, 0)

    QTest.mouseClick(
        view(side_list).viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        view(side_list).visualRect(index).center(),
    )

    assert selected_id(side_list) == "2"
    assert view(side_list).selectionModel().isSelected(index)


def test_selecting_from_the_program_is_no_persons_choice(
    qtbot: QtBot, side_list: SideList
) -> None:
    with qtbot.assertNotEmitted(side_list.selected):
        side_list.select("2")

    assert selected_id(side_list) == "2"


def test_new_rows_keep_the_selection(qtbot: QtBot, side_list: SideList) -> None:
    side_list.select("2")
    third = replace(PRACTICE, id="3", name="Third")

    with qtbot.assertNotEmitted(side_list.selected):
        side_list.set_rows([third, PRACTICE, SUPPORT])

    assert selected_id(side_list) == "2"
    assert view(side_list).currentIndex().row() == 2


def test_a_profile_that_is_gone_is_not_selected(side_list: SideList) -> None:
    side_list.select("2")

    side_list.set_rows([PRACTICE])

    assert selected_id(side_list) == ""


def test_new_is_asked_for(qtbot: QtBot, side_list: SideList) -> None:
    with qtbot.waitSignal(side_list.new_requested):
        press(side_list, "newProfileButton")


def test_the_menu_opens_at_its_button(
    qtbot: QtBot, side_list: SideList, menu: QMenu
) -> None:
    press(side_list, "moreProfilesButton")

    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_only_changed_rows_are_told(qtbot: QtBot) -> None:
    model = SideListModel()
    model.set_rows([PRACTICE, SUPPORT])
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([PRACTICE, replace(SUPPORT, status_text="Revoked")])

    assert changed == [1]


def test_the_model_keeps_qts_rules() -> None:
    model = SideListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    model.set_rows([PRACTICE])
    model.set_rows([PRACTICE, SUPPORT])

    assert tester.model() is model
    assert model.rowCount() == 2


def test_rows_are_painted_in_the_palettes_colours(side_list: SideList) -> None:
    side_list.select("2")

    side_list.set_palette(DARK)
    dark = view(side_list).grab().toImage()
    side_list.set_palette(LIGHT)
    light = view(side_list).grab().toImage()

    inside_the_selected_card = view(side_list).visualRect(
        view(side_list).model().index(1, 0)
    )
    spot = inside_the_selected_card.topRight()
    spot.setX(spot.x() - 12)
    spot.setY(spot.y() + 6)
    assert dark.pixelColor(spot).name() == DARK.panel
    assert light.pixelColor(spot).name() == LIGHT.panel


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("points", [7.5, 8, 9.3, 10, 11, 12.7, 14, 17])
def test_where_there_is_little_room_the_status_is_still_read(points: float) -> None:
    row = replace(PRACTICE, server_label="Practice server · JWT")
    font = QFont()
    font.setPointSizeF(points)
    metrics = QFontMetrics(font)
    whole = metrics.horizontalAdvance(row.second_line)

    shown = second_line(row, metrics, whole - 20)

    assert second_line(row, metrics, whole) == row.second_line
    assert shown.endswith(f"JWT · {row.status_text}")
    assert metrics.horizontalAdvance(shown) <= whole - 20


def test_a_row_whose_state_is_not_known_yet_names_the_server_alone() -> None:
    row = replace(SUPPORT, status_text="", accessible_status="")

    assert row.second_line == "RingCentral"
    assert row.accessible_text == "<b>Support</b>, RingCentral"

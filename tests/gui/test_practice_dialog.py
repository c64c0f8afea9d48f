"""Scenes, faults and settings, as a person meets them in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.practice_dialog import PracticeDialog
from tests.fakes.fake_practice_controls import NORMAL as ON
from tests.fakes.fake_practice_controls import PENALTY, PORTAL
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

NORMAL = "The practice server behaves as RingCentral."
GONE = NetworkError("127.0.0.1:27466", "refused")


def open_dialog(shell: Shell) -> PracticeDialog:
    """Choose the menu item and wait for the scenes."""
    press(shell, "Scenes and faults…")
    dialog = child(shell.window, PracticeDialog, "practiceDialog")
    scenes = child(dialog, QListWidget, "sceneList")
    shell.wait_until(lambda: scenes.count() > 0 and said(dialog).endswith("."))
    return dialog


def said(dialog: PracticeDialog) -> str:
    return child(dialog, QLabel, "practiceState").text()


def click(dialog: PracticeDialog, name: str) -> None:
    QTest.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def test_it_is_not_built_before_it_is_asked_for(practice: Shell) -> None:
    assert practice.window.findChild(PracticeDialog) is None


def test_it_lists_the_scenes_with_what_to_try_and_what_is_said(practice: Shell) -> None:
    dialog = open_dialog(practice)

    scenes = child(dialog, QListWidget, "sceneList")
    assert [scenes.item(at).text() for at in range(scenes.count())] == [
        PENALTY.name,
        PORTAL.name,
    ]
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert PENALTY.about in texts
    assert "1. Authorize first.\n2. Press Refresh." in texts
    assert "Message: “Practice server asks for a pause”" in texts
    assert said(dialog) == NORMAL


def test_the_window_stays_usable_beside_it(practice: Shell) -> None:
    dialog = open_dialog(practice)

    assert not dialog.isModal()
    assert practice.button("authorizeButton").isEnabled()


def test_a_chosen_scene_is_shown_and_started(practice: Shell) -> None:
    dialog = open_dialog(practice)
    child(dialog, QListWidget, "sceneList").setCurrentRow(1)

    click(dialog, "startSceneButton")
    practice.wait_until(lambda: said(dialog) == "Scene: Network portal.")

    assert child(dialog, QLabel, "sceneName").text() == PORTAL.name
    assert "start portal" in practice.practice.calls
    assert "Practice scene: Network portal" in practice.text("statusLine")


def test_enter_on_a_scene_starts_it(practice: Shell) -> None:
    dialog = open_dialog(practice)

    QTest.keyClick(child(dialog, QListWidget, "sceneList"), Qt.Key.Key_Return)

    practice.wait_until(lambda: said(dialog) == "Scene: Penalty.")


def test_faults_are_switched_on_and_off(practice: Shell) -> None:
    dialog = open_dialog(practice)
    slow = child(dialog, QCheckBox, "slowFaultCheck")

    slow.click()
    practice.wait_until(lambda: said(dialog) == "Faults: Slow.")
    status = practice.text("statusLine")
    slow.click()
    practice.wait_until(lambda: said(dialog) == NORMAL)

    assert "Practice server: told to misbehave" in status
    assert practice.practice.calls[-2:] == ["slow on 3", "slow off 3"]


def test_a_screen_reader_switches_a_fault_without_a_click(practice: Shell) -> None:
    dialog = open_dialog(practice)

    child(dialog, QCheckBox, "slowFaultCheck").toggle()

    practice.wait_until(lambda: said(dialog) == "Faults: Slow.")
    assert practice.practice.calls[-1] == "slow on 3"


def test_the_common_faults_stand_first(practice: Shell) -> None:
    dialog = open_dialog(practice)

    grid = child(dialog, QWidget, "faultSwitches")
    labels = [box.text() for box in grid.findChildren(QCheckBox)]

    assert labels == ["Slow", "Server down", "Junk"]


def test_a_fault_that_is_on_takes_its_number(practice: Shell) -> None:
    dialog = open_dialog(practice)
    amount = child(dialog, QSpinBox, "slowFaultAmount")
    amount.setValue(9)
    assert practice.practice.calls[-1] != "slow on 9"  # it is not on yet

    child(dialog, QCheckBox, "slowFaultCheck").click()
    practice.wait_until(lambda: practice.practice.calls[-1] == "slow on 9")
    amount.setValue(12)

    practice.wait_until(lambda: practice.practice.calls[-1] == "slow on 12")


def test_a_number_that_others_chose_is_shown(practice: Shell) -> None:
    dialog = open_dialog(practice)
    practice.practice.on = replace(
        ON, faults=(("slow", "Slow"),), amounts=(("slow", 41),)
    )

    amount = child(dialog, QSpinBox, "slowFaultAmount")

    practice.wait_until(lambda: amount.value() == 41)


def test_every_kind_of_setting_is_changed(practice: Shell) -> None:
    dialog = open_dialog(practice)
    child(dialog, QTabWidget, "practiceTabs").setCurrentIndex(2)
    number = child(dialog, QSpinBox, "code_lifetimeSetting")
    text = child(dialog, QLineEdit, "answer_issSetting")
    assert (number.value(), text.text()) == (60, "practice")

    number.setValue(7)
    child(dialog, QCheckBox, "lists_keysSetting").click()
    child(dialog, QComboBox, "error_statusSetting").setCurrentIndex(1)
    text.selectAll()
    QTest.keyClicks(text, "other")
    QTest.keyClick(text, Qt.Key.Key_Return)

    told = "Changed settings: Authorization code, Name, Keys, Status of errors."
    practice.wait_until(lambda: said(dialog) == told)
    assert [each for each in practice.practice.calls if "=" in each] == [
        "code_lifetime = 7",
        "lists_keys = False",
        "error_status = 'documented'",
        "answer_iss = 'other'",
    ]


def test_what_is_being_typed_is_not_taken_away_by_a_look(practice: Shell) -> None:
    dialog = open_dialog(practice)
    child(dialog, QTabWidget, "practiceTabs").setCurrentIndex(2)
    number = child(dialog, QSpinBox, "code_lifetimeSetting")
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "12")

    dialog.show_state(ON)
    typed = number.lineEdit().text()
    QTest.keyClick(number, Qt.Key.Key_Return)

    assert typed == "12"
    practice.wait_until(lambda: "code_lifetime = 12" in practice.practice.calls)


def test_settings_are_found_as_one_types(practice: Shell) -> None:
    dialog = open_dialog(practice)
    child(dialog, QTabWidget, "practiceTabs").setCurrentIndex(2)
    find = child(dialog, QLineEdit, "findSettingEdit")
    names = ("code_lifetime", "answer_iss", "lists_keys", "error_status")

    def seen() -> list[str]:
        fields = {name: child(dialog, QWidget, f"{name}Setting") for name in names}
        return [name for name, field in fields.items() if field.isVisible()]

    QTest.keyClicks(find, "STATUS table")
    found = seen()
    find.clear()

    assert found == ["error_status"]
    assert seen() == list(names)


def test_requests_are_refused_with_a_code_that_is_chosen(practice: Shell) -> None:
    dialog = open_dialog(practice)
    box = child(dialog, QCheckBox, "refuseFaultCheck")
    codes = child(dialog, QComboBox, "refuseCodes")
    codes.setCurrentIndex(1)

    box.click()
    practice.wait_until(lambda: said(dialog) == "Faults: Refuse with a code (CMN-401).")
    QTest.keyClick(codes, Qt.Key.Key_Up)
    practice.wait_until(lambda: said(dialog) == "Faults: Refuse with a code (OAU-153).")
    box.click()
    practice.wait_until(lambda: said(dialog) == NORMAL)

    assert codes.currentText() == "OAU-153: Invalid client application"
    wishes = [each for each in practice.practice.calls if each.startswith("refuse")]
    assert wishes == ["refuse with CMN-401", "refuse with OAU-153", "refuse with "]


def test_a_code_is_only_chosen_while_nothing_is_refused(practice: Shell) -> None:
    dialog = open_dialog(practice)

    QTest.keyClick(child(dialog, QComboBox, "refuseCodes"), Qt.Key.Key_Down)

    assert "refuse with CMN-401" not in practice.practice.calls


def test_a_code_that_others_chose_is_shown(practice: Shell) -> None:
    dialog = open_dialog(practice)
    faults = (("refuse", "Refuse with a code (CMN-401)"),)
    practice.practice.on = replace(ON, faults=faults, code="CMN-401")
    box = child(dialog, QCheckBox, "refuseFaultCheck")

    practice.wait_until(box.isChecked)

    assert child(dialog, QComboBox, "refuseCodes").currentData() == "CMN-401"
    assert not [each for each in practice.practice.calls if each.startswith("refuse")]


def test_what_others_switch_is_seen_too(practice: Shell) -> None:
    dialog = open_dialog(practice)
    practice.practice.on = replace(
        ON, faults=(("down", "Server down"),), changed=("Penalty", "Code lifetime")
    )

    told = "Faults: Server down. Changed settings: Penalty, Code lifetime."
    practice.wait_until(lambda: said(dialog) == told)

    assert child(dialog, QCheckBox, "downFaultCheck").isChecked()
    assert not child(dialog, QCheckBox, "slowFaultCheck").isChecked()


def test_nobody_is_asked_any_more_when_it_is_closed(practice: Shell) -> None:
    dialog = open_dialog(practice)

    click(dialog, "closePracticeButton")

    assert not dialog.isVisible()
    assert not practice.control.practice._looks.isActive()


def test_all_is_normal_again(practice: Shell) -> None:
    dialog = open_dialog(practice)
    click(dialog, "startSceneButton")
    practice.wait_until(lambda: said(dialog) == "Scene: Penalty.")

    click(dialog, "behaveNormallyButton")
    practice.wait_until(lambda: said(dialog) == NORMAL)

    assert "Practice scene" not in practice.text("statusLine")


def test_a_switch_that_fails_goes_back_and_says_why(practice: Shell) -> None:
    dialog = open_dialog(practice)
    practice.practice.error = GONE
    slow = child(dialog, QCheckBox, "slowFaultCheck")

    slow.click()
    practice.wait_until(lambda: "could not be switched" in said(dialog))

    assert "127.0.0.1:27466: refused" in said(dialog)
    assert not slow.isChecked()


def test_the_server_is_never_asked_on_the_gui_thread(practice: Shell) -> None:
    dialog = open_dialog(practice)
    click(dialog, "startSceneButton")
    practice.wait_until(lambda: said(dialog) == "Scene: Penalty.")

    assert practice.practice.threads == {"RingAuth work"}


@pytest.mark.parametrize("tab", range(3))
def test_each_control_has_a_name_and_no_mnemonic_is_there_twice(
    practice: Shell, tab: int
) -> None:
    dialog = open_dialog(practice)
    tabs = child(dialog, QTabWidget, "practiceTabs")
    tabs.setCurrentIndex(tab)

    buttons = [
        each for each in dialog.findChildren(QAbstractButton) if each.isVisible()
    ]
    for button in buttons:
        assert button.objectName(), button.text()
        interface = QAccessible.queryAccessibleInterface(button)
        assert isinstance(interface, QAccessibleInterface)
        assert interface.text(QAccessible.Text.Name), button.objectName()
    assert child(dialog, QListWidget, "sceneList").accessibleName() == "Scenes"
    texts = [each.text() for each in buttons]
    texts += [tabs.tabText(at) for at in range(tabs.count())]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    used = [key for key in keys if key]
    assert len(set(used)) == len(used) >= 6

"""Scenes and faults, as a person meets them in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
)

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.practice_dialog import PracticeDialog
from ringauth_gui.practice_state import PracticeState
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
    assert practice.practice.calls[-2:] == ["slow on", "slow off"]


def test_a_screen_reader_switches_a_fault_without_a_click(practice: Shell) -> None:
    dialog = open_dialog(practice)

    child(dialog, QCheckBox, "slowFaultCheck").toggle()

    practice.wait_until(lambda: said(dialog) == "Faults: Slow.")
    assert practice.practice.calls[-1] == "slow on"


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
    practice.practice.on = PracticeState(faults=faults, code="CMN-401")
    box = child(dialog, QCheckBox, "refuseFaultCheck")

    practice.wait_until(box.isChecked)

    assert child(dialog, QComboBox, "refuseCodes").currentData() == "CMN-401"
    assert not [each for each in practice.practice.calls if each.startswith("refuse")]


def test_what_others_switch_is_seen_too(practice: Shell) -> None:
    dialog = open_dialog(practice)
    practice.practice.on = PracticeState(
        faults=(("down", "Server down"),), changed=("Penalty", "Code lifetime")
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


def test_each_control_has_a_name_and_no_mnemonic_is_there_twice(
    practice: Shell,
) -> None:
    dialog = open_dialog(practice)

    buttons = [
        each for each in dialog.findChildren(QAbstractButton) if each.isVisible()
    ]
    for button in buttons:
        assert button.objectName(), button.text()
        interface = QAccessible.queryAccessibleInterface(button)
        assert isinstance(interface, QAccessibleInterface)
        assert interface.text(QAccessible.Text.Name), button.objectName()
    assert child(dialog, QListWidget, "sceneList").accessibleName() == "Scenes"
    keys = [QKeySequence.mnemonic(each.text()).toString() for each in buttons]
    used = [key for key in keys if key]
    assert len(set(used)) == len(used) == 5

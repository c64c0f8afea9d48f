"""The way from the window to the log."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from ringauth_gui.gui.message import SHOW_LOG, Message, MessageKind
from ringauth_gui.storage.profile import Profile
from tests.gui.menu_use import actions, press
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

MISTAKE = Message(MessageKind.BAD, "A mistake", "Go on.", actions=(SHOW_LOG,))


def test_the_keys_open_the_folder(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.log.folder.mkdir()

    press(shell, "Show the log folder")

    assert shell.opened_folders == [str(shell.log.folder)]


@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_a_system_that_cannot_show_it_is_told_and_where_it_is(
    shell: Shell, profiles: tuple[Profile, ...]
) -> None:
    shell.start(*profiles)
    shell.log.folder.mkdir()
    shell.browser_opens = False

    actions(shell)["Show the log folder"].trigger()

    assert shell.text("messageTitle") == "The log folder was not opened"
    assert str(shell.log.folder) in shell.text("messageText")


def test_a_folder_that_is_not_there_is_not_opened(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "Show the log folder")

    assert shell.opened_folders == []
    assert shell.text("messageTitle") == "There is no log folder"
    assert "Nothing was logged so far." in shell.text("messageText")


def test_a_folder_that_could_not_be_made_is_told_with_the_reason(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.log.problem = "Read-only file system"

    press(shell, "Show the log folder")

    assert "could not be made (Read-only file system)" in shell.text("messageText")


@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_the_message_of_a_mistake_leads_there(
    shell: Shell, profiles: tuple[Profile, ...]
) -> None:
    shell.start(*profiles)
    shell.log.folder.mkdir()
    shell.control.show_message(MISTAKE)

    shell.click("messageAction-show-log")

    assert shell.opened_folders == [str(shell.log.folder)]


def test_it_leads_there_from_a_profile_that_is_being_made_too(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.log.folder.mkdir()
    press(shell, "New profile…")
    shell.control.show_message(MISTAKE)

    button = next(
        each
        for each in shell.window.findChildren(QPushButton, "messageAction-show-log")
        if each.isVisible()
    )
    button.click()

    assert shell.opened_folders == [str(shell.log.folder)]


def test_about_says_where_it_is(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "About RingAuth")

    assert str(shell.log.folder) in shell.window.findChildren(QMessageBox)[0].text()

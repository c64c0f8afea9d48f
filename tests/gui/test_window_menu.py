"""The menus: everything the buttons do, by keyboard, and no more than they."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from tests.gui.menu_use import actions, leaves
from tests.gui.pages import wait_for_browser
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

BUTTONS = {
    "Authorize": "authorizeButton",
    "Refresh": "refreshButton",
    "Revoke…": "revokeButton",
    "Check": "checkButton",
}
OF_A_PROFILE = ("Edit", "Next profile", "Token", "Account", "HTTP log", "Profile")


def test_each_action_has_a_shortcut_of_its_own(shell: Shell) -> None:
    shell.start()

    keys = [action.shortcut().toString() for action in leaves(shell)]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_no_two_actions_of_a_menu_have_the_same_mnemonic(shell: Shell) -> None:
    shell.start()

    for top in shell.window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        texts = [each.text() for each in menu.actions() if not each.isSeparator()]
        keys = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(keys), texts
        assert len(set(keys)) == len(keys), texts


def _assert_alike(shell: Shell) -> None:
    for text, name in BUTTONS.items():
        assert actions(shell)[text].isEnabled() is shell.button(name).isEnabled(), text
    cancel = shell.button("cancelButton").isVisible()
    assert actions(shell)["Cancel"].isEnabled() is cancel


def test_an_action_can_be_chosen_exactly_when_its_button_can(shell: Shell) -> None:
    shell.start(SUPPORT)
    _assert_alike(shell)

    wait_for_browser(shell)
    _assert_alike(shell)
    shell.authorizer.release("authorize")
    shell.wait_idle()
    _assert_alike(shell)
    shell.click("newProfileButton")

    _assert_alike(shell)


def test_what_cannot_be_chosen_says_why(shell: Shell) -> None:
    shell.start(SUPPORT)

    refresh = actions(shell)["Refresh"]

    assert not refresh.isEnabled()
    assert refresh.toolTip() == "There is no token. Press Authorize first."


def test_on_the_first_screen_nothing_of_a_profile_can_be_chosen(shell: Shell) -> None:
    shell.start()

    enabled = {text for text, action in actions(shell).items() if action.isEnabled()}
    assert enabled.isdisjoint(OF_A_PROFILE)
    assert enabled.isdisjoint(BUTTONS)
    assert {"New profile…", "Try the practice server", "Quit"} <= enabled


def test_signing_out_need_not_wait_for_what_only_uses_the_token(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.held.add("check")

    shell.click("checkButton")

    for text in ("Sign out", "Forget on this computer"):
        assert actions(shell)[text].isEnabled()


def test_the_side_lists_menu_offers_what_can_be_done_there(shell: Shell) -> None:
    shell.start(SUPPORT)

    texts = [each.text() for each in shell.window.profiles_menu.actions()]

    assert list(filter(None, texts)) == [
        "&New profile…",
        "D&uplicate",
        "&Rename",
        "&Delete profile",
        "Und&o delete",
        "&Move up",
        "Move do&wn",
        "Fi&lter profiles",
        "&Import credentials…",
        "&Try the practice server",
        "Import pro&files…",
        "&Export profiles…",
    ]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts if text]
    assert len(set(keys)) == len(keys)

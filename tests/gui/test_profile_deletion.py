"""Deleting profiles, and bringing them back until the window closes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.storage.token_store import SecretKind
from tests.gui.list_use import delete, order, rename, selected, undo, view
from tests.gui.menu_use import actions, press
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

THIRD = replace(SUPPORT, id="3cc3", name="Third")
ALL = [SUPPORT.name, DEVELOPER.name, THIRD.name]


@pytest.fixture
def three(shell: Shell) -> Shell:
    """Return a window with three profiles, of which the first is signed in."""
    shell.keep(SUPPORT, token())
    shell.authorizer.clients.vault.save_secret(SUPPORT, "CANARY-secret")
    shell.start(SUPPORT, DEVELOPER, THIRD)
    return shell


def _kept(shell: Shell) -> list[str | None]:
    keyring = shell.authorizer.keyring
    return [keyring.load(SUPPORT.id, kind) for kind in SecretKind]


@pytest.mark.case("KR-14")
def test_a_profile_is_deleted_at_once_and_nothing_of_it_is_kept(three: Shell) -> None:
    delete(three)

    assert order(three) == ALL[1:]
    assert _kept(three) == [None] * 3
    assert three.text("messageTitle") == "“Support desk” was deleted"
    assert three.text("profileNameLabel") == "Developer"
    assert selected(three) == "Developer"
    three.wait_until(lambda: three.saved == [(DEVELOPER, THIRD)])


def test_undo_brings_back_place_secret_and_token(three: Shell) -> None:
    before = _kept(three)
    delete(three)

    undo(three)

    assert order(three) == ALL
    assert _kept(three) == before
    assert three.text("profileNameLabel") == "Support desk"
    assert three.text("identityLine") == "Extension ID 256440016"
    assert three.text("messageTitle") == ""
    three.wait_until(lambda: three.saved[-1] == (SUPPORT, DEVELOPER, THIRD))


def test_several_are_brought_back_in_turn_each_to_its_place(three: Shell) -> None:
    three.choose(DEVELOPER)
    three.wait_idle()
    delete(three)
    delete(three)
    delete(three)

    undo(three)
    first = order(three)
    undo(three)
    undo(three)

    assert first == [SUPPORT.name]
    assert order(three) == ALL
    assert not actions(three)["Undo delete"].isEnabled()


def test_the_message_says_that_the_token_lives_on_and_how_to_end_it(
    three: Shell,
) -> None:
    delete(three)

    text = three.text("messageText")
    assert "lives on at the server until Mon 30 Nov, " in text
    assert "undo and revoke it first" in text
    three.click("messageAction-undo-to-revoke")
    three.wait_idle()
    assert three.text("profileNameLabel") == "Support desk"
    assert three.button("confirmRevokeButton").isVisible()


def test_a_profile_without_a_token_has_nothing_to_revoke(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    delete(shell)

    assert "server" not in shell.text("messageText")
    assert shell.text("messageText") == (
        "Undo brings it back as it was, until this window closes."
    )


def test_the_delete_key_deletes_in_the_list_alone(three: Shell) -> None:
    three.show_tab("Profile")
    QTest.keyClick(three.window.focusWidget(), Qt.Key.Key_Delete)
    assert order(three) == ALL

    view(three).setFocus()
    QTest.keyClick(view(three), Qt.Key.Key_Delete)

    three.wait_until(lambda: order(three) == ALL[1:])


def test_the_last_profile_leaves_the_first_screen_and_undo(shell: Shell) -> None:
    shell.start_signed_in()

    delete(shell)

    assert shell.button("tryPracticeButton").isVisible()
    assert shell.text("messageTitle") == "“Support desk” was deleted"
    assert not actions(shell)["Delete profile"].isEnabled()
    shell.click("messageAction-undo-delete")
    shell.wait_idle()
    assert shell.text("identityLine") == "Extension ID 256440016"
    assert shell.opened_folders == []  # such as the log's
    assert shell.text("messageTitle") == ""
    delete(shell)
    undo(shell)
    assert shell.text("profileNameLabel") == "Support desk"


def test_nothing_of_the_last_profile_stays_in_a_page_out_of_sight(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    press(shell, "Copy access token")

    delete(shell)

    assert QApplication.clipboard().text() == ""
    for edit in shell.control.page().findChildren(QLineEdit):
        assert isinstance(edit, QLineEdit)
        assert ACCESS_TOKEN not in edit.text()


def test_a_name_that_was_taken_meanwhile_becomes_another(three: Shell) -> None:
    delete(three)
    rename(three, "Support desk")

    undo(three)

    assert order(three) == ["Support desk (2)", "Support desk", "Third"]
    assert three.text("messageTitle") == "The profile is back as “Support desk (2)”"


def test_a_profile_that_another_window_keeps_keeps_its_secrets(three: Shell) -> None:
    before = _kept(three)
    delete(three)

    three.sessions.insert(SUPPORT, 0)
    three.sessions.select(SUPPORT.id)
    three.wait_idle()

    assert _kept(three) == before
    assert three.text("identityLine") == "Extension ID 256440016"
    assert not actions(three)["Undo delete"].isEnabled()


def test_a_keyring_that_fails_keeps_the_profile_in_the_list(three: Shell) -> None:
    three.authorizer.keyring.failing = {"delete"}

    press(three, "Delete profile")
    three.wait_idle()

    assert order(three) == ALL
    assert three.text("messageTitle") == "The profile was not deleted"
    assert not actions(three)["Undo delete"].isEnabled()
    three.authorizer.keyring.failing = set()
    three.click("messageAction-try-again")
    three.wait_until(lambda: order(three) == ALL[1:])


def test_a_keyring_that_takes_nothing_back_is_told(three: Shell) -> None:
    delete(three)
    three.authorizer.keyring.failing = {"save"}

    undo(three)

    title = "The profile is back, but not all of it is in the keyring"
    assert three.text("messageTitle") == title
    assert three.text("identityLine") == "Extension ID 256440016"


def test_what_the_next_profile_had_to_say_is_said_again(three: Shell) -> None:
    warning = Message(MessageKind.WARNING, "Look at this", "Please.")
    three.sessions.sessions[1].show_message(warning)

    delete(three)
    deleted = three.text("messageTitle")
    three.dismiss()

    assert deleted == "“Support desk” was deleted"
    assert three.text("messageTitle") == "Look at this"
    three.dismiss()
    assert three.text("messageTitle") == ""


def test_a_row_says_that_its_profile_is_being_deleted(three: Shell) -> None:
    three.authorizer.held.add("withdraw")

    press(three, "Delete profile")
    three.tick(1)

    assert three.rows()[0] == "Support desk, RingCentral, Deleting…"
    assert not actions(three)["Delete profile"].isEnabled()
    three.authorizer.release()
    three.wait_until(lambda: order(three) == ALL[1:])


def test_a_sign_in_that_runs_is_ended(three: Shell) -> None:
    three.choose(DEVELOPER)
    three.wait_idle()
    three.authorizer.held.add("authorize")
    three.click("authorizeButton")
    three.wait_until(lambda: three.state.waiting_since is not None)

    press(three, "Delete profile")

    three.wait_until(lambda: DEVELOPER.name not in order(three))
    assert three.authorizer.keyring.load(DEVELOPER.id, SecretKind.TOKEN) is None


def test_a_deleted_profile_is_not_refreshed_by_itself(shell: Shell) -> None:
    profile = replace(SUPPORT, auto_refresh=True)
    shell.authorizer.outcomes["refresh"] = Refreshed(token(), Keeping(lasting=True), ())
    shell.keep(profile, token())
    shell.start(profile, DEVELOPER)
    delete(shell)

    shell.tick(3590)

    assert "refresh" not in shell.authorizer.calls


def test_a_server_that_revokes_nothing_is_not_offered_to(shell: Shell) -> None:
    known = ServerMetadata("https://a.example/authorize", "https://a.example/token")
    other = replace(SUPPORT, server=ServerKind.OTHER, metadata=known)
    shell.keep(other, token())
    shell.start(other, DEVELOPER)

    delete(shell)

    assert "lives on at the server" in shell.text("messageText")
    assert "revoke" not in shell.text("messageText")

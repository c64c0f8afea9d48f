"""Which page the window shows, and what it says that belongs to no profile."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.theme import ThemeMode
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.gui.reading import child
from tests.gui.shell import APPS, DEVELOPER, SUPPORT, Shell, file_error
from tests.gui.token_examples import signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

DAMAGED = Message(MessageKind.WARNING, "A file was damaged", "It is named x now.")


def test_a_window_without_profiles_shows_the_first_screen(shell: Shell) -> None:
    shell.start()

    assert shell.button("tryPracticeButton").isVisible()
    assert shell.window.findChild(QListView, "profileList") is None


def test_try_it_leaves_one_thing_to_do(shell: Shell) -> None:
    shell.start()

    shell.act("tryPracticeButton")

    profile = shell.state.profile
    assert profile.server is ServerKind.PRACTICE
    assert profile.client_id == APPS[0].client_id
    assert shell.button("authorizeButton").isEnabled()
    assert shell.authorizer.clients.vault.load_secret(profile) == "practice-secret"
    shell.wait_until(lambda: shell.saved == [(profile,)])


def test_try_it_again_shows_the_profile_that_is_there(shell: Shell) -> None:
    shell.start()
    shell.act("tryPracticeButton")

    shell.control.try_practice()

    assert len(shell.sessions.sessions) == 1


def test_a_first_profile_is_made_and_shown(shell: Shell) -> None:
    shell.start()
    shell.click("connectAppButton")
    assert shell.text("profileNameLabel") == "New profile"
    assert shell.tab() == "Profile"
    assert not shell.button("authorizeButton").isEnabled()
    shell.type_in("profileNameEdit", "My app")
    shell.type_in("clientIdEdit", "my-client-id")
    secret = child(shell.window, QCheckBox, "hasSecretCheck")
    if secret.isChecked():
        secret.click()

    shell.click("saveProfileButton")
    shell.wait_idle()

    assert shell.text("profileNameLabel") == "My app"
    assert shell.tab() == "Token"
    assert shell.rows() == ["My app, RingCentral, Signed out"]
    shell.wait_until(lambda: [p.name for p in shell.saved[-1]] == ["My app"])


def test_a_new_profile_that_is_left_changes_nothing(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.click("newProfileButton")
    shell.choose(SUPPORT)

    assert shell.text("profileNameLabel") == "Support desk"
    assert shell.saved == []
    assert shell.button("authorizeButton").isEnabled()


def test_a_profile_that_cannot_be_saved_is_kept_and_saved_again(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.store.save_error = file_error()
    shell.sessions.keep(replace(SUPPORT, name="Help desk"))
    shell.wait_until(
        lambda: shell.text("messageTitle") == "The profiles could not be saved"
    )
    assert "no space left" in shell.text("messageText")
    assert shell.text("profileNameLabel") == "Help desk"
    shell.store.save_error = None

    shell.click("messageAction-save-again")

    shell.wait_until(lambda: bool(shell.saved))
    assert shell.saved[-1][0].name == "Help desk"


def test_each_profile_has_its_own_page(shell: Shell) -> None:
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)

    shell.choose(DEVELOPER)
    shell.wait_idle()

    assert shell.text("profileNameLabel") == "Developer"
    assert shell.text("identityLine") == "Signed out"
    shell.choose(SUPPORT)
    assert shell.text("identityLine") == "Extension ID 256440016"


def test_a_question_about_one_profile_is_not_answered_for_another(
    shell: Shell,
) -> None:
    shell.keep(SUPPORT, token())
    shell.keep(DEVELOPER, token())
    shell.start(SUPPORT, DEVELOPER)
    shell.click("revokeButton")

    shell.choose(DEVELOPER)
    shell.wait_idle()

    assert not shell.button("confirmRevokeButton").isVisible()


def test_a_question_does_not_wait_behind_a_new_profile(shell: Shell) -> None:
    shell.start_signed_in()
    shell.click("revokeButton")

    shell.click("newProfileButton")

    assert not shell.button("confirmRevokeButton").isVisible()


@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_a_message_for_the_window_is_seen(
    shell: Shell, profiles: tuple[Profile, ...]
) -> None:
    shell.start(*profiles)

    shell.control.show_message(DAMAGED)

    assert shell.text("messageTitle") == "A file was damaged"
    shell.dismiss()
    assert shell.text("messageTitle") == ""


@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_it_is_seen_above_a_new_profile_too(
    shell: Shell, profiles: tuple[Profile, ...]
) -> None:
    shell.start(*profiles)
    shell.control.new_profile()
    shell.type_in("profileNameEdit", "Half a na")

    shell.control.show_message(DAMAGED)

    assert shell.text("messageTitle") == "A file was damaged"
    shell.dismiss()
    assert shell.text("messageTitle") == ""
    assert child(shell.window, QLineEdit, "profileNameEdit").text() == "Half a na"


def test_the_status_line_speaks_of_the_keyring_from_the_start(shell: Shell) -> None:
    shell.start(paints=False)

    assert shell.text("statusLine") == "Keyring: looking…"


def test_the_status_line_names_the_keyring(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.control.keyring.show_keyring("Secret Service", None)

    assert shell.text("statusLine") == (
        "Listening: off · Calls: 5 of 5 left · Keyring: Secret Service"
        " · Clock: not compared yet"
    )


def test_a_missing_keyring_is_told_with_what_it_means(shell: Shell) -> None:
    shell.start()

    shell.control.keyring.show_keyring("memory only", "There is no keyring here.")

    assert shell.text("statusLine") == (
        "Keyring: none, tokens stay in memory until RingAuth closes. "
        "There is no keyring here."
    )


def test_a_keyring_that_could_not_be_asked_is_not_looked_for_for_ever(
    shell: Shell,
) -> None:
    shell.start()

    shell.control.keyring.show_failure()

    assert shell.text("statusLine") == "Keyring: not known, it could not be asked"


def test_the_status_line_says_where_the_answer_is_waited_for(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")

    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)

    assert shell.text("statusLine").startswith("Listening: localhost:27464 · ")
    shell.act("cancelButton")
    assert shell.text("statusLine").startswith("Listening: off · ")


def test_the_rows_count_down(shell: Shell) -> None:
    shell.start_signed_in()

    shell.tick(600)

    assert shell.rows() == ["Support desk, RingCentral, 50 min left"]


def test_nothing_moves_while_the_window_is_hidden(shell: Shell) -> None:
    shell.start_signed_in()
    shell.window.hide()

    shell.tick(600)

    assert shell.rows() == ["Support desk, RingCentral, 1 h left"]


def test_another_theme_repaints_what_is_painted_by_hand(shell: Shell) -> None:
    shell.theme.set_mode(ThemeMode.LIGHT)
    shell.start_signed_in()
    light = shell.window.grab().toImage()

    shell.theme.set_mode(ThemeMode.DARK)
    dark = shell.window.grab().toImage()

    middle = light.width() // 2, light.height() - 60
    assert light.pixelColor(*middle).name() == LIGHT.window
    assert dark.pixelColor(*middle).name() == DARK.window
    painted = {
        dark.pixelColor(x, y).name()
        for x in range(0, dark.width(), 2)
        for y in range(0, dark.height(), 2)
    }
    assert DARK.good in painted
    assert LIGHT.good not in painted

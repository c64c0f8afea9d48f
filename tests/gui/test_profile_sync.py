"""What other windows write into the profile file, and what this one writes."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ringauth_gui.errors import ProfileFileError, TokenStoreError
from ringauth_gui.storage.profile import ServerKind
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

HELP = replace(SUPPORT, id="88bb", name="Help desk", client_id="help-client-id")


def _names(shell: Shell) -> list[str]:
    return [row.partition(",")[0] for row in shell.rows()]


def _notice(shell: Shell) -> None:
    """Let the window's clock tick, and what it reads then arrive."""
    shell.tick()
    shell.wait_until(lambda: not shell.control.sync._is_running)


@pytest.mark.case("PF-13")
def test_profiles_of_another_window_show_with_the_next_tick(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.store.write(replace(SUPPORT, name="Front desk"), HELP)
    _notice(shell)

    assert _names(shell) == ["Front desk", "Help desk"]
    assert shell.text("profileNameLabel") == "Front desk"
    assert shell.saved == []


def test_the_order_of_another_window_is_taken_over(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER, HELP)

    shell.store.write(HELP, SUPPORT, DEVELOPER)
    _notice(shell)

    assert _names(shell) == ["Help desk", "Support desk", "Developer"]
    assert shell.state.profile == SUPPORT


def test_the_file_is_read_only_when_its_stamp_is_another(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.store.write(SUPPORT)

    for _ in range(3):
        _notice(shell)

    assert shell.store.looks == 1


def test_what_this_window_wrote_itself_is_not_read_again(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.wait_until(lambda: len(shell.saved) == 1)

    _notice(shell)

    assert shell.store.looks == 0


@pytest.mark.case("PF-08", "PF-13")
def test_a_save_keeps_what_another_window_wrote_and_shows_it(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)
    theirs = replace(SUPPORT, name="Front desk")
    shell.store.write(theirs, DEVELOPER, HELP)

    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.wait_until(lambda: len(shell.saved) == 1)

    both = replace(theirs, auto_refresh=True)
    assert shell.saved == [(both, DEVELOPER, HELP)]
    shell.wait_until(lambda: shell.state.profile == both)
    assert _names(shell) == ["Front desk", "Developer", "Help desk"]


def test_a_clash_is_told_with_the_place_of_the_copy(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.store.write(replace(SUPPORT, name="Front desk"))

    shell.sessions.keep(replace(SUPPORT, name="Back desk"))
    shell.wait_until(lambda: len(shell.saved) == 1)
    shell.wait_until(lambda: shell.text("messageTitle") != "")

    assert shell.saved[0][0].name == "Back desk"
    assert "changed elsewhere" in shell.text("messageTitle")
    assert "name" in shell.text("messageText")
    assert "profiles.other.json" in shell.text("messageText")


def test_the_first_profile_of_another_window_ends_the_first_screen(
    shell: Shell,
) -> None:
    shell.start()

    shell.store.write(SUPPORT)
    _notice(shell)
    shell.wait_idle()

    assert _names(shell) == ["Support desk"]
    assert shell.text("profileNameLabel") == "Support desk"


def test_a_profile_deleted_elsewhere_goes_and_the_next_comes_into_sight(
    shell: Shell,
) -> None:
    shell.start(SUPPORT, DEVELOPER)

    shell.store.write(DEVELOPER)
    _notice(shell)
    shell.wait_idle()

    assert _names(shell) == ["Developer"]
    assert shell.text("messageTitle") == "“Support desk” was deleted elsewhere"
    assert shell.saved == []


def test_another_profile_deleted_elsewhere_takes_no_warning_away_for_good(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    shell.start(SUPPORT, DEVELOPER)
    warning = shell.text("messageTitle")

    shell.store.write(SUPPORT)
    _notice(shell)

    assert shell.text("messageTitle") == "“Developer” was deleted elsewhere"
    shell.dismiss()
    assert shell.text("messageTitle") == warning
    assert shell.button("messageAction-try-again").isVisible()


def test_the_last_profile_deleted_elsewhere_brings_the_first_screen(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)

    shell.store.write()
    _notice(shell)

    assert shell.sessions.current is None
    assert shell.text("messageTitle") == "“Support desk” was deleted elsewhere"


def _start_busy(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")


def test_a_busy_profile_deleted_elsewhere_stays_until_the_person_decides(
    shell: Shell,
) -> None:
    _start_busy(shell)

    shell.store.write(DEVELOPER)
    _notice(shell)

    assert _names(shell) == ["Support desk", "Developer"]
    assert shell.text("messageTitle") == "This profile was deleted elsewhere"

    shell.click("messageAction-remove-deleted")

    assert _names(shell) == ["Developer"]
    assert shell.saved == []


def test_a_busy_profile_deleted_elsewhere_can_be_kept(shell: Shell) -> None:
    _start_busy(shell)
    shell.store.write(DEVELOPER)
    _notice(shell)

    shell.click("messageAction-keep-deleted")
    shell.wait_until(lambda: len(shell.saved) == 1)

    assert [each.id for each in shell.saved[0]] == [SUPPORT.id, DEVELOPER.id]


def test_a_profile_that_was_held_goes_once_nobody_is_at_work_in_it(
    shell: Shell,
) -> None:
    _start_busy(shell)
    shell.store.write(DEVELOPER)
    _notice(shell)
    shell.act("cancelButton")

    _notice(shell)
    assert _names(shell) == ["Support desk", "Developer"]
    shell.choose(DEVELOPER)
    _notice(shell)

    assert _names(shell) == ["Developer"]
    assert shell.text("messageTitle") == "“Support desk” was deleted elsewhere"


def test_saving_something_else_does_not_bring_back_what_is_held(shell: Shell) -> None:
    _start_busy(shell)
    shell.store.write(DEVELOPER)
    _notice(shell)

    shell.sessions.keep_options(replace(DEVELOPER, auto_refresh=True))
    shell.wait_until(lambda: len(shell.saved) == 1)

    assert [each.id for each in shell.saved[0]] == [DEVELOPER.id]
    assert _names(shell) == ["Support desk", "Developer"]


@pytest.mark.case("PF-12")
def test_a_token_is_not_shown_for_an_app_that_was_changed_elsewhere(
    shell: Shell,
) -> None:
    shell.start_signed_in()

    shell.store.write(replace(SUPPORT, server=ServerKind.RINGCENTRAL_BIZ))
    _notice(shell)
    shell.wait_idle()

    assert shell.state.token is None
    assert shell.text("messageTitle") == "This profile was changed elsewhere"
    assert shell.authorizer.clients.vault.load_token(SUPPORT) is not None


def test_an_option_changed_elsewhere_reads_nothing_from_the_keyring(
    shell: Shell,
) -> None:
    shell.start_signed_in()

    shell.store.write(replace(SUPPORT, name="Front desk", auto_refresh=True))
    _notice(shell)

    assert shell.authorizer.calls == ["restore"]
    assert shell.state.token is not None


def test_a_sign_in_for_an_app_that_was_changed_elsewhere_is_cancelled(
    shell: Shell,
) -> None:
    _start_busy(shell)

    shell.store.write(replace(SUPPORT, client_id="another"), DEVELOPER)
    _notice(shell)
    shell.wait_idle()

    assert shell.state.profile.client_id == "another"
    assert shell.state.token is None


def test_after_a_save_that_failed_a_change_elsewhere_is_merged(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)
    shell.store.save_error = ProfileFileError("No space left.")
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.wait_until(lambda: "saved" in shell.text("messageTitle"))
    shell.store.save_error = None

    shell.store.write(SUPPORT)
    _notice(shell)

    assert shell.saved == [(replace(SUPPORT, auto_refresh=True),)]
    assert _names(shell) == ["Support desk"]


def test_what_is_typed_stays_and_save_writes_only_that(editing: Shell) -> None:
    editing.type_in("profileNameEdit", "Back desk")

    editing.store.write(replace(SUPPORT, client_id="another-client"), DEVELOPER)
    _notice(editing)
    editing.wait_idle()

    assert child(editing.window, QLineEdit, "profileNameEdit").text() == "Back desk"
    assert child(editing.window, QLineEdit, "clientIdEdit").text() == "another-client"
    assert editing.text("messageTitle") == "This profile was changed elsewhere"
    editing.act("saveProfileButton")
    editing.wait_until(lambda: bool(editing.saved))
    saved = editing.saved[-1][0]
    assert (saved.name, saved.client_id) == ("Back desk", "another-client")


def test_a_field_that_was_typed_and_changed_elsewhere_is_named(editing: Shell) -> None:
    editing.type_in("profileNameEdit", "Back desk")

    editing.store.write(replace(SUPPORT, name="Front desk"), DEVELOPER)
    _notice(editing)

    assert child(editing.window, QLineEdit, "profileNameEdit").text() == "Back desk"
    editing.wait_until(lambda: "typed here: name." in editing.text("messageText"))


def test_a_secret_that_was_typed_for_another_app_has_to_be_typed_again(
    editing: Shell,
) -> None:
    child(editing.window, QCheckBox, "hasSecretCheck").click()
    editing.type_in("clientSecretEdit", "canary-secret")

    editing.store.write(replace(SUPPORT, client_id="another"), DEVELOPER)
    _notice(editing)
    editing.wait_idle()

    assert child(editing.window, QLineEdit, "clientSecretEdit").text() == ""
    editing.wait_until(lambda: "Type the secret again" in editing.text("messageText"))


def test_a_profile_in_which_something_is_typed_stays_when_deleted_elsewhere(
    editing: Shell,
) -> None:
    editing.type_in("profileNameEdit", "Back desk")

    editing.store.write(DEVELOPER)
    _notice(editing)

    assert _names(editing) == ["Support desk", "Developer"]
    editing.act("saveProfileButton")
    editing.wait_until(lambda: bool(editing.saved))
    assert [each.name for each in editing.saved[-1]] == ["Back desk", "Developer"]


def test_what_was_typed_for_a_profile_out_of_sight_is_compared_when_shown(
    editing: Shell,
) -> None:
    editing.type_in("profileNameEdit", "Back desk")
    editing.choose(DEVELOPER)

    front = replace(SUPPORT, name="Front desk")
    editing.store.write(front, DEVELOPER)
    _notice(editing)
    editing.choose(front)

    assert child(editing.window, QLineEdit, "profileNameEdit").text() == "Back desk"
    editing.wait_until(lambda: "typed here: name." in editing.text("messageText"))


def test_a_new_profile_that_is_typed_is_not_taken_out_of_sight(editing: Shell) -> None:
    editing.click("newProfileButton")
    editing.type_in("profileNameEdit", "Brand new")

    editing.store.write(DEVELOPER)
    _notice(editing)

    assert child(editing.window, QLineEdit, "profileNameEdit").text() == "Brand new"
    assert editing.text("profileNameLabel") == "New profile"


@pytest.mark.case("PR-09")
def test_a_change_during_the_last_save_is_saved_though_the_window_closes(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    shell.store.may_end.clear()
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.sessions.keep_options(replace(SUPPORT, keep_tokens=False))

    shell.control.sync.save_what_is_due()
    shell.store.may_end.set()
    shell.runner.finish(5.0)

    last = shell.saved[-1][0]
    assert (last.auto_refresh, last.keep_tokens) == (False, False)


@pytest.mark.case("PF-05")
def test_what_could_not_be_saved_is_tried_once_more_when_the_window_closes(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    shell.store.save_error = ProfileFileError("The disk is full.")
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.wait_until(lambda: "disk is full" in shell.text("messageText"))
    shell.store.save_error = None

    shell.control.sync.save_what_is_due()
    shell.runner.finish(5.0)

    assert shell.saved == [(replace(SUPPORT, auto_refresh=True),)]


@pytest.mark.case("PF-05")
def test_what_the_last_save_could_not_write_is_in_the_one_that_waited_for_it(
    shell: Shell,
) -> None:
    shell.start(SUPPORT, DEVELOPER)
    shell.store.write(SUPPORT, DEVELOPER)
    shell.store.may_end.clear()
    shell.store.next_errors = [ProfileFileError("The disk is full.")]
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.sessions.keep_options(replace(DEVELOPER, auto_refresh=True))

    shell.control.sync.save_what_is_due()
    shell.store.may_end.set()
    shell.runner.finish(5.0)

    (saved,) = shell.saved
    assert [each.auto_refresh for each in saved] == [True, True]


def test_nothing_is_read_or_written_before_the_window_is_painted(shell: Shell) -> None:
    shell.start(SUPPORT, paints=False)
    shell.store.write(SUPPORT, HELP)

    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.tick()
    assert (shell.store.looks, shell.saved) == (0, [])

    shell.control.sync.start()
    shell.wait_until(lambda: len(shell.saved) == 1)
    assert shell.saved == [(replace(SUPPORT, auto_refresh=True), HELP)]


def test_what_was_not_saved_before_a_window_closes_unpainted_is_saved_then(
    shell: Shell,
) -> None:
    shell.start(SUPPORT, paints=False)
    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))

    shell.control.sync.save_what_is_due()
    shell.runner.finish(5.0)

    assert shell.saved == [(replace(SUPPORT, auto_refresh=True),)]

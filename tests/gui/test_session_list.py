"""All profiles: which is in sight, when its keyring is read, how they are saved."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from ringauth_gui.storage.profile import Profile
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

THIRD = replace(SUPPORT, id="3cc3", name="Third")


def test_nothing_is_read_before_the_window_is_painted(shell: Shell) -> None:
    shell.start(SUPPORT, paints=False)
    assert shell.state.activity is None

    shell.sessions.start_opening()
    shell.wait_idle()

    assert shell.authorizer.calls == ["restore"]


def test_each_profile_is_read_once_when_it_comes_into_sight(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    for profile in (DEVELOPER, SUPPORT, DEVELOPER):
        shell.choose(profile)
        shell.wait_idle()

    assert shell.authorizer.used_profiles == [SUPPORT, DEVELOPER]


def test_a_change_while_a_save_runs_is_saved_too(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.sessions.keep_options(replace(SUPPORT, auto_refresh=True))
    shell.sessions.keep_options(SUPPORT)

    shell.wait_until(lambda: len(shell.saved) == 2)
    assert [saved[0].auto_refresh for saved in shell.saved] == [True, False]


def test_a_mistake_while_saving_is_reported_as_one(shell: Shell, qtbot: QtBot) -> None:
    shell.start(SUPPORT)
    shell.store.save_error = ZeroDivisionError()

    with qtbot.captureExceptions() as mistakes:
        shell.sessions.save()
        shell.wait_until(lambda: bool(mistakes))

    assert [kind for kind, _error, _trace in mistakes] == [ZeroDivisionError]
    shell.store.save_error = None
    shell.sessions.save()
    shell.wait_until(lambda: len(shell.saved) == 1)


def test_a_profile_that_is_not_there_is_not_selected(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.sessions.select("unknown")

    assert shell.state.profile == SUPPORT


def order(shell: Shell) -> list[str]:
    return [name.partition(",")[0] for name in shell.rows()]


def test_a_profile_is_inserted_where_it_is_wanted(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    shell.sessions.insert(THIRD, 1)
    shell.sessions.save()

    assert order(shell) == ["Support desk", "Third", "Developer"]
    shell.wait_until(lambda: shell.saved == [(SUPPORT, THIRD, DEVELOPER)])


def test_a_profile_moves_and_stays_in_sight(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER, THIRD)

    shell.sessions.move(SUPPORT.id, 2)

    assert order(shell) == ["Developer", "Third", "Support desk"]
    assert shell.state.profile == SUPPORT
    assert shell.sessions.place_of(SUPPORT.id) == 2


@pytest.mark.parametrize(
    ("removed", "next_one"),
    [(SUPPORT, DEVELOPER), (DEVELOPER, THIRD), (THIRD, DEVELOPER)],
    ids=["first", "middle", "last"],
)
def test_the_next_profile_comes_in_place_of_one_that_is_removed(
    shell: Shell, removed: Profile, next_one: Profile
) -> None:
    shell.start(SUPPORT, DEVELOPER, THIRD)
    shell.choose(removed)
    shell.wait_idle()

    shell.sessions.remove(removed.id)

    assert shell.text("profileNameLabel") == next_one.name
    assert removed.name not in order(shell)
    shell.wait_idle()
    assert shell.state.opened


def test_the_profile_in_sight_stays_there_when_another_is_removed(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    session = shell.sessions.remove(DEVELOPER.id)
    shell.sessions.put_back(session, 0)

    assert shell.text("profileNameLabel") == "Support desk"
    assert order(shell) == ["Developer", "Support desk"]


def test_without_a_profile_the_first_screen_is_shown_again(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.sessions.remove(SUPPORT.id)

    assert shell.sessions.current is None
    assert shell.button("tryPracticeButton").isVisible()
    shell.act("tryPracticeButton")
    assert shell.text("profileNameLabel") == "Practice"

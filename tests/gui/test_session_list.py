"""All profiles: which is in sight, when its keyring is read, how they are saved."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


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
    shell.save_error = ZeroDivisionError()

    with qtbot.captureExceptions() as mistakes:
        shell.sessions.save_again()
        shell.wait_until(lambda: bool(mistakes))

    assert [kind for kind, _error, _trace in mistakes] == [ZeroDivisionError]
    shell.save_error = None
    shell.sessions.save_again()
    shell.wait_until(lambda: len(shell.saved) == 1)


def test_the_ends_of_the_list_have_no_neighbour(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    shell.sessions.select_neighbour(-1)

    assert shell.state.profile == SUPPORT


def test_a_profile_that_is_not_there_is_not_selected(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.sessions.select("unknown")

    assert shell.state.profile == SUPPORT

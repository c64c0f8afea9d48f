"""What a killed window leaves to the windows that go on."""

import pytest

from ringauth_gui.storage.refresh_lock import RefreshLock
from tests.kills.acts import hold_lock_with_child, refresh
from tests.kills.computer import never
from tests.kills.conftest import NewComputer
from tests.kills.deaths import give_token, number_of
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import start
from tests.kills.steps import Steps

QUIET = Steps(lambda _: None, None)


@pytest.mark.parametrize(
    ("step", "requests"),
    [
        ("token: before sending", 1),
        ("token: answered, unread", 1),
        ("token: answer read", 1),
        ("keyring: 5f2c/token written", 0),
        ("before mark refreshed", 0),
        ("before the release", 0),
    ],
)
def test_another_window_goes_on_with_what_was_kept_and_asks_only_where_it_must(
    practice: PracticeProcess, new_computer: NewComputer, step: str, requests: int
) -> None:
    number = number_of(step, refresh, practice, new_computer(practice))
    computer = new_computer(practice)
    shown = give_token(practice, computer)
    window = computer.open_window(QUIET)
    start(refresh, number, computer).ended()
    before = practice.requests()

    token = window.refresh(computer.profile, shown, never()).token

    assert token.access_token != shown.access_token
    assert practice.requests() == before + requests
    assert practice.status_of(token) == 200
    assert window.restore(computer.profile) == token


def test_a_program_that_a_killed_window_started_does_not_keep_its_lock(
    practice: PracticeProcess, new_computer: NewComputer
) -> None:
    computer = new_computer(practice)

    start(hold_lock_with_child, 1, computer).ended()

    with RefreshLock(computer.locks, limit_seconds=2.0).hold(computer.profile.id):
        pass

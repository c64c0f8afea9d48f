"""What a killed window leaves in the files that windows share."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ringauth_gui import kept_texts, token_refresh, vault
from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import caller_of
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.practice.settings import Settings
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.storage import keyring_token_store, shared_file
from tests.kills.acts import (
    refresh,
    revoke,
    sign_in,
    start_again,
)
from tests.kills.computer import Computer, SharedClock
from tests.kills.conftest import NewComputer
from tests.kills.deaths import give_token, killed_at_each_line, number_of
from tests.kills.practice_process import PracticeProcess, practice_process
from tests.kills.processes import run, start

FILES = [
    str(module.__file__)
    for module in (shared_file, token_refresh, vault, kept_texts, keyring_token_store)
]
MINUTE_AND_CALL = 3  # times 30 s: what a call may be counted that never came back


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> SharedClock:
    clock = SharedClock(tmp_path_factory.mktemp("clock") / "clock")
    clock.advance(0)
    return clock


@pytest.fixture(scope="module")
def counting(clock: SharedClock) -> Iterator[PracticeProcess]:
    """A server with RingCentral's five calls a minute, which tells of them."""
    with practice_process(Settings(sessions_per_person=100), clock) as running:
        yield running


@pytest.fixture
def computer(
    counting: PracticeProcess, new_computer: NewComputer, clock: SharedClock
) -> Computer:
    computer = replace(new_computer(counting), clock=clock)
    clock.advance(4)  # whatever the test before has called is counted no longer
    return computer


def _calls_left(computer: Computer) -> int:
    counts = CallCounts(computer.locks, computer.clock)
    return counts.look(caller_of(computer.profile)).left(computer.clock())


def _sessions(computer: Computer, owner_id: str | None) -> int:
    directory = ServerDirectory(lambda: computer.address)
    registration = directory.registration_of(computer.profile, None)
    return KnownSessions(computer.locks, computer.clock).count(registration, owner_id)


def test_a_killed_refresh_costs_one_call_at_most_and_for_90_s_at_most(
    counting: PracticeProcess, computer: Computer
) -> None:
    give_token(counting, computer)
    steps = run(refresh, computer).steps
    for number, step in enumerate(steps):
        computer.clock.advance(4)

        start(refresh, number, computer).ended()

        assert _calls_left(computer) >= 4, step
        again = run(start_again, computer).returned
        assert again.is_usable, (step, again.refused)
        computer.clock.advance(MINUTE_AND_CALL)
        assert _calls_left(computer) == 5, step


def test_what_kills_have_used_up_is_told_and_comes_back(
    counting: PracticeProcess, computer: Computer, new_computer: NewComputer
) -> None:
    token = give_token(counting, computer)
    spare = replace(new_computer(counting), clock=computer.clock)
    answered = number_of("token: answer read", refresh, counting, spare)
    counted = number_of("after count a call", refresh, counting, spare)
    computer.clock.advance(4)
    for fatal in (answered, counted, counted, counted):
        start(refresh, fatal, computer).ended()

    at_once = run(start_again, computer).returned
    computer.clock.advance(MINUTE_AND_CALL)
    later = run(start_again, computer).returned

    assert at_once.restored is not None
    assert at_once.restored.access_token == token.access_token
    assert (at_once.status, at_once.refused) == (401, "CallsUsedUp")
    assert later.is_usable


def test_a_session_that_a_killed_sign_in_started_is_known_of(
    counting: PracticeProcess, computer: Computer, new_computer: NewComputer
) -> None:
    spare = replace(new_computer(counting), clock=computer.clock)
    remembered = number_of("after remember the session", sign_in, counting, spare)
    computer.clock.advance(4)
    start(sign_in, remembered, computer).ended()
    after_the_kill = _sessions(computer, None)

    computer.clock.advance(MINUTE_AND_CALL)
    token = run(sign_in, computer).returned

    assert after_the_kill == 1
    assert _sessions(computer, token.owner_id) == 2


@pytest.mark.case("RV-08")
def test_a_session_whose_end_a_kill_kept_from_being_noted_is_forgotten_later(
    practice: PracticeProcess, new_computer: NewComputer
) -> None:
    computer = new_computer(practice)
    give_token(practice, computer)
    token = run(refresh, computer).returned
    unnoted = number_of(
        "before forget the session", revoke, practice, new_computer(practice)
    )
    start(revoke, unnoted, computer).ended()
    before = _sessions(computer, token.owner_id)

    again = run(start_again, computer).returned

    assert before == 1
    assert again.refused == "GrantNoLongerValid"
    assert _sessions(computer, token.owner_id) == 0


def test_a_kill_at_any_line_of_a_refresh_costs_neither_token_nor_calls(
    practice: PracticeProcess, new_computer: NewComputer
) -> None:
    for step, computer, again in killed_at_each_line(
        FILES, practice, lambda: new_computer(practice)
    ):
        assert again.is_usable, step
        assert _calls_left(computer) >= 3, step
        assert _sessions(computer, None) <= 1, step

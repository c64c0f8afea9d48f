"""Races and kills on the real keyring of a desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ringauth_gui.practice.apps import PUBLIC_APP
from tests.end_to_end.desktop import Desktop
from tests.fakes.core import new_profile
from tests.kills.acts import start_again
from tests.kills.computer import Computer, SharedClock
from tests.kills.load import SHORT_LIVED, Load
from tests.kills.practice_process import PracticeProcess, practice_process
from tests.kills.processes import run
from tests.kills.races import race

WINDOWS, ROUNDS = 8, 50
KILLS = 40  # benchmarks/kills.py --gnome-keyring does 200


@pytest.fixture
def clock(folder: Path) -> SharedClock:
    clock = SharedClock(folder / "clock", seconds=5.0)
    clock.advance(0)
    return clock


@pytest.fixture
def practice(clock: SharedClock) -> Iterator[PracticeProcess]:
    with practice_process(SHORT_LIVED, clock) as running:
        yield running


@pytest.fixture
def computer(
    folder: Path, desktop: Desktop, practice: PracticeProcess, clock: SharedClock
) -> Computer:
    profile = new_profile(
        client_id=PUBLIC_APP.client_id,
        redirect_uris=(practice.redirect_uri,),
        auto_refresh=True,
    )
    bus = desktop.variables["DBUS_SESSION_BUS_ADDRESS"]
    return Computer(folder, practice.address, profile, clock, bus=bus)


@pytest.mark.case("PR-07")
def test_eight_processes_that_refresh_at_once_make_one_request_a_round(
    practice: PracticeProcess, computer: Computer
) -> None:
    rounds = list(race(practice, computer, WINDOWS, ROUNDS))

    assert [each.requests for each in rounds] == [1] * ROUNDS
    assert [len(set(each.tokens)) for each in rounds] == [1] * ROUNDS
    assert {len(each.tokens) for each in rounds} == {WINDOWS}
    at_the_end = run(start_again, computer).returned
    assert at_the_end.restored is not None
    assert at_the_end.restored.access_token == rounds[-1].tokens[0]


def test_no_kill_at_any_moment_loses_the_grant(
    practice: PracticeProcess, computer: Computer
) -> None:
    figures = Load(practice, computer, seed=20251125).kill(KILLS)

    assert figures.lost == []
    assert figures.usable == figures.kills == KILLS

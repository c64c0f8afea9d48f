"""Kills at random moments under a steady load of refreshes."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.kills.computer import SharedClock
from tests.kills.conftest import NewComputer
from tests.kills.file_keyring import Manner
from tests.kills.load import SHORT_LIVED, Load
from tests.kills.practice_process import practice_process

KILLS = 67  # on each of three keyrings: 201; benchmarks/kills.py does 200 on each


@pytest.mark.case("PR-01", "PR-02", "PR-03", "PR-04", "PR-05")
@pytest.mark.parametrize("manner", Manner)
def test_no_kill_at_any_moment_loses_the_grant(
    tmp_path: Path, new_computer: NewComputer, manner: Manner
) -> None:
    clock = SharedClock(tmp_path / "clock", seconds=5.0)
    clock.advance(0)
    with practice_process(SHORT_LIVED, clock) as practice:
        computer = replace(new_computer(practice, manner), clock=clock)
        computer = replace(
            computer, profile=replace(computer.profile, auto_refresh=True)
        )

        figures = Load(practice, computer, seed=20251125).kill(KILLS)

    print(figures)  # noqa: T201 - pytest shows it where the test fails
    assert figures.lost == []
    assert figures.usable == figures.kills == KILLS
    # The load was steady; how many refreshes come between two kills is the machine's.
    assert figures.refreshes > KILLS // 2
    assert figures.in_a_refresh > KILLS // 4

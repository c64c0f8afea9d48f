"""SIGKILL at every line of a save of the profile file, and what is left of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import ProfileFile
from tests.fakes.core import new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.kills.processes import run, start
from tests.kills.profile_acts import save, save_to_the_limit

OLD = [new_profile(id=f"{number:04x}", name=f"Desk {number}") for number in range(3)]
NEW = [replace(each, name=f"{each.name}, new") for each in OLD]
LATER = [*NEW, new_profile(id="77aa", name="Added by the next start")]


def _kept(path: Path) -> Sequence[Profile]:
    loaded = ProfileFile(path, FixedClock()).load()
    assert loaded.problems == ()
    return list(loaded.profiles)


@pytest.fixture(params=[OLD, []], ids=["a file", "no file"])
def before(request: pytest.FixtureRequest) -> list[Profile]:
    kept: list[Profile] = request.param
    return kept


def _folder(tmp_path: Path, name: str, before: list[Profile]) -> Path:
    path = tmp_path / name / "ringauth" / "profiles.json"
    if before:
        ProfileFile(path, FixedClock()).save(before)
    return path


@pytest.mark.case("PF-06")
def test_killed_at_any_line_of_a_save_the_file_is_the_old_or_the_new_one(
    tmp_path: Path, before: list[Profile]
) -> None:
    steps = run(save, _folder(tmp_path, "whole", before), before, NEW).steps
    found = []

    for number, step in enumerate(steps):
        path = _folder(tmp_path, str(number), before)
        killed = start(save, number, path, before, NEW).ended()
        assert killed.was_killed, step
        found.append(_kept(path))
        assert found[-1] in (before, NEW), step
        ProfileFile(path, FixedClock()).save(LATER, found[-1])
        assert _kept(path) == LATER, step

    assert found[0] == before
    assert found[-1] == NEW


@pytest.mark.case("PF-06")
@pytest.mark.parametrize("most_bytes", [0, 1, 4096, 200_000])
def test_killed_in_the_middle_of_its_bytes_the_old_file_stays(
    tmp_path: Path, most_bytes: int
) -> None:
    path = _folder(tmp_path, "profiles", OLD)
    many = [replace(NEW[0], id=f"{at:04x}", name=f"Desk {at}") for at in range(2000)]

    killed = start(save_to_the_limit, 1, path, many, most_bytes).ended()

    assert killed.steps == ("begins to write", "killed")
    assert _kept(path) == OLD
    ProfileFile(path, FixedClock()).save(LATER, OLD)
    assert _kept(path) == LATER

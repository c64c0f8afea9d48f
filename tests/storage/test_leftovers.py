"""What a killed program left behind."""

import os
from pathlib import Path

import pytest

from ringauth_gui.storage.leftovers import STALE_SECONDS, remove_leftovers

NOW = 1_795_440_730.0
OURS = ".profiles.json-abcd_123.tmp"


def _make(folder: Path, name: str, age: float) -> Path:
    path = folder / name
    path.write_text("half a fi", "utf-8")
    os.utime(path, (NOW - age, NOW - age))
    return path


@pytest.mark.case("PF-06")
@pytest.mark.parametrize("age", [STALE_SECONDS + 1, -STALE_SECONDS - 1])
def test_what_a_killed_save_left_is_removed_once_it_is_stale(
    tmp_path: Path, age: float
) -> None:
    path = _make(tmp_path, OURS, age)

    remove_leftovers(tmp_path, NOW)

    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "age"),
    [
        (OURS, STALE_SECONDS - 1),  # somebody may be writing it
        ("profiles.json", 10 * STALE_SECONDS),
        ("profiles.broken-2026-11-23T13-32-10.json", 10 * STALE_SECONDS),
        (".notes.tmp", 10 * STALE_SECONDS),
    ],
)
def test_nothing_else_is_removed(tmp_path: Path, name: str, age: float) -> None:
    path = _make(tmp_path, name, age)

    remove_leftovers(tmp_path, NOW)

    assert path.exists()


def test_a_folder_with_such_a_name_stays(tmp_path: Path) -> None:
    folder = tmp_path / OURS
    folder.mkdir()
    os.utime(folder, (0, 0))

    remove_leftovers(tmp_path, NOW)

    assert folder.is_dir()


def test_a_folder_that_is_not_there_holds_nothing_to_remove(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "none", NOW)

"""The log's files are small, few and their owner's alone."""

import logging
import os
import shutil
import stat
from pathlib import Path

import pytest

from ringauth_gui.storage.log_files import (
    LARGEST,
    MOST_FILES,
    LogFile,
    last_lines,
    new_log_file,
)

WALL = 1_750_000_000.0  # 2025-06-15 15:06:40 UTC


def _write(file: LogFile, line: str) -> None:
    file.handle(logging.makeLogRecord({"msg": line}))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_each_window_has_a_file_of_its_own_that_tells_its_start(tmp_path: Path) -> None:
    for process in (1, 2):
        file = new_log_file(tmp_path, WALL, process)
        _write(file, f"of {process}")
        file.close()

    assert [(path.name, path.read_text("utf-8")) for path in _files(tmp_path)] == [
        ("ringauth-20250615T150640Z-1.log", "of 1\n"),
        ("ringauth-20250615T150640Z-2.log", "of 2\n"),
    ]


def test_folder_and_files_are_the_owners_alone_whatever_the_mask(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "state" / "log"
    before = os.umask(0)
    try:
        file = new_log_file(folder, WALL, 1)
        _write(file, "x" * LARGEST)
        _write(file, "y" * LARGEST)
        file.close()
    finally:
        os.umask(before)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(_files(folder)) == 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in _files(folder)} == {0o600}


def test_a_window_that_logs_for_weeks_has_two_files_of_limited_size(
    tmp_path: Path,
) -> None:
    file = new_log_file(tmp_path, WALL, 1)

    for number in range(3000):
        _write(file, f"{number} {'x' * 1000}")
    file.close()

    names = [path.name for path in _files(tmp_path)]
    assert names == [
        "ringauth-20250615T150640Z-1.earlier.log",
        "ringauth-20250615T150640Z-1.log",
    ]
    assert all(path.stat().st_size <= LARGEST for path in _files(tmp_path))
    assert _files(tmp_path)[1].read_text("utf-8").splitlines()[-1].startswith("2999 ")


def test_a_start_removes_the_files_that_were_written_to_longest_ago(
    tmp_path: Path,
) -> None:
    for age in range(MOST_FILES + 5):
        path = tmp_path / f"ringauth-{age:02}.log"
        path.touch()
        os.utime(path, (WALL - age, WALL - age))
    other = tmp_path / "notes.txt"
    other.touch()

    new_log_file(tmp_path, WALL, 1).close()

    names = [path.name for path in _files(tmp_path)]
    assert len(names) == MOST_FILES + 1
    assert "ringauth-20250615T150640Z-1.log" in names
    assert "notes.txt" in names
    assert f"ringauth-{MOST_FILES - 2:02}.log" in names
    assert f"ringauth-{MOST_FILES - 1:02}.log" not in names


def test_a_file_that_somebody_removed_is_made_anew(tmp_path: Path) -> None:
    file = new_log_file(tmp_path, WALL, 1)
    _write(file, "before")
    [path] = _files(tmp_path)
    path.unlink()

    _write(file, "after")
    file.close()

    assert path.read_text("utf-8") == "after\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_gone_disturbs_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "log"
    file = new_log_file(folder, WALL, 1)
    shutil.rmtree(folder)

    _write(file, "lost")
    folder.mkdir()
    _write(file, "kept")
    file.close()

    assert capsys.readouterr().err == ""
    assert [path.read_text("utf-8") for path in _files(folder)] == ["kept\n"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_disturbs_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ringauth-full.log"
    path.symlink_to("/dev/full")
    file = LogFile(path)

    for _line in range(100):
        _write(file, "x" * 1000)
    file.close()

    assert capsys.readouterr().err == ""


def test_half_a_character_does_not_lose_the_line(tmp_path: Path) -> None:
    file = new_log_file(tmp_path, WALL, 1)

    _write(file, "a \udcff b")
    file.close()

    assert _files(tmp_path)[0].read_text("utf-8") == "a \\udcff b\n"


def test_the_last_lines_are_of_the_newest_file_where_a_process_had_the_same_number(
    tmp_path: Path,
) -> None:
    for number in range(9):
        file = new_log_file(tmp_path, WALL + number % 5, 7)
        _write(file, f"at {number % 5}")
        file.close()

    assert last_lines(tmp_path, 7, most=1) == ["at 4"]


def test_where_no_line_was_written_there_is_no_last_one(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "none", 7, most=1) == []

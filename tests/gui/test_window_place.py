"""Where windows are, so that none hides another."""

import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.window_place import MOST, STEP, WindowPlace

TAKE_AND_DIE = """
import os, pathlib, signal, sys
from ringauth_gui.gui.window_place import WindowPlace
place = WindowPlace(pathlib.Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(400, 300)
    window.move(50, 60)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def places(tmp_path: Path) -> Iterator[list[WindowPlace]]:
    places = [WindowPlace(tmp_path / "locks") for _window in range(3)]
    yield places
    for place in places:
        place.leave()


def test_each_window_has_a_number_until_it_leaves(
    places: list[WindowPlace], tmp_path: Path
) -> None:
    assert [place.number for place in places] == [0, 1, 2]

    places[1].leave()
    another = WindowPlace(tmp_path / "locks")

    assert another.number == 1
    another.leave()


@pytest.mark.case("PR-08")
def test_each_window_stands_a_step_beside_the_one_before(
    places: list[WindowPlace], window: QMainWindow
) -> None:
    kept = places[0].kept(window, "")

    found = []
    for place in places:
        place.restore(window, kept)
        found.append((window.x(), window.y()))

    assert found == [(50 + n * STEP, 60 + n * STEP) for n in range(3)]


def test_where_there_is_no_room_it_stands_on_the_other_side(
    places: list[WindowPlace], window: QMainWindow
) -> None:
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 400, screen.bottom() - 300)
    at = window.pos()

    places[1].restore(window, places[0].kept(window, ""))

    assert (window.x(), window.y()) == (at.x() - STEP, at.y() - STEP)


def test_only_the_first_windows_place_is_remembered(
    places: list[WindowPlace], window: QMainWindow
) -> None:
    assert places[1].kept(window, "as before") == "as before"
    assert places[0].kept(window, "as before") != "as before"


@pytest.mark.parametrize("kept", ["", "%%% no base64", "bm8gZ2VvbWV0cnk="])
def test_a_place_that_makes_no_sense_is_ignored(
    places: list[WindowPlace], window: QMainWindow, kept: str
) -> None:
    places[1].restore(window, kept)

    assert (window.x(), window.y()) == (50, 60)


def test_a_window_that_was_killed_leaves_its_number_free(tmp_path: Path) -> None:
    killed = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", TAKE_AND_DIE, str(tmp_path)], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "window-0.lock").exists()

    place = WindowPlace(tmp_path)

    assert place.number == 0
    place.leave()


def test_a_folder_that_cannot_be_made_makes_it_the_first(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    place = WindowPlace(tmp_path / "file" / "locks")

    assert place.number == 0
    place.leave()


def test_more_windows_than_numbers_lie_above_each_other(tmp_path: Path) -> None:
    places = [WindowPlace(tmp_path) for _window in range(MOST + 1)]

    assert places[-1].number == 0
    for place in places:
        place.leave()


def test_the_files_are_the_owners_alone(
    places: list[WindowPlace], tmp_path: Path
) -> None:
    assert places
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*.lock")}

    assert modes == {0o600}

"""How the program starts, and does not."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.private_mounts import read_only, run_on, small_disk
from tests.program_process import ROOT, surroundings

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PLACES = ("HOME", "USER", "LOGNAME")
# Runs the program until its window is painted, on the clock of the first argument.
PAINTED = """
import json, sys, time
from PySide6.QtCore import QTimer
from ringauth_gui import app, program

class Painted(program.MainWindow):
    def __init__(self, palette):
        super().__init__(palette)
        self.painted.connect(lambda: QTimer.singleShot(0, self.tell))

    def tell(self):
        print(json.dumps("painted"), flush=True)
        self.close()

program.MainWindow = Painted
if len(sys.argv) > 1:
    time.time = lambda: float(sys.argv[1])
sys.exit(app.main([]))
"""


def _run(
    environment: Mapping[str, str],
    *arguments: str,
    wrapped_in: Sequence[str] = (),
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [*wrapped_in, sys.executable, "-c", PAINTED, *arguments],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _without(environment: Mapping[str, str], *names: str) -> Mapping[str, str]:
    return {name: text for name, text in environment.items() if name not in names}


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    return surroundings(tmp_path)


def test_without_a_screen_it_says_so_in_one_line(
    environment: Mapping[str, str],
) -> None:
    ended = _run(_without(environment, *SCREENS))

    assert ended.returncode == 1
    assert ended.stderr == "ringauth: there is no screen: DISPLAY is not set.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one screen")
@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"DISPLAY": ":977"}, ":977"),
        ({"QT_QPA_PLATFORM": "nonsense"}, '"nonsense"'),
    ],
)
def test_a_screen_that_does_not_answer_is_told_in_one_line(
    environment: Mapping[str, str], variables: Mapping[str, str], reason: str
) -> None:
    ended = _run({**_without(environment, *SCREENS), **variables})

    assert ended.returncode == 1
    assert ended.stderr.startswith("ringauth: the screen cannot be used: ")
    assert reason in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root")
@pytest.mark.parametrize("home", [{}, {"HOME": ""}], ids=["missing", "empty"])
def test_a_person_without_a_home_is_told_so_in_one_line(
    environment: Mapping[str, str], home: Mapping[str, str]
) -> None:
    names = [name for name in environment if name.startswith("XDG_")]
    nobody = ["setpriv", "--reuid=54321", "--clear-groups"]

    ended = _run({**_without(environment, *PLACES, *names), **home}, wrapped_in=nobody)

    assert ended.returncode == 1
    assert ended.stderr == "ringauth: there is no home folder: HOME is not set.\n"


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "xx"},
        {"LC_ALL": "C"},
        {"TZ": "Nowhere/Never"},
        {"TZ": "x" * 5000},
    ],
    ids=str,
)
def test_a_strange_language_or_time_zone_is_no_obstacle(
    environment: Mapping[str, str], variables: Mapping[str, str]
) -> None:
    ended = _run({**environment, **variables})

    assert ended.returncode == 0
    assert ended.stderr == ""
    assert json.loads(ended.stdout) == "painted"


@pytest.mark.parametrize("wall", ["0", "-1e9", "253402300801"])
def test_a_clock_that_is_absurd_is_no_obstacle(
    environment: Mapping[str, str], tmp_path: Path, wall: str
) -> None:
    ended = _run(environment, wall)

    assert ended.returncode == 0
    assert ended.stderr == ""
    assert json.loads(ended.stdout) == "painted"
    assert tmp_path.exists()


@pytest.mark.parametrize("place", ["config", "state"])
def test_a_file_in_place_of_a_folder_is_no_obstacle(
    environment: Mapping[str, str], tmp_path: Path, place: str
) -> None:
    (tmp_path / place).touch()

    ended = _run(environment)

    assert ended.returncode == 0
    assert ended.stderr == ""


@pytest.mark.parametrize("is_full", [False, True], ids=["read-only", "full"])
def test_a_home_that_cannot_be_written_to_is_no_obstacle(
    environment: Mapping[str, str], tmp_path: Path, is_full: bool
) -> None:
    fill = f"(head -c 99999 /dev/zero > {tmp_path}/zeros 2>/dev/null || true)"
    full = f"{small_disk(tmp_path, 16)} && {fill}"

    told = run_on(
        full if is_full else read_only(tmp_path), PAINTED, environment=environment
    )

    assert json.loads(told) == "painted"


def test_locks_full_of_junk_are_no_obstacle(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    locks = tmp_path / "state" / "ringauth" / "locks"
    locks.mkdir(parents=True)
    (locks / "window-0.lock").write_bytes(b"\xff junk")

    ended = _run(environment)

    assert ended.returncode == 0
    assert ended.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors as a shell does")
def test_it_starts_without_a_terminal(environment: Mapping[str, str]) -> None:
    ended = _run(environment, wrapped_in=["sh", "-c", 'exec "$@" <&- 2>&-', "sh"])

    assert ended.returncode == 0


@pytest.mark.case("PR-08")
def test_starts_at_the_same_moment_in_a_fresh_home_all_come_up(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    running = [
        subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", PAINTED],
            cwd=ROOT,
            env=dict(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _start in range(4)
    ]

    outcomes = [process.communicate(timeout=60) for process in running]

    assert [process.returncode for process in running] == [0] * 4
    assert [said for _out, said in outcomes] == [""] * 4
    assert len(list((tmp_path / "state").rglob("ringauth-*.log"))) == 4

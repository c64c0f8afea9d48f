"""The whole program, as a process of its own, on files that others write too."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from ringauth_gui.storage.profiles import ProfileFile
from tests.fakes.fixed_clock import FixedClock
from tests.private_mounts import read_only, run_on, small_disk
from tests.program_process import (
    PROFILE,
    ROOT,
    profile_file,
    store_profile,
    surroundings,
)

NOTICED_SECONDS = 2.0
TRIES = 3  # a busy machine may hold up one
OTHER = replace(PROFILE, id="77aa", name="Another", client_id="client-2")

# Tells the rows of the side list whenever they are others, and does what it is told.
ROWS = """
import json, sys, threading
from dataclasses import replace
from PySide6.QtCore import QTimer
from ringauth_gui import app, program

class Told(program.Program):
    def start(self, arguments):
        super().start(arguments)
        self.told = None
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.tell)
        self.timer.start()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in sys.stdin:
            self.order = line.strip()
            QTimer.singleShot(0, self, self.obey)

    def obey(self):
        if self.order == "quit":
            self.close()
        else:
            profile = self._sessions.sessions[0].state.profile
            self._sessions.keep(replace(profile, name=self.order))

    def tell(self):
        rows = [each.state.profile.name for each in self._sessions.sessions]
        if rows != self.told:
            self.told = rows
            print(json.dumps(rows), flush=True)

app.Program = Told
sys.exit(app.main(sys.argv[1:]))
"""
# Makes the practice profile, tells what is said of saving it, and closes.
SAY = """
import sys
from PySide6.QtWidgets import QLabel
from ringauth_gui import app, program

class Said(program.MainWindow):
    has_said = False

    def show_status(self, *said):
        super().show_status(*said)
        for label in self.findChildren(QLabel, "messageText"):
            if "cannot be written" in label.text() and not self.has_said:
                self.has_said = True
                print(label.text(), flush=True)
                self.close()

program.MainWindow = Said
print(app.main(sys.argv[1:]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Return surroundings with one profile, without a screen and a keyring."""
    environment = surroundings(tmp_path)
    store_profile(environment)
    return environment


@contextmanager
def _window(environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", ROWS],
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        yield window
        _tell(window, "quit")
    assert window.returncode == 0


def _tell(window: subprocess.Popen[str], order: str) -> None:
    assert window.stdin is not None
    window.stdin.write(f"{order}\n")
    window.stdin.flush()


def _desk(number: int) -> str:
    return f"Front desk {number}"


def _least_seconds(
    rename: Callable[[str], None], *windows: subprocess.Popen[str]
) -> float:
    """Rename the profile some times; return how soon all show it at best."""
    seconds = []
    for each in range(TRIES):
        began = time.monotonic()
        rename(_desk(each))
        for window in windows:
            assert _rows(window) == [_desk(each)]
        seconds.append(time.monotonic() - began)
    return min(seconds)


def _rows(window: subprocess.Popen[str]) -> list[str]:
    """Wait until other rows are shown, and return them."""
    told: IO[str] | None = window.stdout
    assert told is not None
    rows: list[str] = json.loads(told.readline())
    return rows


@pytest.mark.case("PF-13")
def test_what_another_program_writes_shows_within_two_seconds(
    environment: Mapping[str, str],
) -> None:
    with _window(environment) as window:
        assert _rows(window) == ["Support desk"]
        path = profile_file(environment)
        document = json.loads(path.read_text("utf-8"))

        def write(name: str) -> None:
            document["profiles"][0]["name"] = name
            path.write_text(json.dumps(document), "utf-8")

        assert _least_seconds(write, window) < NOTICED_SECONDS


@pytest.mark.case("PF-08", "PF-13")
def test_two_windows_show_each_others_edits_and_new_profiles(
    environment: Mapping[str, str],
) -> None:
    with _window(environment) as one, _window(environment) as other:
        assert _rows(one) == _rows(other) == ["Support desk"]

        seconds = _least_seconds(partial(_tell, one), one, other)

        assert seconds < NOTICED_SECONDS
        known = ProfileFile(profile_file(environment), FixedClock()).load().profiles
        ProfileFile(profile_file(environment), FixedClock()).save([*known, OTHER])
        assert _rows(one) == _rows(other) == [_desk(TRIES - 1), "Another"]


@pytest.mark.case("PF-04")
def test_in_a_read_only_folder_it_works_and_says_that_it_cannot_save(
    environment: Mapping[str, str],
) -> None:
    folder = profile_file(environment).parent
    before = profile_file(environment).read_bytes()

    said = run_on(read_only(folder), SAY, "--practice", environment=environment)

    assert said.splitlines() == [
        "profiles.json cannot be written: Read-only file system. They are kept until "
        "RingAuth closes.",
        "0",
    ]
    assert profile_file(environment).read_bytes() == before


@pytest.mark.case("PF-05")
def test_on_a_full_disk_it_works_and_says_that_it_cannot_save(
    environment: Mapping[str, str],
) -> None:
    folder = profile_file(environment).parent
    fill = f"{small_disk(folder, 16)} && {{ cat /dev/zero > {folder}/filling; true; }}"

    said = run_on(fill, SAY, "--practice", environment=environment)

    assert said.splitlines() == [
        "profiles.json cannot be written: No space left on device. They are kept until "
        "RingAuth closes.",
        "0",
    ]

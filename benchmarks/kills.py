"""Kills windows of RingAuth under load, lets them race, and counts what is lost.

    .venv/bin/python -m benchmarks.kills [--kills 200] [--seed N] [--lines]
        [--gnome-keyring]

The windows are processes of their own on a practice server; how they are killed is in
tests/kills. With --gnome-keyring they keep their tokens in a real one, which a desktop
of its own runs; without it in files that behave as each system's keyring does. With
--lines a refresh is killed at each line of it too, which takes minutes.
"""

import argparse
import contextlib
import secrets
import tempfile
import time
from pathlib import Path

from ringauth_gui import (
    call_counts,
    counted_send,
    kept_texts,
    known_sessions,
    token_refresh,
    vault,
)
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.storage import (
    file_lock,
    files,
    kept_marks,
    keyring_token_store,
    refresh_lock,
    shared_file,
    spare_keyring,
    split_keyring,
)
from tests.end_to_end.desktop import Desktop
from tests.fakes.core import new_profile
from tests.kills.computer import Computer, SharedClock
from tests.kills.deaths import killed_at_each_line
from tests.kills.file_keyring import Manner
from tests.kills.load import SHORT_LIVED, Load
from tests.kills.practice_process import PracticeProcess, practice_process
from tests.kills.races import race

WINDOWS, ROUNDS = 8, 50
MODULES = (
    call_counts,
    counted_send,
    kept_texts,
    known_sessions,
    token_refresh,
    vault,
    file_lock,
    files,
    kept_marks,
    keyring_token_store,
    refresh_lock,
    shared_file,
    split_keyring,
    spare_keyring,
)


class Bench:
    """A practice server, and a fresh computer for each thing that is measured."""

    def __init__(self, practice: PracticeProcess, clock: SharedClock) -> None:
        """Measure at ``practice``, which keeps the time of ``clock``."""
        self._practice = practice
        self._clock = clock
        self._bus = ""

    def on(self, bus: str) -> None:
        """Use the real keyring of the desktop on ``bus`` from now on."""
        self._bus = bus

    def load(self, manner: Manner, kills: int, seed: int) -> str:
        """Kill at random moments under a load of refreshes."""
        return str(Load(self._practice, self._computer(manner), seed).kill(kills))

    def race(self, manner: Manner) -> str:
        """Let eight windows refresh at once, fifty times."""
        began = time.monotonic()
        computer = self._computer(manner)
        rounds = list(race(self._practice, computer, WINDOWS, ROUNDS))
        single = sum(each.requests == 1 for each in rounds)
        alike = sum(len(set(each.tokens)) == 1 for each in rounds)
        return (
            f"{WINDOWS} windows, {ROUNDS} rounds in {time.monotonic() - began:.0f} s; "
            f"with one token request: {single}; with one token everywhere: {alike}"
        )

    def lines(self, manner: Manner) -> str:
        """Kill a refresh at each line of it."""
        began = time.monotonic()
        paths = [str(module.__file__) for module in MODULES]
        deaths = list(
            killed_at_each_line(paths, self._practice, lambda: self._computer(manner))
        )
        lost = [step for step, _, again in deaths if not again.is_usable]
        seconds = time.monotonic() - began
        return (
            f"{len(deaths)} lines in {seconds:.0f} s; lost grants: {len(lost)} {lost}"
        )

    def _computer(self, manner: Manner) -> Computer:
        profile = new_profile(
            id=secrets.token_hex(8),
            client_id=PUBLIC_APP.client_id,
            redirect_uris=(self._practice.redirect_uri,),
            auto_refresh=True,
        )
        folder = Path(tempfile.mkdtemp(dir=self._clock.file.parent))
        return Computer(
            folder, self._practice.address, profile, self._clock, manner, self._bus
        )


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description="Kill windows, and count what is lost")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--gnome-keyring", action="store_true")
    given = parser.parse_args()
    with contextlib.ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        clock = SharedClock(folder / "clock", seconds=5.0)
        clock.advance(0)
        practice = running.enter_context(practice_process(SHORT_LIVED, clock))
        bench, manners = Bench(practice, clock), tuple(Manner)
        if given.gnome_keyring:
            desktop = running.enter_context(Desktop(folder))
            bench.on(desktop.variables["DBUS_SESSION_BUS_ADDRESS"])
            manners = (Manner.AT_ONCE,)
        for manner in manners:
            print(manner.name, "kills:", bench.load(manner, given.kills, given.seed))
            print(manner.name, "race:", bench.race(manner), flush=True)
            if given.lines:
                print(manner.name, "every line:", bench.lines(manner), flush=True)


if __name__ == "__main__":
    main()

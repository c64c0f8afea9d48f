"""Runs the end-to-end tests while their processes are stopped for a moment in turn.

    .venv/bin/python -m benchmarks.stalls [--longest 2.0] [--seed N] [-- TESTS...]

One process of all that the tests start (the window, the screen, a bus, the keyring,
the browser) does nothing for a moment, as on a computer that is too busy, then another
one. A test that holds on a quiet computer only fails here. The seed repeats the lengths
and the choices, not what there is to choose from.
"""

import argparse
import contextlib
import os
import random
import secrets
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

SHORTEST = 0.3  # seconds, as all here
BETWEEN = 0.3, 1.5
TEST_SECONDS = 300


def main() -> int:
    """Print what was stopped and how often; return what the tests return."""
    arguments = _arguments()
    chance = random.Random(arguments.seed)  # noqa: S311 - it keeps no secret
    command = [sys.executable, "-m", "pytest", "-q", "-rf", "--timeout"]
    command += [str(TEST_SECONDS), *arguments.tests]
    stopped: Counter[str] = Counter()
    with subprocess.Popen(command) as tests:
        while tests.poll() is None:
            time.sleep(chance.uniform(*BETWEEN))
            stopped.update(_stop_one(tests.pid, chance, arguments.longest))
    told = ", ".join(f"{name} {count}" for name, count in stopped.most_common())
    print(f"seed {arguments.seed}: {stopped.total()} stops: {told}")
    return tests.returncode


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--longest", type=float, default=2.0, help="seconds")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("tests", nargs="*", default=["tests/end_to_end"])
    return parser.parse_args()


def _stop_one(parent: int, chance: random.Random, longest: float) -> list[str]:
    """Stop one that ``parent`` started, of a random kind; return its name, if any."""
    kinds: dict[str, list[int]] = {}
    for pid, name in _started_by(parent):
        kinds.setdefault(name, []).append(pid)
    if not kinds:
        return []
    name = chance.choice(sorted(kinds))
    pid = chance.choice(kinds[name])
    with contextlib.suppress(ProcessLookupError):  # it has ended
        os.kill(pid, signal.SIGSTOP)
        try:
            time.sleep(chance.uniform(SHORTEST, longest))
        finally:
            os.kill(pid, signal.SIGCONT)
        return [name]
    return []


def _started_by(parent: int) -> Iterator[tuple[int, str]]:
    """Yield each process that ``parent`` started, or one that it started."""
    table = subprocess.run(
        ["ps", "-eo", "pid,ppid,comm"], check=True, capture_output=True, text=True
    )
    lines = [line.split(None, 2) for line in table.stdout.splitlines()[1:]]
    parents = {parent}
    # A process is as a rule listed after the one that started it; where it is not, it
    # is left alone this time.
    for pid, of, name in lines:
        if int(of) in parents and name != "ps":
            parents.add(int(pid))
            yield int(pid), name


if __name__ == "__main__":
    sys.exit(main())

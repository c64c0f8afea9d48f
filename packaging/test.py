"""Sets up what the tests need on this machine and runs every check of RingAuth.

``python3 packaging/test.py`` is all that a fresh Debian 12 needs; ``--quick`` leaves
out the end-to-end tests.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python runs this file as well
    sys.stderr.write("RingAuth needs Python 3.11 or newer, and this one is older.\n")
    sys.exit(2)

import argparse
import os
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks import Check, all_checks
from debian import provide_packages, read_packages
from environment import Environment
from machine import Machine, MachineLacks, require_supported, this_machine
from own_network import NOT_ALLOWED

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
PACKAGE_LISTS = ("debian-start.txt", "debian-test.txt")
REQUIREMENTS = (
    PACKAGING / "requirements.txt",
    PACKAGING / "requirements-test.txt",
)
_PLACE: dict[str, Any] = {
    "cwd": ROOT,
    "env": {**os.environ, "PYTHONUNBUFFERED": "1"},
}


def main(arguments: list[str]) -> int:
    """Set up and check; return 0 when all is well, 1 if not, 2 if it cannot be told."""
    parser = argparse.ArgumentParser(description="Run every check of RingAuth.")
    parser.add_argument(
        "--quick", action="store_true", help="leave out the end-to-end tests"
    )
    quick = parser.parse_args(arguments).quick
    environment = Environment(ROOT / ".venv", sys.executable)
    started = time.monotonic()
    try:
        _set_up(this_machine(), environment)
    except MachineLacks as lack:
        print(lack, file=sys.stderr)
        return 2
    lines = [_line("set-up", time.monotonic() - started, failed=False)]
    results = _run_all(all_checks(ROOT, quick=quick), environment)
    lines += [_line(each.name, each.seconds, failed=each.failed) for each in results]
    failures = sum(each.failed for each in results)
    print("", *lines, sep="\n")
    print(f"{failures} checks failed" if failures else "All checks passed")
    return 1 if failures else 0


def _set_up(machine: Machine, environment: Environment) -> None:
    require_supported(machine, ROOT)
    if not machine.has_apt:
        raise MachineLacks(
            "The tests need Debian's apt-get, for the packages named in "
            + " and ".join(f"packaging/{name}" for name in PACKAGE_LISTS)
        )
    for requirements in REQUIREMENTS:
        environment.require_pip_for(requirements)
    wanted = [
        name for path in PACKAGE_LISTS for name in read_packages(PACKAGING / path)
    ]
    provide_packages(wanted, machine)
    for requirements in REQUIREMENTS:
        environment.provide(requirements)


@dataclass(frozen=True)
class Result:
    """How a check ended."""

    name: str
    seconds: float
    failed: bool


def _run_all(checks: list[Check], environment: Environment) -> list[Result]:
    """Run the checks in turn, and beside them those that mostly wait.

    Where these cannot have a network of their own, they have their turn at the end.
    """
    with ThreadPoolExecutor() as beside:
        started = {
            check.name: beside.submit(_run_beside, check, environment)
            for check in checks
            if check.is_beside
        }
        in_turn = [check for check in checks if check.name not in started]
        results = [_run(check, environment) for check in in_turn]
        for check in checks:
            if check.name in started:
                result = started[check.name].result()
                results.append(result or _run(check, environment))
    return results


def _run(check: Check, environment: Environment) -> Result:
    print(f"\n=== {check.name}", flush=True)
    began = time.monotonic()
    done = subprocess.run(_command(check, environment), **_PLACE, check=False)
    return Result(check.name, time.monotonic() - began, done.returncode != 0)


def _run_beside(check: Check, environment: Environment) -> Result | None:
    """Run it in a network of its own, and print what it said; None for no network."""
    began = time.monotonic()
    with tempfile.TemporaryFile("w+", errors="replace") as said:
        command = [str(environment.python), str(PACKAGING / "own_network.py")]
        command += _command(check, environment)
        done = subprocess.run(
            command, **_PLACE, check=False, stdout=said, stderr=subprocess.STDOUT
        )
        if done.returncode == NOT_ALLOWED:
            return None
        said.seek(0)
        print(f"\n=== {check.name}", said.read(), sep="\n", flush=True)
    return Result(check.name, time.monotonic() - began, done.returncode != 0)


def _command(check: Check, environment: Environment) -> list[str]:
    program = environment.python.with_name(check.command[0])
    return [str(program), *check.command[1:]]


def _line(name: str, seconds: float, *, failed: bool) -> str:
    return f"{'FAILED' if failed else 'ok':6}  {name:14} {seconds:6.1f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

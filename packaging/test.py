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
import time
from pathlib import Path

from checks import Check, all_checks
from debian import provide_packages, read_packages
from environment import Environment
from machine import Machine, MachineLacks, require_supported, this_machine

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
PACKAGE_LISTS = ("debian-start.txt", "debian-test.txt")
REQUIREMENTS = (
    PACKAGING / "requirements.txt",
    PACKAGING / "requirements-test.txt",
)


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
    failures = 0
    for check in all_checks(ROOT, quick=quick):
        began = time.monotonic()
        failed = _run(check, environment)
        failures += failed
        lines.append(_line(check.name, time.monotonic() - began, failed=failed))
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


def _run(check: Check, environment: Environment) -> bool:
    print(f"\n=== {check.name}", flush=True)
    command = [str(environment.python.with_name(check.command[0])), *check.command[1:]]
    variables = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(command, cwd=ROOT, env=variables, check=False)
    return done.returncode != 0


def _line(name: str, seconds: float, *, failed: bool) -> str:
    return f"{'FAILED' if failed else 'ok':6}  {name:14} {seconds:6.1f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

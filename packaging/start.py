"""Sets up what is missing on this machine and starts RingAuth.

``python3 packaging/start.py --practice`` is all that a fresh Debian 12 needs. Every
argument goes to the program.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python runs this file as well
    sys.stderr.write("RingAuth needs Python 3.11 or newer, and this one is older.\n")
    sys.exit(2)

import os
from pathlib import Path
from typing import NoReturn

from debian import provide_packages, read_packages
from environment import Environment
from machine import (
    Machine,
    MachineLacks,
    has_browser,
    require_screen,
    require_supported,
    this_machine,
)

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
REQUIREMENTS = PACKAGING / "requirements.txt"


def main(arguments: list[str]) -> int:
    """Set up, then become the program; return 2 where this machine lacks something."""
    machine = this_machine()
    environment = Environment(ROOT / ".venv", sys.executable)
    try:
        require_supported(machine, ROOT)
        require_screen(machine)
        environment.require_pip_for(REQUIREMENTS)
        _provide_libraries(machine)
        environment.provide(REQUIREMENTS)
    except MachineLacks as lack:
        print(lack, file=sys.stderr)
        return 2
    return _become_program(str(environment.python), arguments)


def _become_program(python: str, arguments: list[str]) -> NoReturn:
    command = [python, str(ROOT / "main.py"), *arguments]
    os.execv(python, command)  # noqa: S606 - no shell is wanted here


def _provide_libraries(machine: Machine) -> None:
    if not machine.has_apt:
        print("Without apt-get, Qt's libraries and a browser are yours to install.")
        return
    packages = read_packages(PACKAGING / "debian-start.txt")
    if not has_browser(machine):
        packages += read_packages(PACKAGING / "debian-browser.txt")
    provide_packages(packages, machine)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

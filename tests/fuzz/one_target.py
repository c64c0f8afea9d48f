"""Fuzzes one target, led by coverage, with libFuzzer's own flags.

python -m tests.fuzz.one_target NAME [FLAG...] [FOLDER...]
"""

import shlex
import sys
from collections.abc import Sequence

import atheris  # type: ignore[import-untyped]  # it brings no types

from tests.fuzz.targets import target


def main(arguments: Sequence[str]) -> None:
    """Fuzz until the flags end it; libFuzzer ends the process."""
    _, name, *flags = arguments
    # To merge inputs libFuzzer starts the program once more, through a shell.
    program = f"{shlex.quote(sys.executable)} -m tests.fuzz.one_target {name}"
    with atheris.instrument_imports(include=["ringauth_gui"]):
        check = target(name)
    atheris.Setup([program, *flags], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)

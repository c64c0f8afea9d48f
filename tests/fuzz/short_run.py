"""Tries a few inputs on each target, led by coverage: ``-runs=N`` and other flags.

    python -m tests.fuzz.short_run FOLDER -runs=200

The parsers are imported once, since that takes longer than to try them. What breaks
one lies in FOLDER by then.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it brings no types

from tests.fuzz.target_run import CORPUS, words
from tests.fuzz.targets import TARGETS, target


def main(arguments: Sequence[str]) -> int:
    """Try each target in a process of its own; return 1 when one was broken."""
    program, folder, *flags = arguments
    with atheris.instrument_imports(include=["ringauth_gui"]):
        checks = {name: target(name) for name in TARGETS}
    broken = [
        name
        for name, check in checks.items()
        if _ends_badly([program, *_flags(name, Path(folder), flags)], check)
    ]
    sys.stdout.write(f"broken: {', '.join(broken) or 'none'} of {len(checks)}\n")
    return 1 if broken else 0


def _flags(name: str, folder: Path, flags: Sequence[str]) -> Sequence[str]:
    found = folder / name
    found.mkdir()
    prefix = f"-artifact_prefix={folder}/{name}-"
    return [prefix, *words(name), *flags, str(found), str(CORPUS / name)]


def _ends_badly(arguments: Sequence[str], check: Callable[[bytes], None]) -> bool:
    process = os.fork()
    if process == 0:
        atheris.Setup(arguments, check)
        atheris.Fuzz()  # which ends the process
    _, status = os.waitpid(process, 0)
    return status != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

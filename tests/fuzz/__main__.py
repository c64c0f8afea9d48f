"""Fuzzes the parsers of hostile input, and tells what was found in a table.

    .venv/bin/python -m tests.fuzz [TARGET ...] [--seconds 60] [--processes 2]
        [--folder FOLDER] [--keep] [-FLAG ...]

What is given as -FLAG=VALUE goes to libFuzzer. Ends with 1 when an input breaks what
its parser promises; where that input lies is told. See docs/fuzzing.md.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.target_run import CORPUS, TargetRun, fuzz, keep
from tests.fuzz.targets import TARGETS

# A regular expression that never ends, and memory without end, are findings as well.
_LIMITS = ("-timeout=60", "-rss_limit_mb=1024")


def main(arguments: Sequence[str]) -> int:
    """Fuzz all the targets, or those that are named; return 1 for a finding."""
    options, flags = _parser().parse_known_args(arguments)
    targets: list[str] = options.targets or TARGETS
    if unknown := sorted({*targets} - {*TARGETS}):
        _say(f"There is no target {', '.join(unknown)}.")
        return 2
    seconds = options.seconds * options.processes // len(targets)
    usual = [*_LIMITS, f"-max_total_time={max(1, seconds)}"]
    folder: Path = options.folder.resolve()

    def one(target: str) -> TargetRun:
        began = time.monotonic()
        run = fuzz(target, folder, [*usual, *flags])
        if options.keep and not run.failed:
            keep(target, folder)
        _say(_line(run, time.monotonic() - began, folder))
        return run

    _say(f"{'target':22}{'runs':>12}{'seconds':>9}{'kept':>6}  findings")
    with ThreadPoolExecutor(options.processes) as workers:
        ended = list(workers.map(one, targets))
    _say(f"{'all':22}{sum(run.runs for run in ended):12}")
    return int(any(run.failed for run in ended))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", allow_abbrev=False)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument(
        "--seconds", type=int, default=60, help="how long it takes in all"
    )
    parser.add_argument(
        "--processes", type=int, default=2, help="how many targets at a time"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "ringauth-fuzz",
        help="where what is found lies, also for the next time",
    )
    parser.add_argument(
        "--keep", action="store_true", help="add what covers more to the kept inputs"
    )
    return parser


def _line(run: TargetRun, seconds: float, folder: Path) -> str:
    kept = len(list((CORPUS / run.target).iterdir()))
    line = f"{run.target:22}{run.runs:12}{seconds:9.0f}{kept:6}"
    if not run.failed:
        return f"{line}  none"
    found = sorted(each.name for each in folder.glob(f"{run.target}-*"))
    return f"{line}  in {folder}: {', '.join(found) or 'no input'}\n{run.said}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

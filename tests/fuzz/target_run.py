"""One target fuzzed for a while by a process of its own, and what came of it."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
WORDS = Path(__file__).parent / "dictionaries"
_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has files without a disk
_SURROUNDINGS = {
    # Of the same hashes each time, so that an input covers what it covered.
    "PYTHONHASHSEED": "0",
    # What a target writes and syncs thousands of times does not wait for a disk.
    **({"TMPDIR": str(_MEMORY)} if _MEMORY.is_dir() else {}),
}
_LAST_WORDS = 12  # lines
_RUNS = re.compile(r"stat::number_of_executed_units: (\d+)")


@dataclass(frozen=True)
class TargetRun:
    """What came of it.

    Attributes:
        target: Which one.
        runs: How many inputs were tried.
        failed: Whether an input was found that breaks a promise.
        said: The traceback, where there is one, and libFuzzer's last words.
    """

    target: str
    runs: int
    failed: bool
    said: str


def fuzz(target: str, folder: Path, flags: Sequence[str]) -> TargetRun:
    """Fuzz until the flags end it; what is found is kept below ``folder``."""
    found = folder / target
    found.mkdir(parents=True, exist_ok=True)
    flags = (
        f"-artifact_prefix={folder}/{target}-",
        "-print_final_stats=1",
        *words(target),
        *flags,
    )
    done = _run(target, (*flags, str(found), str(CORPUS / target)))
    last_words = "\n".join(done.stderr.splitlines()[-_LAST_WORDS:])
    counted = _RUNS.search(done.stderr)
    return TargetRun(
        target,
        runs=int(counted[1]) if counted else 0,
        failed=done.returncode != 0,
        said=f"{done.stdout}\n{last_words}",
    )


def keep(target: str, folder: Path) -> None:
    """Add to the kept inputs what covers more of the parser than they do."""
    _run(target, ("-merge=1", str(CORPUS / target), str(folder / target)))


def _run(target: str, arguments: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.fuzz.one_target", target, *arguments],
        cwd=ROOT,
        env={**os.environ, **_SURROUNDINGS},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def words(target: str) -> Sequence[str]:
    """Return the flag that names the words which the target knows, where it has any."""
    path = WORDS / f"{target}.dict"
    return [f"-dict={path}"] if path.exists() else []

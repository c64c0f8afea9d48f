"""The fuzzers themselves, for as few inputs as fit into every test run."""

import subprocess
import sys
from pathlib import Path

from tests.fuzz.target_run import ROOT
from tests.fuzz.targets import TARGETS


def test_a_short_run_of_every_fuzzer_finds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.short_run", str(tmp_path)]

    done = subprocess.run(  # noqa: S603 - our own program
        [*command, "-runs=200", "-seed=1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )

    assert f"broken: none of {len(TARGETS)}" in done.stdout, done.stdout
    assert done.returncode == 0

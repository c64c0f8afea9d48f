"""Measures the start until the first paint, beside a bare window's.

    .venv/bin/python benchmarks/start_up.py [ROUNDS]

Each start is a process of its own, from its first instruction to its end at the first
paint; the three kinds take turns, so that a busy machine slows all of them.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROFILES = """{"version": 1, "profiles": [{
"id": "5f2c", "name": "Support desk", "server": "ringcentral", "server_url": "",
"endpoints": {}, "client_id": "client-1", "has_secret": false, "keep_tokens": true,
"grant_type": "authorization_code", "auto_refresh": false, "sends_nonce": false,
"redirect_uris": ["http://localhost:27464/callback"]}]}"""


@dataclass(frozen=True)
class Start:
    """What one start took."""

    wall_ms: float
    cpu_ms: float
    peak_mb: float


def surroundings(folder: Path) -> Mapping[str, str]:
    """Return surroundings without a screen, whose settings are in ``folder``."""
    known = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"  # what is installed is compiled once
    }
    return {
        **known,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(HERE.parent),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
    }


def start(script: str, environment: Mapping[str, str]) -> Start:
    """Start a script, and wait until it ends."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(HERE / script)],
        env=dict(environment),
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{script} ended with {process.returncode}")
    cpu = used.ru_utime + used.ru_stime
    return Start(wall * 1000, cpu * 1000, used.ru_maxrss / 1024)


def table(measured: Mapping[str, Sequence[Start]]) -> str:
    """Return median, spread and ratio to the first kind, as a table."""
    lines = [f"{'':16}{'wall ms':>22}{'CPU ms':>22}{'peak MB':>22}"]
    bare: list[float] = []
    for kind, starts in measured.items():
        cells = []
        columns = list(zip(*map(astuple, starts), strict=True))
        medians = [statistics.median(column) for column in columns]
        bare = bare or medians
        for column, median, base in zip(columns, medians, bare, strict=True):
            low, _, high = statistics.quantiles(column)
            cells.append(f"{median:.0f} ({low:.0f}-{high:.0f}) {median / base:.2f} x")
        lines.append(f"{kind:16}" + "".join(f"{cell:>22}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        empty, kept = Path(name, "empty"), Path(name, "kept")
        (kept / "ringauth").mkdir(parents=True)
        (kept / "ringauth" / "profiles.json").write_text(PROFILES, encoding="utf-8")
        kinds = {
            "bare window": ("bare_window.py", surroundings(empty)),
            "first screen": ("first_paint.py", surroundings(empty)),
            "one profile": ("first_paint.py", surroundings(kept)),
        }
        for script, environment in kinds.values():
            start(script, environment)  # compiles what it imports
        measured: dict[str, list[Start]] = {kind: [] for kind in kinds}
        for _ in range(rounds):
            for kind, (script, environment) in kinds.items():
                measured[kind].append(start(script, environment))
    print(table(measured))


if __name__ == "__main__":
    main()

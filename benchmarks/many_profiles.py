"""Measures a window with many profiles beside one with four.

    .venv/bin/python benchmarks/many_profiles.py [ROUNDS [SECONDS]]

Each window is a process of its own on Qt's offscreen platform; the kinds take turns, so
that a busy machine slows all of them. There are two ROUNDS at least; SECONDS is how
long each window is left alone.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from start_up import HERE, start, surroundings

FEW, MANY, IDLE = 4, 40, 50
PAINT = "start until the first paint (CPU)"
NAMES = {
    "switch": "click on a row until its page is painted",
    "filter": "key in the filter until the list is painted",
    "tick": "tick, all signed in, with its paint",
    "in sight": "idle, all signed in (% of a core)",
    "hidden": "idle and hidden (% of a core)",
}


def keep_profiles(folder: Path, count: int) -> Mapping[str, str]:
    """Leave ``count`` profiles in ``folder``; return surroundings that find them."""
    profiles = [
        {
            "id": f"p{number}",
            "name": f"Profile {number}",
            "server": "ringcentral",
            "server_url": "",
            "endpoints": {},
            "client_id": f"client-{number}",
            "has_secret": False,
            "redirect_uris": ["http://localhost:27464/callback"],
        }
        for number in range(count)
    ]
    (folder / "ringauth").mkdir(parents=True)
    text = json.dumps({"version": 1, "profiles": profiles})
    (folder / "ringauth" / "profiles.json").write_text(text, encoding="utf-8")
    return surroundings(folder)


def work(
    script: str, seconds: str, environment: Mapping[str, str]
) -> Mapping[str, list[float]]:
    """Return what the window of a script tells of itself."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), seconds],
        env=dict(environment),
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    told: Mapping[str, list[float]] = json.loads(done.stdout)
    return told


def spread(values: Sequence[float]) -> str:
    """Return the median with its quartiles, and the worst."""
    low, middle, high = statistics.quantiles(values)
    return f"{middle:.2f} ({low:.2f}-{high:.2f}), at worst {max(values):.2f}"


def main() -> None:
    """Measure, and print a line for each thing and kind."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = sys.argv[2] if len(sys.argv) > 2 else "10"  # noqa: PLR2004 - the second
    measured: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        kinds = {
            f"{count} profiles": keep_profiles(Path(name, str(count)), count)
            for count in (FEW, MANY, IDLE)
        }
        bare = surroundings(Path(name, "bare"))
        for _ in range(rounds):
            told = work("bare_ticking.py", seconds, bare)
            _note(measured, "bare window", told)
            for kind, environment in kinds.items():
                _note(
                    measured,
                    kind,
                    work("many_profiles_window.py", seconds, environment),
                )
                paint = start("first_paint.py", environment).cpu_ms
                measured.setdefault((PAINT, kind), []).append(paint)
    for (thing, kind), values in sorted(measured.items()):
        print(f"{NAMES.get(thing, thing):48}{kind:14}{spread(values)}")


def _note(
    measured: dict[tuple[str, str], list[float]],
    kind: str,
    told: Mapping[str, list[float]],
) -> None:
    for thing, values in told.items():
        measured.setdefault((thing, kind), []).extend(values)


if __name__ == "__main__":
    main()

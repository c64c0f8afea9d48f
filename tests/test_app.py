"""How the program starts, and does not."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_without_a_screen_it_says_so_in_one_line() -> None:
    variables = {key: value for key, value in os.environ.items() if key not in SCREENS}

    ended = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr == "ringauth: there is no screen: DISPLAY is not set.\n"

"""The program as a process of its own, without a screen."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from tests.fakes.fixed_clock import FixedClock

ROOT = Path(__file__).parents[1]
PROFILE = Profile(
    "5f2c", "Support desk", ServerKind.RINGCENTRAL, "client-1", has_secret=False
)


def surroundings(folder: Path) -> Mapping[str, str]:
    """Return surroundings without a screen, a keyring or earlier files."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(ROOT),
    }


def run(
    environment: Mapping[str, str], *command: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *command],
        env=dict(environment),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def profile_file(environment: Mapping[str, str]) -> Path:
    """Return where the profiles are."""
    return Path(environment["XDG_CONFIG_HOME"]) / "ringauth" / "profiles.json"


def store_profile(environment: Mapping[str, str], *profiles: Profile) -> None:
    """Write a profile file with these profiles, or else with PROFILE."""
    file = ProfileFile(profile_file(environment), FixedClock())
    file.save(profiles or [PROFILE])

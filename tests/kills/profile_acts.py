"""What a process does to the profile file."""

import resource
import signal
from pathlib import Path

from ringauth_gui.storage import file_lock, files, json_file, profiles
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import ProfileFile
from tests.fakes.fixed_clock import FixedClock
from tests.kills.steps import Steps

FILES = [str(each.__file__) for each in (file_lock, files, json_file, profiles)]


def save(steps: Steps, path: Path, before: list[Profile], after: list[Profile]) -> None:
    """Save profiles over what was there before; each line of that is a step."""
    file = ProfileFile(path, FixedClock())
    steps.count_lines(FILES)
    file.save(after, before)


def save_to_the_limit(
    steps: Steps, path: Path, after: list[Profile], most_bytes: int
) -> None:
    """Save until the system ends the process, in the middle of its writing."""
    steps.reach("begins to write")
    signal.signal(signal.SIGXFSZ, lambda *_: steps.reach("killed"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    ProfileFile(path, FixedClock()).save(after)

"""What a killed program left of files that it had not completed."""

import contextlib
import re
from pathlib import Path

from ringauth_gui.storage.files import TEMPORARY

STALE_SECONDS = 3600.0  # a file is written within milliseconds

# As tempfile names them: another program's file is none of ours.
_NAME = re.compile(rf"\..+\.json-[a-z0-9_]{{8}}{re.escape(TEMPORARY)}")


def remove_leftovers(folder: Path, wall: float) -> None:
    """Remove our incomplete files from ``folder``, unless somebody may be writing them.

    What cannot be removed stays: it is in nobody's way.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _NAME.fullmatch(path.name):
                _remove_stale(path, wall)


def _remove_stale(path: Path, wall: float) -> None:
    with contextlib.suppress(OSError):
        # A clock that was put back must not keep them for ever.
        if abs(wall - path.lstat().st_mtime) > STALE_SECONDS:
            path.unlink()

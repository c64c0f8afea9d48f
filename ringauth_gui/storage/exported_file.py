"""Reads a file with profiles that a person chose, wherever it lies."""

import os
from collections.abc import Callable
from pathlib import Path

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.exported_profiles import ReadExport, read_exported
from ringauth_gui.storage.files import read_bytes


def read_exported_file(path: Path, know: Callable[[str], None]) -> ReadExport:
    """Return what the file holds; may take as long as a network drive does.

    Args:
        path: The file. A link may be anybody's: nothing is written.
        know: Is given what looks like a secret, to be masked from then on.

    Raises:
        ProfileFileError: It cannot be read, or is no file with profiles.
    """
    data = read_bytes(Path(os.path.realpath(path)), is_ours=False)
    if data is None:
        raise ProfileFileError(f"{path.name} is not there any more.")
    found = read_exported(data, path.name)
    for secret in found.secrets:
        know(secret)
    return found

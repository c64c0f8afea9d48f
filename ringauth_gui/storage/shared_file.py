"""A small JSON file that windows change in turn; its loss is no error for anybody."""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage import files
from ringauth_gui.storage.file_lock import LockIsBusy, file_lock

LARGEST = 256 * 1024
LOCK_SECONDS = 1.0  # a change takes milliseconds; whoever holds it longer is stuck

_HASH_LENGTH = 24  # of a hash's 64 digits: enough to tell a few hundred apart

Members = Mapping[str, object]


class SharedFile:
    """What several windows have to know at once, and may forget without harm."""

    def __init__(self, path: Path, limit_seconds: float = LOCK_SECONDS) -> None:
        """Take where the file is, and how long to wait for another window."""
        self._path = path
        self._limit_seconds = limit_seconds

    @property
    def stamp(self) -> files.Stamp | None:
        """What is different once the file was changed; None while there is none."""
        return files.stamp(self._path)

    def read(self) -> Members:
        """Return the file's members; nothing when there is no file or only junk."""
        try:
            content = files.read_bytes(self._path, LARGEST)
            members = json.loads((content or b"{}").decode("utf-8"))
        except (ProfileFileError, ValueError, RecursionError):
            return {}
        return members if isinstance(members, dict) else {}

    def change(self, change: Callable[[Members], Members]) -> None:
        """Write what ``change`` makes of the members; what it raises changes nothing.

        Where the file cannot be locked or written, ``change`` is called all the same.
        """
        with self._locked() as is_locked:
            members = change(self.read())
            if is_locked:
                with contextlib.suppress(ProfileFileError):
                    text = json.dumps(members, sort_keys=True)
                    files.write_atomically(self._path, text, lasting=False)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[bool]:
        lock = file_lock(self._path.with_suffix(".lock"), self._limit_seconds)
        with contextlib.ExitStack() as stack:
            is_locked = False
            with contextlib.suppress(LockIsBusy):
                is_locked = stack.enter_context(lock)
            yield is_locked


def opaque(identifier: str) -> str:
    """Return what stands for ``identifier`` in such a file or its name (R18)."""
    import hashlib

    return hashlib.sha256(identifier.encode()).hexdigest()[:_HASH_LENGTH]

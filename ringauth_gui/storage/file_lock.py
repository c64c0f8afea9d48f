"""A lock that windows take in turn: a file that is never deleted and holds no data."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.storage.files import make_own_folder


class LockIsBusy(Exception):
    """Somebody else held the lock all the time."""


@contextlib.contextmanager
def file_lock(path: Path, limit_seconds: float) -> Iterator[bool]:
    """Hold the lock at ``path``, and give whether it is held.

    It is not where no file can be locked, such as in a folder that is read-only. What a
    process holds that dies is free again.

    Raises:
        LockIsBusy: It was not free within ``limit_seconds``.
    """
    # Late: it takes longer to import than a window to open.
    import filelock

    lock = filelock.FileLock(path, timeout=limit_seconds, mode=0o600)
    is_held = False
    # A file system without locks is told by NotImplementedError.
    with contextlib.suppress(OSError, NotImplementedError):
        try:
            make_own_folder(path.parent)
            lock.acquire()
            is_held = True
        except filelock.Timeout as error:
            raise LockIsBusy(path.name) from error
    try:
        yield is_held
    finally:
        lock.release()

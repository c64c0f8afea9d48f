"""One refresh at a time for a profile, over all windows and processes (R13)."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import filelock

from ringauth_gui.errors import TokenStoreError


class RefreshLock:
    """Locks a profile's tokens by a file that is never deleted and holds no data."""

    def __init__(self, folder: Path, limit_seconds: float = 15.0) -> None:
        """Take the folder for the lock files, and how long to wait for a lock."""
        self._folder = folder
        self._limit_seconds = limit_seconds

    @contextlib.contextmanager
    def hold(self, profile_id: str) -> Iterator[None]:
        """Hold the profile's lock.

        Raises:
            TokenStoreError: Another window holds it too long, or it cannot be had.
        """
        lock = filelock.FileLock(
            self._folder / f"refresh-{profile_id}.lock",
            timeout=self._limit_seconds,
            mode=0o600,
        )
        self._acquire(lock)
        try:
            yield
        finally:
            lock.release()

    def _acquire(self, lock: filelock.BaseFileLock) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire()
        except filelock.Timeout as error:
            raise TokenStoreError(
                "Another RingAuth window is refreshing this profile. "
                "Wait a moment, then refresh again."
            ) from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise TokenStoreError(
                f"The lock for refreshing cannot be had: {reason}."
            ) from error

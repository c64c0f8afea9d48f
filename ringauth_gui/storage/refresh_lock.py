"""One refresh at a time for a profile, over all windows and processes (R13)."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.file_lock import LockIsBusy, file_lock

LockRefresh = Callable[[str], AbstractContextManager[object]]


class RefreshLock:
    """Locks a profile's tokens by a file that is never deleted and holds no data."""

    def __init__(self, folder: Path, limit_seconds: float = 15.0) -> None:
        """Take the folder for the lock files, and how long to wait for a lock."""
        self._folder = folder
        self._limit_seconds = limit_seconds

    @contextlib.contextmanager
    def hold(self, profile_id: str) -> Iterator[None]:
        """Hold the profile's lock.

        Where the folder cannot be written to, it goes on without a lock: a refresh at
        the same moment in two windows is rarer, and RingCentral answers both alike,
        than a person who could not refresh or revoke at all.

        Raises:
            TokenStoreError: Another window holds it too long.
        """
        path = self._folder / f"refresh-{profile_id}.lock"
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(file_lock(path, self._limit_seconds))
            except LockIsBusy as error:
                raise TokenStoreError(
                    "Another RingAuth window is refreshing this profile. "
                    "Wait a moment, then try again."
                ) from error
            yield


@contextlib.contextmanager
def in_turn(lock_refresh: LockRefresh, profile_id: str) -> Iterator[None]:
    """Hold the profile's lock, or go on without it where another holds it too long.

    For a token that has come and is kept in any case: a refresh that takes so long
    looks once more before it stores.
    """
    with contextlib.ExitStack() as turn:
        with contextlib.suppress(TokenStoreError):
            turn.enter_context(lock_refresh(profile_id))
        yield

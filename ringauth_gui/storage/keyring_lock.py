"""One write at a time to a keyring where it takes several steps, over all windows."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.file_lock import LockIsBusy, file_lock


class KeyringLock:
    """Locks the whole keyring by a file that is never deleted and holds no data.

    All profiles together: keyring's own code for Windows moves the item of another
    profile aside before it writes one.
    """

    def __init__(self, folder: Path, limit_seconds: float = 10.0) -> None:
        """Take the folder for the lock file, and how long to wait for the lock."""
        self._folder = folder
        self._limit_seconds = limit_seconds

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock; where its folder cannot be used, go on without.

        What two windows then write at once is found by its checksum.

        Raises:
            TokenStoreError: Another window holds it too long.
        """
        with contextlib.ExitStack() as stack:
            try:
                path = self._folder / "keyring.lock"
                stack.enter_context(file_lock(path, self._limit_seconds))
            except LockIsBusy as error:
                raise TokenStoreError(
                    "Another RingAuth window is writing to the keyring."
                ) from error
            yield

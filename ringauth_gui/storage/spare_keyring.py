"""Keeps values through a keyring that removes an item before it writes it anew (R17).

So does keyring's own code for macOS: a process that is killed between the two leaves
nothing. A new value is therefore kept under a second name first, the spare, until it is
whole under its own.
"""

import contextlib

from ringauth_gui.storage.keyring_backend import HoldLock, KeyringBackend


class SpareKeyring:
    """Stands before a backend that removes first, and looks like one that does not."""

    def __init__(self, backend: KeyringBackend, hold_lock: HoldLock) -> None:
        """Stand before ``backend``; ``hold_lock`` lets one window at a time write."""
        self._backend = backend
        self._hold_lock = hold_lock

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""
        # The item twice: another window may write it anew just then, and remove the
        # spare before that is looked at.
        for name in (username, _spare(username), username):
            text = self._backend.get_password(service, name)
            if text is not None:
                return text
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text; there is one at every moment, that before or this."""
        with self._hold_lock():
            self._backend.set_password(service, _spare(username), password)
            self._backend.set_password(service, username, password)
            # It is kept by now, and whatever is kept next replaces the spare first.
            with contextlib.suppress(Exception):
                self._backend.delete_password(service, _spare(username))

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text; the spare first, which would stand for it otherwise."""
        with self._hold_lock():
            for name in (_spare(username), username):
                if self._backend.get_password(service, name) is not None:
                    self._backend.delete_password(service, name)


def _spare(username: str) -> str:
    return f"{username}/spare"

"""Tries again where a busy computer did not let a call reach the keyring.

The library that speaks to the Secret Service makes a connection for each call, and
gives the session's bus one second to admit it. That one was not admitted says nothing
of the keyring, of which nothing was asked yet.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from ringauth_gui.storage.keyring_backend import KeyringBackend

Answer = TypeVar("Answer")

_TRIES = 5  # of a second each: whoever waits is told so meanwhile
# The second one where the second was over before it was waited for.
_NOT_ADMITTED = (TimeoutError, BlockingIOError)


class PatientKeyring:
    """Stands before a backend that gives up at once, and looks like one that waits."""

    def __init__(self, backend: KeyringBackend) -> None:
        """Stand before ``backend``."""
        self._backend = backend

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""
        return patiently(partial(self._backend.get_password, service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        patiently(partial(self._backend.set_password, service, username, password))

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text."""
        patiently(partial(self._backend.delete_password, service, username))


def patiently(call: Callable[[], Answer]) -> Answer:
    """Return what ``call`` returns, and try again where it could not connect."""
    for _ in range(_TRIES - 1):
        try:
            return call()
        except _NOT_ADMITTED:
            continue
    return call()

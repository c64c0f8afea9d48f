"""Asks a keyring once more where only the way to it failed, and one call at a time.

The library that speaks to the Secret Service makes a connection for each call, and
gives the session's bus one second to admit it. That one was not admitted says nothing
of the keyring, of which nothing was asked yet.

gnome-keyring 42 bears callers that come and go at once badly: it was seen to crash, and
to call itself locked to one of them while it was not.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from ringauth_gui.storage.keyring_backend import KeyringBackend

Answer = TypeVar("Answer")

# Whoever does not come to an end, as one whose question for the password stays open,
# holds the others up for so long only.
TURN_SECONDS = 2.0
_TRIES = 5  # of a second each: whoever waits is told so meanwhile
# The second one where the second was over before it was waited for.
_NOT_ADMITTED = (TimeoutError, BlockingIOError)
# Where the question for the password was dismissed, one of its libraries' errors hides
# in the other's.
_LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException"}


class PatientKeyring:
    """Stands before a backend that gives up at once, and looks like one that waits."""

    def __init__(
        self,
        backend: KeyringBackend,
        is_unlocked: Callable[[], bool],
        turn_seconds: float = TURN_SECONDS,
    ) -> None:
        """Stand before ``backend``.

        Args:
            backend: What is asked.
            is_unlocked: Whether it tells, asking nobody, that it is unlocked.
            turn_seconds: How long a call waits for the end of those before it.
        """
        self._backend = backend
        self._is_unlocked = is_unlocked
        self._turn_seconds = turn_seconds
        self._turn = threading.Lock()

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""
        return self._ask(partial(self._backend.get_password, service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        self._ask(partial(self._backend.set_password, service, username, password))

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text."""
        self._ask(partial(self._backend.delete_password, service, username))

    def _ask(self, call: Callable[[], Answer]) -> Answer:
        with self._in_turn():
            try:
                return patiently(call)
            except Exception as error:
                if not (means_locked(error) and self._is_unlocked()):
                    raise
            return patiently(call)

    @contextlib.contextmanager
    def _in_turn(self) -> Iterator[None]:
        is_ours = self._turn.acquire(timeout=self._turn_seconds)
        try:
            yield
        finally:
            if is_ours:
                self._turn.release()


def patiently(call: Callable[[], Answer]) -> Answer:
    """Return what ``call`` returns, and try again where it could not connect."""
    for _ in range(_TRIES - 1):
        try:
            return call()
        except _NOT_ADMITTED:
            continue
    return call()


def means_locked(error: Exception) -> bool:
    """Return whether nobody gave the password, as each library's errors tell it."""
    causes = (error, error.__cause__)
    return bool({type(each).__name__ for each in causes} & _LOCKED)

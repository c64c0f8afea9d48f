"""Knows which calls to the keyring have not been answered yet."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ringauth_gui.moment import Clock, Moment, elapsed


class KeyringCalls:
    """The calls that run now, on all threads."""

    def __init__(self, clock: Clock) -> None:
        """Know of none yet; ``clock`` tells when each begins."""
        self._clock = clock
        self._lock = threading.Lock()
        self._running: dict[object, tuple[str, Moment]] = {}

    @contextmanager
    def running(self, profile_id: str) -> Iterator[None]:
        """Count what is done inside as a call for a profile."""
        call = object()
        with self._lock:
            self._running[call] = (profile_id, self._clock())
        try:
            yield
        finally:
            with self._lock:
                del self._running[call]

    def waited(self, profile_id: str, since: Moment) -> float:
        """Return for how many seconds a call for a profile has not been answered.

        One that began before ``since`` was left to itself, and is not waited for.
        """
        now = self._clock()
        with self._lock:
            calls = [*self._running.values()]
        ages = [elapsed(begun, now) or 0.0 for who, begun in calls if who == profile_id]
        longest = elapsed(since, now) or 0.0
        return max((age for age in ages if age <= longest), default=0.0)

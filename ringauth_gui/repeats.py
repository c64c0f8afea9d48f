"""Counts what comes again and again, such as the error of something that ticks."""

import threading
from collections.abc import Hashable

from ringauth_gui.moment import Clock

PAUSE = 60.0  # seconds of silence, after which it counts as the first one again
MOST = 200  # kinds known at a time


class Repeats:
    """Tells the how-manieth of its kind something is, in a row without a long pause."""

    def __init__(self, clock: Clock) -> None:
        """Know nothing yet; ``clock`` tells how long a pause is."""
        self._clock = clock
        self._known: dict[Hashable, tuple[int, float]] = {}
        self._lock = threading.RLock()  # what fails in a __del__ is counted anywhere

    def count(self, kind: Hashable) -> int:
        """Return 1 for the first of its kind, and one more for each that follows it."""
        now = self._clock().monotonic or 0.0
        with self._lock:
            count, last = self._known.pop(kind, (0, now))
            count = 1 if now - last > PAUSE else count + 1
            self._known[kind] = (count, now)
            if len(self._known) > MOST:
                del self._known[next(iter(self._known))]
        return count

"""Things that are built when they are first needed."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """Called, it returns the one thing that it builds, on whichever thread asks first.

    What the thing is made of is imported by the function that builds it: a window is
    painted sooner than all is imported that it may need.
    """

    def __init__(self, build: Callable[[], T]) -> None:
        """Build nothing yet; ``build`` may block, and whoever asks meanwhile."""
        self._build = build
        self._lock = threading.RLock()
        self._built: T | None = None

    @property
    def built(self) -> T | None:
        """The thing, if there is one already."""
        return self._built

    def __call__(self) -> T:
        """Return the thing."""
        with self._lock:
            if self._built is None:
                self._built = self._build()
            return self._built

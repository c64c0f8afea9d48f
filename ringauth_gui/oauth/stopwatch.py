"""What the time of one exchange is spent on."""

import time

from ringauth_gui.oauth.exchange import Timings


class Stopwatch:
    """Runs from its making; told when the connection and the answer are there."""

    def __init__(self) -> None:
        """Start."""
        self._started = time.monotonic()
        self._connected: float | None = None
        self._answered: float | None = None

    def connected(self) -> None:
        """Take note that the connection, TLS included, is there."""
        self._connected = time.monotonic()

    def answered(self) -> None:
        """Take note that the answer's headers are there."""
        self._answered = time.monotonic()

    @property
    def is_connected(self) -> bool:
        """Whether the connection, TLS included, has been there."""
        return self._connected is not None

    @property
    def seconds(self) -> float:
        """How long it has run."""
        return time.monotonic() - self._started

    @property
    def timings(self) -> Timings:
        """What the time until now was spent on, as far as it got."""
        now = time.monotonic()
        if self._connected is None:
            return Timings()
        if self._answered is None:
            return Timings(self._connected - self._started)
        return Timings(
            connect=self._connected - self._started,
            wait=self._answered - self._connected,
            read=now - self._answered,
        )

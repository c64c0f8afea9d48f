"""Who is connected to the loopback receiver: so many and no more, nobody for ever."""

import selectors
import socket
import time
from collections.abc import Iterator
from operator import attrgetter

from ringauth_gui.oauth.loopback_connection import LoopbackConnection, VisitorStage
from ringauth_gui.oauth.loopback_limits import LoopbackLimits


class LoopbackVisitors:
    """The visitors, in the order in which they came; each is in the selector too."""

    def __init__(
        self, selector: selectors.BaseSelector, limits: LoopbackLimits
    ) -> None:
        """Register with ``selector`` whoever is let in."""
        self._selector = selector
        self._limits = limits
        self._kept: dict[LoopbackConnection, None] = {}

    def __iter__(self) -> Iterator[LoopbackConnection]:
        return iter(tuple(self._kept))

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def is_full(self) -> bool:
        """Whether somebody has to go before the next one can be let in."""
        return len(self._kept) >= self._limits.connections

    @property
    def is_sending(self) -> bool:
        """Whether a part of a response is still to be sent."""
        return any(visitor.is_sending for visitor in self._kept)

    @property
    def least(self) -> LoopbackConnection:
        """The one to go first: of the lowest stage, and the longest here."""
        return min(self._kept, key=attrgetter("stage"))

    @property
    def next_deadline(self) -> float | None:
        """When the time of one of them is over, on the monotonic clock."""
        return min((visitor.deadline for visitor in self._kept), default=None)

    def let_in(self, untrusted_socket: socket.socket) -> None:
        """Take one more; hang up where the system does not watch as many sockets."""
        deadline = time.monotonic() + self._limits.connection_seconds
        visitor = LoopbackConnection(untrusted_socket, deadline, self._limits)
        try:
            self._selector.register(untrusted_socket, selectors.EVENT_READ, visitor)
        except OSError:
            untrusted_socket.close()
            return
        self._kept[visitor] = None

    def await_next(self, visitor: LoopbackConnection) -> None:
        """Have the selector tell when ``visitor`` can go on."""
        awaited = selectors.EVENT_WRITE if visitor.is_sending else selectors.EVENT_READ
        self._selector.modify(visitor.socket, awaited, visitor)

    def drop(self, visitor: LoopbackConnection) -> None:
        """Hang up on ``visitor``."""
        del self._kept[visitor]
        self._selector.unregister(visitor.socket)
        visitor.socket.close()

    def drop_late(self) -> None:
        """Hang up on those whose time is over."""
        now = time.monotonic()
        for visitor in self:
            # One that waits for the outcome is given words instead.
            if visitor.deadline <= now and visitor.stage is not VisitorStage.HELD:
                self.drop(visitor)

    def close(self) -> None:
        """Hang up on everybody, when the selector is closed."""
        for visitor in self._kept:
            visitor.socket.close()

"""Who is let in by the loopback receiver."""

import errno
import selectors
import socket
from typing import Any

from typing_extensions import override

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from ringauth_gui.oauth.loopback_visitors import LoopbackVisitors


class FullSelector(selectors.SelectSelector):
    """Watches no socket more, as epoll does at the system's limit of watches."""

    @override
    def register(
        self, fileobj: Any, events: int, data: Any = None
    ) -> selectors.SelectorKey:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_who_cannot_be_watched_is_hung_up_on() -> None:
    ours, theirs = socket.socketpair()
    visitors = LoopbackVisitors(FullSelector(), STANDARD_LIMITS)

    visitors.let_in(ours)

    with theirs:
        assert theirs.recv(1) == b""
    assert len(visitors) == 0
    assert ours.fileno() == -1

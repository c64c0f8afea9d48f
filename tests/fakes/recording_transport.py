"""The real transport, with what it recorded."""

import socket
from collections.abc import Mapping
from typing import Any

from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.lifeline import LookUp
from ringauth_gui.oauth.transport import HttpTransport
from tests.fakes.fixed_clock import FixedClock


class RecordingTransport(HttpTransport):
    """An ``HttpTransport`` that keeps its exchanges, on a clock that a test moves."""

    def __init__(
        self,
        *,
        environ: Mapping[str, str] | None = None,
        look_up: LookUp = socket.getaddrinfo,
    ) -> None:
        """Take the proxies of ``environ``, which are none unless given."""
        self.exchanges: list[Exchange] = []
        self.clock = FixedClock()
        super().__init__(
            user_agent="RingAuth/0.0 (Test 1)",
            clock=self.clock,
            record=self.exchanges.append,
            environ=environ or {},
            look_up=look_up,
        )


def everything_is_here(_: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
    """Look up every host as this computer."""
    return list(socket.getaddrinfo("127.0.0.1", port, **options))


def nothing_is_found(*_: object, **__: object) -> list[tuple[Any, ...]]:
    """Look up every host in vain."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def unused_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])

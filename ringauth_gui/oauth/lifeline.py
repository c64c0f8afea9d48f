"""The one connection of a request, which can be cut whatever it is waiting for."""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from ringauth_gui.oauth.stopwatch import Stopwatch

LookUp = Callable[..., Sequence[tuple[Any, ...]]]  # as socket.getaddrinfo


class Lifeline:
    """Opens the connection of one request, and cuts it from another thread.

    A read that was given seconds per byte never ends against a server that sends a
    byte a second. Shutting the socket down ends every wait on it at once, in connect,
    handshake, header or body; only a look-up cannot be ended, and its outcome is then
    thrown away.

    Attributes:
        connected: Set once a server has taken the connection.
        watch: Times the request.
    """

    def __init__(self, look_up: LookUp) -> None:
        """Take ``look_up``, which finds a host's addresses like getaddrinfo."""
        self._look_up = look_up
        self._lock = threading.Lock()
        self._held: socket.socket | None = None
        self._cut = False
        self.connected = threading.Event()
        self.watch = Stopwatch()

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """Return a socket connected to one of the addresses of ``host``.

        Each address gets its share of ``seconds``, so that one which swallows
        everything leaves time for the next.
        """
        addresses = self._look_up(host, port, type=socket.SOCK_STREAM)
        deadline = time.monotonic() + seconds
        problem: OSError = OSError("no address")
        for left, (family, kind, protocol, _, address) in zip(
            range(len(addresses), 0, -1), addresses, strict=True
        ):
            share = max(0.01, deadline - time.monotonic()) / left
            try:
                connection = self._connect_to(family, kind, protocol, address, share)
            except OSError as error:
                problem = error
            else:
                connection.settimeout(seconds + 1)  # per read of a TLS handshake
                self.connected.set()
                return connection
        raise problem

    def cut(self) -> None:
        """End the connection, and every later one before it is made."""
        with self._lock:
            self._cut = True
            if self._held is not None:
                with suppress(OSError):  # not connected yet, or the server was first
                    self._held.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Let go of the connection, which its user has closed."""
        with self._lock:
            if self._held is not None:
                self._held.close()
                self._held = None

    def _connect_to(
        self,
        family: int,
        kind: int,
        protocol: int,
        address: tuple[Any, ...],
        seconds: float,
    ) -> socket.socket:
        connection = socket.socket(family, kind, protocol)
        try:
            self._hold(connection)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(seconds)
            connection.connect(address)
        except BaseException:
            connection.close()
            raise
        return connection

    def _hold(self, connection: socket.socket) -> None:
        """Keep a second handle: TLS takes the first one away from its object."""
        self.release()
        with self._lock:
            if self._cut:
                raise ConnectionAbortedError
            self._held = connection.dup()

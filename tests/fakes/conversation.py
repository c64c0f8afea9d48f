"""One connection to a server of the tests, byte by byte."""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

PATIENCE = 10.0  # seconds after which a forgotten conversation ends by itself


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as it arrived: ``headers`` in order, with the names as sent."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the value of the header ``name`` in any letter case."""
        wanted = name.lower()
        return next(
            (value for key, value in self.headers if key.lower() == wanted), None
        )


class Conversation:
    """One connection, as a script sees it."""

    def __init__(self, connection: socket.socket, stopped: threading.Event) -> None:
        """Take an accepted connection, and the event that ends every wait."""
        connection.settimeout(PATIENCE)
        self._socket = connection
        self._stopped = stopped

    def read_request(self) -> ReceivedRequest | None:
        """Return the next request, or None when the client has gone without one."""
        with self._socket.makefile("rb") as stream:
            first = stream.readline().decode("latin-1").split()
            if len(first) < 2:
                return None
            headers = []
            while line := stream.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers.append((name, value.strip()))
            request = ReceivedRequest(first[0], first[1], tuple(headers), b"")
            body = stream.read(int(request.header("Content-Length") or 0))
        return ReceivedRequest(first[0], first[1], tuple(headers), body)

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Speak TLS from here on."""
        self._socket = context.wrap_socket(self._socket, server_side=True)

    def send(self, *parts: bytes) -> None:
        """Send all of ``parts``."""
        for part in parts:
            self._socket.sendall(part)

    def send_untouched(self, data: bytes) -> None:
        """Send ``data`` past TLS, as somebody on the way may."""
        socket.socket.sendall(self._socket, data)

    def flood(self, piece: bytes) -> None:
        """Send ``piece`` again and again, as fast as the client takes it."""
        while not self._stopped.is_set():
            self._socket.sendall(piece)

    def drip(self, data: Iterable[bytes], seconds: float) -> None:
        """Send ``data`` piece by piece, a piece every so many ``seconds``."""
        for piece in data:
            self._socket.sendall(piece)
            if self._stopped.wait(seconds):
                return

    def wait_until_client_leaves(self) -> None:
        """Say nothing until the client closes its side."""
        while self._socket.recv(4096):
            pass

    def reset(self) -> None:
        """Break the connection off, so that the client sees a reset."""
        no_linger = struct.pack("ii", 1, 0)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_linger)
        self._socket.close()

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()


Script = Callable[[Conversation], None]

"""A server on the loopback interface that answers byte by byte, as a test scripts."""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

_PATIENCE = 10.0  # seconds after which a forgotten conversation ends by itself


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
        connection.settimeout(_PATIENCE)
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


class FakeHttpServer:
    """Serves one connection after the other, the n-th with the n-th script.

    Each script runs once its request has been read; the last one serves all that
    follow. With ``tls`` every connection begins with a handshake.
    """

    def __init__(
        self,
        *scripts: Script,
        tls: ssl.SSLContext | None = None,
        address: str = "127.0.0.1",
        name: str = "",
        greeting: bytes = b"",
    ) -> None:
        """Take the scripts.

        Args:
            scripts: What to do in answer to the requests.
            tls: Spoken from the start.
            address: Where to listen.
            name: Stands in the URL in place of the address.
            greeting: Sent to whoever connects, as other protocols do.
        """
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, 0), family=family)
        self._scripts = scripts
        self._tls = tls
        self._greeting = greeting
        self._stopped = threading.Event()
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._serve, name="fake HTTP server")
        self.port: int = self._listener.getsockname()[1]
        shown = name or (f"[{address}]" if ":" in address else address)
        self.url = f"{'https' if tls else 'http'}://{shown}:{self.port}/"
        self.requests: list[ReceivedRequest] = []
        self.connections = 0
        self.conversations_ended = 0
        self.problems: list[OSError] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with (
            suppress(OSError),
            socket.create_connection(self._listener.getsockname()[:2]),
        ):
            pass  # wakes accept, on every platform
        self._thread.join(2 * _PATIENCE)
        self._listener.close()
        assert not self._thread.is_alive()

    def wait_for_requests(self, number: int) -> None:
        """Return once so many requests have arrived."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: len(self.requests) >= number, _PATIENCE
            )

    def wait_until_served(self, number: int) -> None:
        """Return once so many connections have ended, on this side too."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: self.conversations_ended >= number, _PATIENCE
            )

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopped.is_set():
                connection.close()
                return
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            self.connections += 1
            conversation = Conversation(connection, self._stopped)
            try:
                self._converse(conversation, script)
            except OSError as error:  # the client has left, which many tests are about
                self.problems.append(error)
            finally:
                conversation.close()
                with self._changed:
                    self.conversations_ended += 1
                    self._changed.notify_all()

    def _converse(self, conversation: Conversation, script: Script) -> None:
        if self._tls is not None:
            conversation.start_tls(self._tls)
        conversation.send(self._greeting)
        request = conversation.read_request()
        if request is None:
            return
        with self._changed:
            self.requests.append(request)
            self._changed.notify_all()
        script(conversation)


def answer(
    body: bytes = b"{}",
    *headers: str,
    status: str = "200 OK",
    length: int | None = None,
) -> bytes:
    """Return a whole answer; a ``length`` is announced in place of the true one."""
    announced = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {announced}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def answering(*parts: bytes) -> Script:
    """Return a script that sends ``parts`` and closes."""
    return lambda conversation: conversation.send(*parts)


def silent(conversation: Conversation) -> None:
    """Never answer."""
    conversation.wait_until_client_leaves()


def resetting(*parts: bytes) -> Script:
    """Return a script that sends ``parts`` and then breaks the connection off."""

    def script(conversation: Conversation) -> None:
        conversation.send(*parts)
        conversation.reset()

    return script


def dripping(start: bytes, piece: bytes, seconds: float = 0.02) -> Script:
    """Return a script that sends ``start``, and then ``piece`` without an end."""

    def script(conversation: Conversation) -> None:
        conversation.send(start)
        conversation.drip(iter(lambda: piece, None), seconds)

    return script

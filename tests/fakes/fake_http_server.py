"""A server on the loopback interface that answers byte by byte, as a test scripts."""

import socket
import ssl
import threading
from contextlib import suppress
from typing import Self

from tests.fakes.conversation import PATIENCE, Conversation, ReceivedRequest, Script


class FakeHttpServer:
    """Serves one connection after the other, the n-th with the n-th script.

    Each script runs once its request has been read; the last one serves all that
    follow. With ``tls`` every connection begins with a handshake.
    """

    def __init__(
        self,
        *scripts: Script,
        tls: ssl.SSLContext | Script | None = None,
        address: str = "127.0.0.1",
        name: str = "",
    ) -> None:
        """Take the scripts.

        Args:
            scripts: What to do in answer to the requests.
            tls: Spoken from the start; or what is done in place of the handshake.
            address: Where to listen.
            name: Stands in the URL in place of the address.
        """
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, 0), family=family)
        self._scripts = scripts
        self._tls = tls
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
        self._thread.join(2 * PATIENCE)
        self._listener.close()
        assert not self._thread.is_alive()

    def wait_for_requests(self, number: int) -> None:
        """Return once so many requests have arrived."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: len(self.requests) >= number, PATIENCE
            )

    def wait_for_connections(self, number: int) -> None:
        """Return once so many connections have been accepted."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.connections >= number, PATIENCE)

    def wait_until_served(self, number: int) -> None:
        """Return once so many connections have ended, on this side too."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: self.conversations_ended >= number, PATIENCE
            )

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopped.is_set():
                connection.close()
                return
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            with self._changed:
                self.connections += 1
                self._changed.notify_all()
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
        if isinstance(self._tls, ssl.SSLContext):
            conversation.start_tls(self._tls)
        elif self._tls is not None:
            self._tls(conversation)
            return
        request = conversation.read_request()
        if request is None:
            return
        with self._changed:
            self.requests.append(request)
            self._changed.notify_all()
        script(conversation)

"""A WSGI server that prints nothing and leaves nothing behind when it ends."""

import contextlib
import socket
import threading
import time
from typing import Any

from flask import Flask
from typing_extensions import override
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

_IDLE_SECONDS = 5
_END_SECONDS = 1.0


class _QuietHandler(WSGIRequestHandler):
    """Prints nothing: request lines hold codes. Says nothing of the platform."""

    # One request a connection, so that none waits for a next one.
    protocol_version = "HTTP/1.0"
    timeout = _IDLE_SECONDS

    @override
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""

    @override
    def send_response(self, code: int, message: str | None = None) -> None:
        """Begin the answer; its ``Date`` is its own, so that it can be a wrong one."""
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())

    @override
    def version_string(self) -> str:
        """The ``Server`` header."""
        return "practice"


class LoopbackServer(ThreadedWSGIServer):
    """Serves a listening socket and knows its connections, so that it can end them."""

    def __init__(self, app: Flask, listener: socket.socket) -> None:
        """Take a copy of ``listener``; the caller closes its own."""
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        host, port = listener.getsockname()
        super().__init__(host, port, app, _QuietHandler, fd=listener.fileno())

    # "Any" as in the base class: what it is differs between kinds of sockets.
    @override
    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection on a thread of its own."""
        thread = threading.Thread(
            target=self.process_request_thread,
            args=(request, client_address),
            name="practice connection",
            daemon=True,
        )
        with self._lock:
            self._connections[thread] = request
        thread.start()

    @override
    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection, and forget it."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._connections[threading.current_thread()]

    def end_connections(self) -> None:
        """End what is still open, also connections that never sent a request."""
        with self._lock:
            connections = dict(self._connections)
        for connection in connections.values():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        deadline = time.monotonic() + _END_SECONDS
        for thread in connections:
            thread.join(max(0.0, deadline - time.monotonic()))

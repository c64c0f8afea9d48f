"""Runs the practice server inside the program, when somebody needs it."""

import http.client
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from ringauth_gui.errors import NetworkError
from ringauth_gui.practice.settings import DEFAULT_PORT, SERVER_VERSION
from ringauth_gui.practice_call import call_practice

if TYPE_CHECKING:
    from ringauth_gui.practice.server import PracticeServer

ASK_SECONDS = 1.0


class PracticeHost:
    """Knows where a practice server is, and starts one where there is none.

    Two windows share the first one's server, so that a token of the one is good in the
    other; when that window closes, the next request starts a new server.
    """

    def __init__(
        self,
        port: int = DEFAULT_PORT,
        on_start: Callable[[str], object] = lambda _address: None,
    ) -> None:
        """Serve on ``port``, or on any free one where a stranger has it.

        Args:
            port: The one to try first.
            on_start: Is told the address of each server that begins, with no sessions.
        """
        self._on_start = on_start
        self._port = port
        self._lock = threading.Lock()
        self._server: PracticeServer | None = None

    def address(self) -> str:
        """Return the address of a running practice server; may block for a second.

        Raises:
            NetworkError: None runs, and none can be started.
        """
        with self._lock:
            if self._server is not None:
                return self._server.address
            try:
                self._server = _started(self._port)
            except OSError:
                address = f"127.0.0.1:{self._port}"
                if _is_practice_server(address):
                    return f"http://{address}"
                self._server = _started_anywhere(address)
            self._on_start(self._server.address)
            return self._server.address

    def running_address(self) -> str | None:
        """Return the address of a practice server that runs already, if one does."""
        with self._lock:
            if self._server is not None:
                return self._server.address
        address = f"127.0.0.1:{self._port}"
        return f"http://{address}" if _is_practice_server(address) else None

    def stop(self) -> None:
        """End the server, if this program runs it."""
        with self._lock:
            if self._server is not None:
                self._server.stop()
                self._server = None


def _started(port: int) -> "PracticeServer":
    # Flask is imported with it: only now, and on the thread that needs it.
    from ringauth_gui.practice.server import PracticeServer  # noqa: PLC0415 - see above

    server = PracticeServer(port)
    server.start()
    return server


def _started_anywhere(address: str) -> "PracticeServer":
    try:
        return _started(0)
    except OSError as error:
        raise NetworkError(
            address, error.strerror or "the practice server could not be started"
        ) from error


def _is_practice_server(address: str) -> bool:
    try:
        answer = call_practice(address, "GET", "/restapi", ASK_SECONDS)
    except (OSError, http.client.HTTPException):
        return False
    return SERVER_VERSION.encode() in answer.body

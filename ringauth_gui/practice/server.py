"""The practice server's socket and threads; loopback only."""

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self

from ringauth_gui.practice.apps import APPS, App
from ringauth_gui.practice.loopback_server import LoopbackServer
from ringauth_gui.practice.settings import DEFAULT_PORT, DEFAULT_SETTINGS, Settings
from ringauth_gui.practice.web import create_app
from ringauth_gui.practice.world import World

_HOST = "127.0.0.1"
_STOP_SECONDS = 1.0


class PracticeServer:
    """A RingCentral look-alike on the loopback interface of this computer.

    Attributes:
        world: What it knows; may be changed while it serves.
    """

    def __init__(
        self,
        port: int = DEFAULT_PORT,
        settings: Settings = DEFAULT_SETTINGS,
        clock: Callable[[], float] = time.time,
        apps: Iterable[App] = APPS,
    ) -> None:
        """Prepare a server with a fresh state; port 0 takes any free one."""
        self._port = port
        self.world = World(settings, clock, apps)
        self._app = create_app(self.world)
        self._server: LoopbackServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Scheme and authority; with port 0 it is known once the server started."""
        return f"http://{_HOST}:{self._port}"

    def start(self) -> None:
        """Take the port, then serve on a thread of its own.

        Raises:
            OSError: The port is taken or may not be used.
        """
        with _listening_socket(self._port) as listener:
            self._port = int(listener.getsockname()[1])
            self._server = LoopbackServer(self._app, listener)
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="practice server", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and end every connection; does nothing when not running."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join(_STOP_SECONDS)
        self._server.end_connections()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()


def _listening_socket(port: int) -> socket.socket:
    """A listening socket; werkzeug's own way ends the process on a taken port."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows this option would let two programs have the port.
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener

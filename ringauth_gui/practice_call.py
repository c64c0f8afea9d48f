"""One HTTP call to the practice server, which ends in time whoever answers."""

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from ringauth_gui.oauth.bounded_response import BoundedResponse

LONGEST_ANSWER = 1024 * 1024


@dataclass(frozen=True)
class PracticeAnswer:
    """What came back.

    Attributes:
        status: The HTTP status.
        body: Untrusted: another program may have the port.
    """

    status: int
    body: bytes


def call_practice(
    authority: str, method: str, path: str, seconds: float, body: str | None = None
) -> PracticeAnswer:
    """Return the answer; after ``seconds`` it is cut, however it drips.

    ``body`` is JSON, where there is one.

    Raises:
        OSError, http.client.HTTPException: None came.
    """
    connection = _Connection(authority, timeout=seconds)
    with closing(connection):
        connection.connect()
        with _cut_after(seconds, connection.sock):
            headers = {"Content-Type": "application/json"}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return PracticeAnswer(answer.status, answer.read(LONGEST_ANSWER))


class _Connection(http.client.HTTPConnection):
    response_class = BoundedResponse


@contextlib.contextmanager
def _cut_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    def cut() -> None:
        with contextlib.suppress(OSError):  # it ended by itself
            connected.shutdown(socket.SHUT_RDWR)

    # The time-out of a socket begins anew with each byte that comes.
    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()

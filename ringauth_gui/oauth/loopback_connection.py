"""One visitor of the loopback receiver: its socket, its parser, its deadline."""

import enum
import socket
from functools import cached_property
from http import HTTPStatus

import h11

from ringauth_gui.oauth.loopback_limits import LoopbackLimits

_READ_SIZE = 64 * 1024


class VisitorStage(enum.IntEnum):
    """Where a visitor stands; the lowest is dropped first when there are too many."""

    ANSWERED = enum.auto()
    SILENT = enum.auto()
    HELD = enum.auto()


class LoopbackConnection:
    """One connection that carries at most one request and never blocks.

    Attributes:
        socket: The visitor's, for the selector.
        deadline: When the visitor's time is over, on the monotonic clock.
        stage: Where it stands.
    """

    def __init__(
        self, untrusted_socket: socket.socket, deadline: float, limits: LoopbackLimits
    ) -> None:
        """Take a connected socket."""
        untrusted_socket.settimeout(0.0)
        self.socket = untrusted_socket
        self.deadline = deadline
        self.stage = VisitorStage.SILENT
        self._limits = limits
        self._request: h11.Request | None = None
        self._received = b""
        self._unsent = b""

    @property
    def is_sending(self) -> bool:
        """Whether a part of the response is still to be sent."""
        return bool(self._unsent)

    @cached_property  # strangers come in floods, and most of them say nothing
    def _parser(self) -> h11.Connection:
        limits = self._limits
        return h11.Connection(
            h11.SERVER, limits.request_line_bytes + limits.header_bytes
        )

    def read(self) -> h11.Request | None:
        """Return the request that waits for its response, once it is whole.

        Raises:
            h11.RemoteProtocolError: What came is not HTTP, or too long.
            OSError: The visitor has gone, or sends more than one request.
        """
        try:
            data = self.socket.recv(_READ_SIZE)
        except BlockingIOError:
            return self._request
        if not data or self.stage is VisitorStage.HELD:
            raise ConnectionAbortedError
        if self.stage is VisitorStage.ANSWERED:
            return (
                None  # read on, since closing would destroy the response (RFC 9112 9.6)
            )
        self._received += data
        self._parser.receive_data(data)
        event = self._parser.next_event()
        if isinstance(event, h11.Request):
            self._check_size()
            self._request = event
        return self._request

    def _check_size(self) -> None:
        """Count blanks and folded lines as well, which the parser has taken out."""
        rest, _ = self._parser.trailing_data
        head = self._received[: len(self._received) - len(rest)]
        headers = head.partition(b"\n")[2].rstrip(b"\r\n")
        too_many = headers.count(b"\n") >= self._limits.header_lines
        if too_many or len(headers) > self._limits.header_bytes:
            raise h11.RemoteProtocolError(
                "the headers are too long",
                error_status_hint=HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            )

    def hold(self, deadline: float) -> None:
        """Keep the visitor waiting for its response."""
        self.stage = VisitorStage.HELD
        self.deadline = deadline

    def send(self, response: bytes, deadline: float) -> None:
        """Begin to send the one response.

        Raises:
            OSError: The visitor has gone.
        """
        self.stage = VisitorStage.ANSWERED
        self.deadline = deadline
        self._request = None
        self._unsent = response
        self.send_more()

    def send_more(self) -> None:
        """Send what the socket takes, and say that this was all when it was.

        Raises:
            OSError: The visitor has gone.
        """
        self._unsent = self._unsent[self.socket.send(self._unsent) :]
        if not self._unsent:
            self.socket.shutdown(socket.SHUT_WR)

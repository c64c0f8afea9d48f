"""One visitor's connection, over a pair of sockets."""

import socket
from collections.abc import Iterator

import h11
import pytest

from ringauth_gui.oauth.loopback_connection import LoopbackConnection, VisitorStage
from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from tests.oauth.loopback_harness import PATIENCE

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LINES_LEFT = STANDARD_LIMITS.header_lines - 1  # beside Host
BYTES_LEFT = STANDARD_LIMITS.header_bytes - len("Host: localhost\r\nX: ")
Visit = tuple[LoopbackConnection, socket.socket]


@pytest.fixture
def visit() -> Iterator[Visit]:
    ours, theirs = socket.socketpair()
    theirs.settimeout(PATIENCE)
    with ours, theirs:
        yield LoopbackConnection(ours, 0.0, STANDARD_LIMITS), theirs


def test_a_request_is_returned_until_it_is_answered(visit: Visit) -> None:
    connection, visitor = visit
    visitor.sendall(REQUEST)
    request = connection.read()
    connection.hold(1.0)

    again = connection.read()
    connection.send(b"response", 2.0)

    assert isinstance(request, h11.Request)
    assert again is request
    assert connection.read() is None
    assert visitor.recv(100) == b"response"


def test_what_comes_after_the_response_is_read_and_ignored(visit: Visit) -> None:
    connection, visitor = visit
    connection.send(b"response", 1.0)
    visitor.sendall(b"rubbish\r\n\r\n" + REQUEST)

    assert connection.read() is None
    assert connection.stage is VisitorStage.ANSWERED


@pytest.mark.parametrize(
    "headers", [b"X: a\r\n" * LINES_LEFT, b"X: " + b"a" * BYTES_LEFT + b"\r\n"]
)
def test_headers_just_within_the_limits_are_read(visit: Visit, headers: bytes) -> None:
    connection, visitor = visit
    visitor.sendall(REQUEST[:-2] + headers + b"\r\n")

    assert isinstance(connection.read(), h11.Request)


@pytest.mark.parametrize(
    "header",
    [
        b"X: a\r\n" * (LINES_LEFT + 1),
        b"X: " + b"a" * (BYTES_LEFT + 1) + b"\r\n",
        b"X: a\r\n" + b" b\r\n" * STANDARD_LIMITS.header_lines,
        b"X:" + b" " * STANDARD_LIMITS.header_bytes + b"a\r\n",
    ],
)
def test_headers_beyond_the_limits_are_refused_blanks_and_folds_counted(
    visit: Visit, header: bytes
) -> None:
    connection, visitor = visit
    visitor.sendall(REQUEST[:-2] + header + b"\r\n")

    with pytest.raises(h11.RemoteProtocolError, match="too long") as caught:
        connection.read()

    assert caught.value.error_status_hint == 431


def test_a_held_visitor_that_sends_more_is_given_up(visit: Visit) -> None:
    connection, visitor = visit
    visitor.sendall(REQUEST)
    connection.read()
    connection.hold(1.0)
    visitor.sendall(REQUEST)

    with pytest.raises(ConnectionAbortedError):
        connection.read()


def test_a_visitor_that_left_is_given_up(visit: Visit) -> None:
    connection, visitor = visit
    visitor.sendall(REQUEST[:10])
    visitor.shutdown(socket.SHUT_WR)
    first = connection.read()

    assert first is None
    with pytest.raises(ConnectionAbortedError):
        connection.read()

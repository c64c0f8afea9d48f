"""An answer that is read without a library in between; the rest is in the transport."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ringauth_gui.oauth.bounded_response import (
    BoundedResponse,
)

OK = b"HTTP/1.1 200 OK\r\n"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"


@contextmanager
def answered(raw: bytes) -> Iterator[BoundedResponse]:
    """Bring ``raw``, and nothing after it."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(raw)
        theirs.shutdown(socket.SHUT_WR)
        response = BoundedResponse(ours)
        try:
            yield response
        finally:
            response.close()


@pytest.mark.parametrize(
    "raw",
    [
        OK + b"\r\nbody",
        OK + b"Content-Length: 4\r\n\r\nbody and more",
        OK + b"Content-Length: 4, 4\r\n\r\nbody",
        OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
        INTERIM + INTERIM + OK + b"Content-Length: 4\r\n\r\nbody",
    ],
)
def test_a_whole_answer_is_read_in_one_go_however_its_end_is_told(raw: bytes) -> None:
    with answered(raw) as response:
        response.begin()

        assert response.read() == b"body"


def test_a_chunk_of_a_negative_length_is_not_the_rest_of_the_connection() -> None:
    with answered(OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nbody") as response:
        response.begin()

        with pytest.raises(http.client.IncompleteRead):
            response.read()


@pytest.mark.parametrize("raw", [OK, OK + b"X: 1\r\n", INTERIM])
def test_headers_that_are_cut_off_are_not_taken_for_whole(raw: bytes) -> None:
    with answered(raw) as response, pytest.raises(http.client.HTTPException):
        response.begin()


@pytest.mark.parametrize(
    "lengths",
    [
        (b"4", b"5"),
        (b"4, 5",),
        *((each,) for each in (b"", b"-1", b"+4", b"0x4", b"four", b"\xb2", b"4.0")),
        (b"0_4",),  # a number to Python
        (b"9" * 5000,),  # and this is none, being too long for it
    ],
)
def test_of_two_lengths_or_of_one_that_cannot_be_none_is_believed(
    lengths: tuple[bytes, ...],
) -> None:
    named = b"".join(b"Content-Length: %b\r\n" % each for each in lengths)
    with (
        answered(OK + named + b"\r\nbody.") as response,
        pytest.raises(http.client.HTTPException, match="no length, or several"),
    ):
        response.begin()

"""Requests that look genuine, and bytes that look like nothing."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.strategies.callback_requests import in_pieces, mistaken_requests
from tests.oauth.loopback_harness import (
    CODE,
    QUERY,
    WaitingReceiver,
    connect,
    pages,
    rest,
    waiting,
)

HERE = "127.0.0.1:PORT"  # which is free is not known yet


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[WaitingReceiver]:
    """Keep one receiver waiting through every example, and complete it in the end."""
    with waiting() as attempt:
        yield attempt
        assert attempt.is_waiting
        assert attempt.complete() == QUERY


@settings(deadline=None, max_examples=200)
@given(pieces=in_pieces(mistaken_requests(QUERY, HERE) | st.binary(max_size=200)))
def test_nothing_but_the_genuine_request_ends_the_wait_and_nothing_is_echoed(
    fuzzed: WaitingReceiver, pieces: Sequence[bytes]
) -> None:
    with connect(fuzzed.port) as client:
        with suppress(OSError):  # it may have been told already that it is mistaken
            for piece in pieces:
                client.sendall(piece.replace(b"PORT", str(fuzzed.port).encode()))
            client.shutdown(socket.SHUT_WR)
        answer = rest(client)

    head, _, body = answer.partition(b"\r\n\r\n")
    assert answer == b"" or head.startswith(b"HTTP/1.1 4")
    assert body in {b"", pages().refused, pages().too_large}
    assert CODE.encode() not in head
    assert fuzzed.is_waiting

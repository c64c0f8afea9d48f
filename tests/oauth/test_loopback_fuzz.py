"""Requests that look genuine, and bytes that look like nothing."""

import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oauth.loopback_harness import (
    CODE,
    QUERY,
    STATE,
    WaitingReceiver,
    connect,
    pages,
    rest,
    waiting,
)

METHOD = st.sampled_from(["GET", "get", "HEAD", "POST", "CONNECT", "GET\t", ""])
TARGET = st.sampled_from(
    [
        "/",
        "/callback",
        f"/callback?code={CODE}",
        f"/callback?code={CODE}&state={STATE[1:]}",
        f"/callback#{QUERY}",
        f"/callback/result?{QUERY}",
        f"/callback/result/?{QUERY}",
        f"//callback?{QUERY}",
        f"/Callback?{QUERY}",
        f"/callback;?{QUERY}",
        f"/call%62ack?{QUERY}",
        f"http://evil.example/callback?{QUERY}",
        "*",
        "\x00",
    ]
)
HEADER = st.sampled_from(
    [
        "Host: evil.example",
        "Content-Length: 5",
        "Content-Length: -1",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Expect: 100-continue",
        "Upgrade: h2c",
        "Connection: keep-alive",
        f"Cookie: {QUERY}",
        f"Referer: http://127.0.0.1/callback?{QUERY}",
        " folded",
        ": nameless",
        "no colon",
    ]
)


@st.composite
def mistaken_requests(draw: st.DrawFn) -> bytes:
    """Draw what looks like the genuine request, and is none."""
    line = f"{draw(METHOD)} {draw(TARGET)} HTTP/{draw(st.sampled_from('019'))}.1"
    host = draw(st.sampled_from(["127.0.0.1:PORT", "127.0.0.1", "", "evil.example"]))
    headers = draw(st.lists(HEADER, max_size=4))
    newline = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    head = newline.join([line, f"Host: {host}", *headers, "", ""])
    return head.encode("latin-1") + draw(st.binary(max_size=20))


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[WaitingReceiver]:
    """Keep one receiver waiting through every example, and complete it in the end."""
    with waiting() as attempt:
        yield attempt
        assert attempt.is_waiting
        assert attempt.complete() == QUERY


@settings(deadline=None, max_examples=200)
@given(raw=st.one_of(mistaken_requests(), st.binary(max_size=200)))
def test_nothing_but_the_genuine_request_ends_the_wait_and_nothing_is_echoed(
    fuzzed: WaitingReceiver, raw: bytes
) -> None:
    raw = raw.replace(b"PORT", str(fuzzed.port).encode())
    with connect(fuzzed.port) as client:
        client.sendall(raw)
        with suppress(OSError):
            client.shutdown(socket.SHUT_WR)
        answer = rest(client)

    head, _, body = answer.partition(b"\r\n\r\n")
    assert answer == b"" or head.startswith(b"HTTP/1.1 4")
    assert body in {b"", pages().refused}
    assert CODE.encode() not in head
    assert fuzzed.is_waiting

"""The HTTP door against answers that never end, are cut, or are far too large."""

import gzip
import threading
import time
import tracemalloc
import zlib

import pytest

from ringauth_gui.errors import (
    AnswerTooLarge,
    NetworkError,
    OperationCancelled,
    ServerTooSlow,
)
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.transport import MAX_ANSWER_BYTES
from tests.fakes.fake_http_server import (
    Conversation,
    FakeHttpServer,
    Script,
    answer,
    answering,
    dripping,
    resetting,
    silent,
)
from tests.fakes.recording_transport import RecordingTransport

SHORT = 0.3
LONG = 30.0
AT_ONCE = 5.0  # generous: only to tell "at once" from a deadline of LONG
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
UNENDING: dict[str, Script] = {
    "silence": silent,
    "a header a byte at a time": dripping(b"HTTP/1.1 200 OK\r\n", b"X"),
    "headers without an end": dripping(b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n", 0.05),
    "a body a byte at a time": dripping(answer(b"", length=10_000_000), b" "),
    "a chunk size a byte at a time": dripping(CHUNKED, b"0"),
    "interim answers": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a body without a length": dripping(b"HTTP/1.1 200 OK\r\n\r\n", b" "),
}


def gzip_bomb() -> bytes:
    """Return about 1 MB of gzip that expands to 1 GB: one MiB said 1024 times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    start = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + 1023 * again


def exchange_threads(host: str = "127.0.0.1") -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name == f"exchange with {host}"]


@pytest.mark.parametrize("script", UNENDING.values(), ids=UNENDING.keys())
def test_what_never_ends_is_stopped_by_the_total_deadline(script: Script) -> None:
    # TK-19
    transport = RecordingTransport()
    started = time.monotonic()

    with FakeHttpServer(script) as server:
        with pytest.raises(ServerTooSlow) as caught:
            transport.send(HttpRequest("GET", server.url, total_seconds=SHORT))
        server.wait_until_served(1)

    assert caught.value.host == "127.0.0.1"
    assert caught.value.reason == "no whole answer within 0.3 seconds"
    assert time.monotonic() - started < AT_ONCE
    assert len(transport.exchanges) == 1


@pytest.mark.parametrize("script", UNENDING.values(), ids=UNENDING.keys())
def test_cancel_works_at_any_time(script: Script) -> None:  # TK-19
    transport = RecordingTransport()
    cancel = threading.Event()
    started = time.monotonic()

    with FakeHttpServer(script) as server:

        def cancel_once_asked() -> None:
            server.wait_for_requests(1)
            cancel.set()

        person = threading.Thread(target=cancel_once_asked)
        person.start()
        with pytest.raises(OperationCancelled):
            transport.send(HttpRequest("GET", server.url, total_seconds=LONG), cancel)
        person.join()
        server.wait_until_served(1)

    assert time.monotonic() - started < AT_ONCE
    assert [exchange.failure for exchange in transport.exchanges] == ["cancelled"]


def test_no_thread_and_no_late_record_is_left_after_the_deadline() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(silent) as server, pytest.raises(ServerTooSlow):
        transport.send(HttpRequest("GET", server.url, total_seconds=SHORT))

    for thread in exchange_threads():
        thread.join(AT_ONCE)
    assert exchange_threads() == []
    assert len(transport.exchanges) == 1


@pytest.mark.parametrize("chunked", [False, True])
def test_a_gzip_bomb_is_stopped_before_it_takes_memory(*, chunked: bool) -> None:
    # TK-17
    transport = RecordingTransport()
    bomb = gzip_bomb()
    coding = "Content-Encoding: gzip"
    whole = answer(bomb, coding)
    if chunked:
        start = CHUNKED.replace(b"\r\n\r\n", f"\r\n{coding}\r\n\r\n".encode())
        whole = start + b"%x\r\n%b\r\n0\r\n\r\n" % (len(bomb), bomb)
    tracemalloc.start()

    with FakeHttpServer(answering(whole)) as server:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        with pytest.raises(AnswerTooLarge):
            transport.send(HttpRequest("GET", server.url, total_seconds=LONG))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak - before < 10_000_000


def test_a_bomb_of_bombs_is_stopped_too() -> None:
    transport = RecordingTransport()
    bomb = gzip.compress(gzip_bomb())
    script = answering(answer(bomb, "Content-Encoding: gzip, gzip"))

    with FakeHttpServer(script) as server, pytest.raises(AnswerTooLarge):
        transport.send(HttpRequest("GET", server.url, total_seconds=LONG))


def test_a_redirect_is_no_way_around_the_size_limit() -> None:
    transport = RecordingTransport()
    headers = ("Location: https://other.example/", "Content-Encoding: gzip")
    script = answering(answer(gzip_bomb(), *headers, status="302 Found"))

    with FakeHttpServer(script) as server, pytest.raises(AnswerTooLarge):
        transport.send(HttpRequest("GET", server.url, total_seconds=LONG))


def test_an_uncompressed_answer_is_stopped_at_the_limit() -> None:  # TK-18
    transport = RecordingTransport()
    script = answering(answer(b"", length=50_000_000), *[bytes(100_000)] * 500)

    with FakeHttpServer(script) as server, pytest.raises(AnswerTooLarge) as caught:
        transport.send(HttpRequest("GET", server.url, total_seconds=LONG))

    assert caught.value.reason == "more than 1048576 bytes"
    assert transport.exchanges[0].failure == caught.value.reason


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("identity", b" " * MAX_ANSWER_BYTES),
        ("gzip", gzip.compress(b" " * MAX_ANSWER_BYTES)),
        ("deflate", zlib.compress(b" " * MAX_ANSWER_BYTES)),
    ],
    ids=["identity", "gzip", "deflate"],
)
def test_an_answer_of_exactly_the_limit_arrives(coding: str, packed: bytes) -> None:
    transport = RecordingTransport()
    script = answering(answer(packed, f"Content-Encoding: {coding}"))

    with FakeHttpServer(script) as server:
        response = transport.send(HttpRequest("GET", server.url, total_seconds=LONG))

    assert response.body == b" " * MAX_ANSWER_BYTES


def close_at_once(_: Conversation) -> None:
    """Close without a word."""


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (resetting(), "cut off"),
        (resetting(answer(b"{", length=99)), "cut off"),
        (answering(answer(b"{}", length=99)), "cut off"),
        (answering(CHUNKED + b"5\r\nab"), "cut off"),
        (answering(CHUNKED + b"zz\r\nab"), "cut off"),
        (close_at_once, "cut off"),
        (answering(b"SSH-2.0-OpenSSH\r\n"), "not readable HTTP"),
        (answering(answer(b"{}", "X: " + 70_000 * "x")), "not readable HTTP"),
        (answering(answer(b"{}", *["X: 1"] * 120)), "not readable HTTP"),
        (answering(answer(b"no", "Content-Encoding: gzip")), "compression"),
    ],
)
def test_a_damaged_answer_is_a_network_error(script: Script, reason: str) -> None:
    # TK-29
    transport = RecordingTransport()

    with FakeHttpServer(script) as server, pytest.raises(NetworkError) as caught:
        transport.send(HttpRequest("GET", server.url, total_seconds=LONG))

    assert type(caught.value) is NetworkError
    assert reason in caught.value.reason
    assert server.connections == 1

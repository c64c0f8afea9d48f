"""The HTTP door against answers that never end, are cut, or are far too large."""

import gzip
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterable

import pytest

from ringauth_gui.errors import (
    AnswerTooLarge,
    NetworkError,
    OperationCancelled,
    ServerTooSlow,
)
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.transport import MAX_ANSWER_BYTES
from tests.fakes.answer_scripts import answer, answering, silent
from tests.fakes.bombs import gzip_bomb
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport
from tests.fakes.transport_faults import CUT_OFF, TRANSPORT_FAULTS, UNENDING

SHORT = 0.3
LONG = 30.0
AT_ONCE = 5.0  # generous: only to tell "at once" from a deadline of LONG
NOT_HTTP = (
    "a greeting of another protocol",
    "a status that is no number",
    "a status line without an end",
    "a header without an end",
    "headers without an end",
)
FOR_EVER = pytest.mark.parametrize("name", UNENDING)


def exchange_threads(host: str = "127.0.0.1") -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name == f"exchange with {host}"]


@pytest.mark.case("TK-19")
@FOR_EVER
def test_what_never_ends_is_stopped_by_the_total_deadline(name: str) -> None:
    transport = RecordingTransport()
    started = time.monotonic()

    with FakeHttpServer(UNENDING[name].script) as server:
        with pytest.raises(ServerTooSlow) as caught:
            transport.send(HttpRequest("GET", server.url, total_seconds=SHORT))
        server.wait_until_served(1)

    assert caught.value.host == "127.0.0.1"
    assert caught.value.reason == "no whole answer within 0.3 seconds"
    assert time.monotonic() - started < AT_ONCE
    assert len(transport.exchanges) == 1


@pytest.mark.case("TK-19")
@FOR_EVER
def test_cancel_works_at_any_time(name: str) -> None:
    transport = RecordingTransport()
    cancel = threading.Event()
    started = time.monotonic()

    with FakeHttpServer(UNENDING[name].script) as server:

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


@pytest.mark.parametrize(
    "name",
    [
        "a gzip bomb",
        "a gzip bomb in chunks",
        "a deflate bomb",
        "a bomb of bombs",
        "50 MB that are not packed",
        "a chunk of length -1 that never ends",
        "a chunk larger than any memory",
        "trailers without an end",
        "interim answers without an end",
    ],
)
def test_what_would_take_memory_is_stopped_before_it_does(name: str) -> None:
    transport = RecordingTransport()
    tracemalloc.start()

    with FakeHttpServer(TRANSPORT_FAULTS[name].script) as server:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        with pytest.raises(TRANSPORT_FAULTS[name].error):
            transport.send(HttpRequest("GET", server.url, total_seconds=LONG))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak - before < 10_000_000


def test_a_redirect_is_no_way_around_the_size_limit() -> None:
    transport = RecordingTransport()
    headers = ("Location: https://other.example/", "Content-Encoding: gzip")
    script = answering(answer(gzip_bomb(), *headers, status="302 Found"))

    with FakeHttpServer(script) as server, pytest.raises(AnswerTooLarge):
        transport.send(HttpRequest("GET", server.url, total_seconds=LONG))


def test_an_answer_that_is_too_large_says_how_large_it_may_be() -> None:
    transport = RecordingTransport()
    fault = TRANSPORT_FAULTS["50 MB that are not packed"]

    with (
        FakeHttpServer(fault.script) as server,
        pytest.raises(AnswerTooLarge) as caught,
    ):
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


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (CUT_OFF, "the connection was cut off before the whole answer came"),
        (("a chunk of length -1",), "the connection was cut off"),
        (("two lengths", *NOT_HTTP), "its answer is not readable HTTP"),
        (("gzip that is none",), "the compression of its answer is damaged"),
    ],
    ids=["cut off", "misframed", "no HTTP", "damaged"],
)
def test_a_damaged_answer_is_told_in_plain_words(
    names: Iterable[str], reason: str
) -> None:
    transport = RecordingTransport()

    for name in names:
        with (
            FakeHttpServer(TRANSPORT_FAULTS[name].script) as server,
            pytest.raises(NetworkError, match=reason) as caught,
        ):
            transport.send(HttpRequest("GET", server.url, total_seconds=LONG))
        assert type(caught.value) is NetworkError
        assert server.connections == 1

"""The HTTP door's ways to a server: look-up and connect."""

import errno
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ringauth_gui.errors import (
    HostNotFound,
    NetworkError,
    OperationCancelled,
    ServerTooSlow,
)
from ringauth_gui.oauth.abortable_call import AbortableCall
from ringauth_gui.oauth.connection_failure import network_error
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.lifeline import Lifeline
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import (
    RecordingTransport,
    everything_is_here,
    nothing_is_found,
    unused_port,
)

HOST = "platform.test"
URL = f"https://{HOST}/restapi"
AT_ONCE = 5.0  # generous: only to tell "at once" from a hang


class HangingLookUp:
    """A look-up that waits until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.let_go = threading.Event()

    def __call__(self, _: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
        self.asked.set()
        self.let_go.wait(30)
        return everything_is_here("", port, **options)


@contextmanager
def black_hole() -> Iterator[int]:
    """Yield a port whose queue is full, so that a further connection never comes."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as more:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for filler in (first, more):
            filler.setblocking(False)  # noqa: FBT003 - the socket's own signature
            filler.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@pytest.mark.case("TK-28")
def test_a_host_that_is_not_found_is_named() -> None:
    transport = RecordingTransport(look_up=nothing_is_found)

    with pytest.raises(HostNotFound) as caught:
        transport.send(HttpRequest("GET", URL))

    assert caught.value.host == HOST
    assert caught.value.reason == "its name could not be looked up"


@pytest.mark.case("TK-28")
def test_a_look_up_that_hangs_is_left_behind() -> None:
    look_up = HangingLookUp()
    transport = RecordingTransport(look_up=look_up)
    started = time.monotonic()

    with FakeHttpServer(answering(answer())) as server:
        url = f"http://{HOST}:{server.port}/"
        with pytest.raises(ServerTooSlow):
            transport.send(HttpRequest("GET", url, total_seconds=0.3))
        [left] = [t for t in threading.enumerate() if t.name == f"exchange with {HOST}"]
        look_up.let_go.set()
        left.join(AT_ONCE)

    assert time.monotonic() - started < AT_ONCE
    assert left.daemon
    assert not left.is_alive()
    assert server.connections == 0
    assert len(transport.exchanges) == 1


def test_a_look_up_that_hangs_can_be_cancelled() -> None:
    look_up = HangingLookUp()
    transport = RecordingTransport(look_up=look_up)
    cancel = threading.Event()

    def cancel_once_asked() -> None:
        look_up.asked.wait(30)
        cancel.set()

    person = threading.Thread(target=cancel_once_asked)
    person.start()

    with pytest.raises(OperationCancelled):
        transport.send(HttpRequest("GET", URL), cancel)

    person.join()
    look_up.let_go.set()
    assert [exchange.failure for exchange in transport.exchanges] == ["cancelled"]


def test_a_refused_connection_is_a_network_error() -> None:
    transport = RecordingTransport()

    with pytest.raises(NetworkError) as caught:
        transport.send(HttpRequest("GET", f"http://127.0.0.1:{unused_port()}/"))

    assert caught.value.reason == "it refused the connection"


def test_the_next_address_is_tried_when_one_fails() -> None:
    def dead_first(_: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
        return [
            *socket.getaddrinfo("127.0.0.1", unused_port(), **options),
            *socket.getaddrinfo("127.0.0.1", port, **options),
        ]

    transport = RecordingTransport(look_up=dead_first)

    with FakeHttpServer(answering(answer()), name=HOST) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.status == 200


def test_a_host_without_any_address_is_a_network_error() -> None:
    transport = RecordingTransport(look_up=lambda *_, **__: [])

    with pytest.raises(NetworkError):
        transport.send(HttpRequest("GET", URL))


def test_a_connection_that_nobody_accepts_times_out() -> None:
    transport = RecordingTransport()

    with black_hole() as port, pytest.raises(ServerTooSlow):
        transport.send(
            HttpRequest("GET", f"http://127.0.0.1:{port}/", total_seconds=0.3)
        )


def test_an_address_that_swallows_everything_leaves_time_for_the_next() -> None:
    with black_hole() as hole, FakeHttpServer(answering(answer())) as server:

        def hole_first(_: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
            return [
                *everything_is_here("", hole, **options),
                *everything_is_here("", port, **options),
            ]

        transport = RecordingTransport(look_up=hole_first)
        response = transport.send(HttpRequest("GET", server.url, total_seconds=3.0))

    assert response.status == 200
    assert transport.exchanges[0].seconds < 2.9  # half for the first, hardly any after


def test_what_cannot_be_connected_to_has_its_own_deadline() -> None:
    look_up = HangingLookUp()
    lifeline = Lifeline(look_up)
    call = AbortableCall(lambda: lifeline.connect(HOST, 443, 30), lifeline, 0.2)

    with pytest.raises(ServerTooSlow) as caught:
        call.outcome(HOST, 30, None)

    look_up.let_go.set()
    assert caught.value.reason == "no connection within 0.2 seconds"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.EHOSTUNREACH, "No route to host"), "No route to host"),
        (OSError("something"), "it failed (OSError)"),
    ],
)
def test_a_problem_of_the_system_is_told_in_its_words(
    error: OSError, reason: str
) -> None:
    assert network_error(HOST, error).reason == reason

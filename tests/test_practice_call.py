"""One call to the practice server, whoever answers."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice_call import LONGEST_ANSWER, call_practice
from ringauth_gui.practice_host import PracticeHost
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.transport_faults import TRANSPORT_FAULTS

SECONDS = 0.3


class Dripping:
    """Another user's program that answers a byte at a time, and never ends."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self.port = int(self._listener.getsockname()[1])
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):
                    connection.sendall(b"HTTP/1.0 200 OK\r\nX: ")
                    while not self._ended.wait(SECONDS / 10):
                        connection.sendall(b"a")

    def end(self) -> None:
        self._ended.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.fixture
def stranger() -> Iterator[Dripping]:
    dripping = Dripping()
    yield dripping
    dripping.end()


def test_the_practice_server_answers() -> None:
    with PracticeServer(0) as server:
        authority = server.address.partition("://")[2]

        answer = call_practice(authority, "GET", "/practice/state", 5.0)

    assert answer.status == http.client.OK
    assert answer.body.startswith(b"{")


def test_who_drips_is_cut_off(stranger: Dripping) -> None:
    # It would drip for ever: that the call comes to an end is the point.
    with suppress(OSError, http.client.HTTPException):
        answer = call_practice(f"127.0.0.1:{stranger.port}", "GET", "/", SECONDS)
        assert answer.body == b""


@pytest.mark.parametrize("name", TRANSPORT_FAULTS)
def test_whatever_a_stranger_on_the_port_answers_ends_and_stays_small(
    name: str,
) -> None:
    answered = b""

    with FakeHttpServer(TRANSPORT_FAULTS[name].script) as server:
        authority = f"127.0.0.1:{server.port}"
        with suppress(OSError, http.client.HTTPException):
            answered = call_practice(authority, "GET", "/restapi", SECONDS).body

    assert len(answered) <= LONGEST_ANSWER


def test_who_drips_on_the_port_holds_up_neither_another_server_nor_the_end_r20(
    stranger: Dripping,
) -> None:
    host = PracticeHost(stranger.port)

    address = host.address()
    host.stop()

    assert not address.endswith(f":{stranger.port}")

"""The practice server inside the program."""

import http.client
import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from typing_extensions import override

from ringauth_gui.practice_host import PracticeHost
from tests.fakes.core import free_port


class Stranger(http.server.BaseHTTPRequestHandler):
    """Another program's server."""

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def host(port: int) -> Iterator[PracticeHost]:
    host = PracticeHost(port)
    yield host
    host.stop()


def _answers(address: str) -> bool:
    connection = http.client.HTTPConnection(address.partition("//")[2], timeout=5)
    with closing(connection):
        try:
            connection.request("GET", "/restapi")
            return connection.getresponse().status == 200
        except OSError:
            return False


def test_a_server_is_started_where_none_is(host: PracticeHost, port: int) -> None:
    address = host.address()

    assert address == f"http://127.0.0.1:{port}"
    assert _answers(address)


def test_it_is_started_once(host: PracticeHost) -> None:
    assert host.address() == host.address()


def test_whoever_wants_to_know_is_told_of_each_server_that_begins(port: int) -> None:
    told: list[str] = []
    first, second = (PracticeHost(port, told.append) for _ in range(2))

    address = first.address()
    second.address()
    first.address()
    assert told == [address]

    first.stop()
    second.address()
    assert told == [address] * 2
    second.stop()


@pytest.mark.case("PR-08")
def test_a_second_window_shares_the_first_ones_server(
    host: PracticeHost, port: int
) -> None:
    second = PracticeHost(port)

    address = host.address()

    assert second.address() == address
    second.stop()
    assert _answers(address)


@pytest.mark.case("PR-08")
def test_when_that_window_closes_the_next_request_starts_a_new_one(port: int) -> None:
    first, second = PracticeHost(port), PracticeHost(port)
    first.address()
    second.address()

    first.stop()

    assert _answers(second.address())
    second.stop()


def test_a_stranger_on_the_port_is_not_taken_for_it(
    host: PracticeHost, port: int
) -> None:
    with http.server.HTTPServer(("127.0.0.1", port), Stranger) as stranger:
        thread = threading.Thread(target=stranger.serve_forever)
        thread.start()

        address = host.address()

        stranger.shutdown()
        thread.join()
    assert address != f"http://127.0.0.1:{port}"
    assert _answers(address)


def test_a_stranger_that_says_nothing_does_not_hold_it_up(
    host: PracticeHost, port: int
) -> None:
    with socket.create_server(("127.0.0.1", port)):
        address = host.address()

    assert address != f"http://127.0.0.1:{port}"


def test_it_ends_with_the_program(host: PracticeHost) -> None:
    address = host.address()

    host.stop()

    assert not _answers(address)
    host.stop()

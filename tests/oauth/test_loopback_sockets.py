"""What is listened on: the loopback interface alone, and the port exclusively."""

import errno
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from ringauth_gui.errors import ListenerFailed, RedirectPortBusy
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_sockets import NewSocket, listen
from tests.oauth.loopback_harness import (
    PATIENCE,
    QUERY,
    ask,
    free_port,
    is_answer,
    is_refused,
    location,
    pages,
    request,
    waiting,
)


@contextmanager
def listening(uri: str, new_socket: NewSocket = socket.socket) -> Iterator[set[str]]:
    sockets = listen(uri, new_socket)
    try:
        yield {listener.getsockname()[0] for listener in sockets}
    finally:
        for listener in sockets:
            listener.close()


@contextmanager
def another_program(
    port: int, address: str, *, reuse: bool = False
) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with closing(socket.socket(family)) as listener:
        if reuse:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen()
        yield listener


@pytest.mark.parametrize(
    ("host", "addresses"),
    [
        ("127.0.0.1", {"127.0.0.1"}),
        ("[::1]", {"::1"}),
        ("localhost", {"127.0.0.1", "::1"}),
    ],
)
def test_r1_the_host_decides_what_is_listened_on(
    host: str, addresses: set[str]
) -> None:
    with listening(f"http://{host}:{free_port()}/callback") as listened:
        assert listened == addresses


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_r1_localhost_is_answered_on_both_addresses(address: str) -> None:
    with waiting(host="localhost") as attempt:
        host = f"localhost:{attempt.port}"
        genuine = request(f"/callback?{QUERY}", attempt.port, host=host)

        assert ask(attempt.port, genuine, address).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


def test_r1_an_ipv6_redirect_uri_is_served_under_its_literal() -> None:
    port = free_port()
    with LoopbackReceiver(f"http://[::1]:{port}/", pages()) as receiver:
        waiter = threading.Thread(
            target=receiver.wait, args=(is_answer, threading.Event(), PATIENCE)
        )
        waiter.start()

        answer = ask(port, request(f"/?{QUERY}", port, host=f"[::1]:{port}"), "::1")
        waiter.join(PATIENCE)

        assert answer.startswith(b"HTTP/1.1 303 ")
        assert location(answer).startswith("/result/")
        receiver.close()


@pytest.mark.parametrize("failure", [errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL])
def test_r1_without_ipv6_localhost_means_127_0_0_1(failure: int) -> None:
    def without_ipv6(family: socket.AddressFamily) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(failure, "no IPv6")
        return socket.socket(family)

    with listening(f"http://localhost:{free_port()}/", without_ipv6) as listened:
        assert listened == {"127.0.0.1"}


def test_r1_an_ipv6_redirect_uri_fails_without_ipv6() -> None:
    def without_ipv6(_family: socket.AddressFamily) -> socket.socket:
        raise OSError(errno.EAFNOSUPPORT, "no IPv6")

    with pytest.raises(ListenerFailed, match="no IPv6"):
        listen(f"http://[::1]:{free_port()}/", without_ipv6)


def test_another_failure_of_the_system_is_named_and_nothing_stays_open() -> None:
    def out_of_sockets(family: socket.AddressFamily) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EMFILE, "Too many open files")
        return socket.socket(family)

    port = free_port()

    with pytest.raises(ListenerFailed, match="Too many open files"):
        listen(f"http://localhost:{port}/", out_of_sockets)

    assert is_refused(port)


@pytest.mark.case("CB-14")
@pytest.mark.parametrize("reuse", [False, True])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "0.0.0.0", "::"])
def test_a_port_that_another_program_holds_is_busy(
    address: str, *, reuse: bool
) -> None:
    port = free_port()
    uri = f"http://localhost:{port}/callback"
    with (
        another_program(port, address, reuse=reuse),
        pytest.raises(RedirectPortBusy) as busy,
        LoopbackReceiver(uri, pages()),
    ):
        pytest.fail("the port was taken all the same")

    assert busy.value.port == port
    assert busy.value.redirect_uri == uri


@pytest.mark.case("CB-14")
def test_after_a_busy_port_nothing_of_ours_stays_open() -> None:
    port = free_port()
    with another_program(port, "::1"), pytest.raises(RedirectPortBusy):
        listen(f"http://localhost:{port}/callback")

    assert is_refused(port)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0", "::1", "::"])
def test_r2_while_we_listen_nobody_else_can(address: str) -> None:
    port = free_port()
    with (
        listening(f"http://localhost:{port}/callback"),
        pytest.raises(OSError, match="in use"),
        another_program(port, address, reuse=True),
    ):
        pytest.fail("two programs hold the port")


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has the whole of 127.0.0.0/8"
)
@pytest.mark.case("CB-15")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_address_of_the_machine_is_refused(host: str) -> None:
    with waiting(host=host) as attempt:
        # What listens on every address of the machine would accept this one too.
        assert is_refused(attempt.port, "127.0.0.2")
        assert all(
            connection_to(address, attempt.port) != 0 for address in own_addresses()
        )
        assert listened_on(attempt.port) <= {"0100007F", f"{1 << 24:032X}"}
        assert "0100007F" in listened_on(attempt.port)


def own_addresses() -> set[str]:
    """Return this machine's address towards others, where it has any."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        if probe.connect_ex(("192.0.2.1", 9)) != 0:  # sends nothing; RFC 5737
            return set()
        return {probe.getsockname()[0]}


def connection_to(address: str, port: int) -> int:
    """Return 0 when somebody listens there, else the error's number."""
    with socket.socket() as client:
        client.settimeout(PATIENCE)
        return client.connect_ex((address, port))


def listened_on(port: int) -> set[str]:
    """Return the addresses, in hexadecimal, that ``port`` is listened on."""
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    rows = [row.split() for table in tables for row in table.read_text().splitlines()]
    listening = [row[1].split(":") for row in rows if row[3] == "0A"]
    return {address for address, number in listening if int(number, 16) == port}


@pytest.mark.case("CB-19")
def test_no_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def dead_resolver(*_arguments: object) -> None:
        raise AssertionError("a name was looked up")

    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getfqdn"):
        monkeypatch.setattr(socket, name, dead_resolver)

    port = free_port()
    began = time.monotonic()
    with LoopbackReceiver(f"http://localhost:{port}/callback", pages()) as receiver:
        with socket.socket() as browser:
            browser.connect(("127.0.0.1", port))
            ready_in = time.monotonic() - began
            host = f"localhost:{port}"
            browser.sendall(request(f"/callback?{QUERY}", port, host=host))

            answer = receiver.wait(is_answer, threading.Event(), PATIENCE)

        receiver.close()

    assert answer == QUERY
    assert ready_in < PATIENCE / 2  # on a busy machine; one second is promised


@pytest.mark.case("CB-19")
def test_what_is_bound_is_a_number_that_needs_no_look_up() -> None:
    class Recorded(socket.socket):
        @override
        def bind(self, address: Any) -> None:
            bound.append(ip_address(address[0]))
            super().bind(address)

    bound: list[object] = []
    with listening(f"http://localhost:{free_port()}/callback", Recorded):
        assert len(bound) == 2

"""What the receiver does when the system itself fails it."""

import errno
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from typing_extensions import override

from ringauth_gui.errors import AuthorizationTimedOut, ListenerFailed
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from ringauth_gui.oauth.loopback_server import LoopbackServer
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint
from tests.oauth.loopback_harness import (
    PATIENCE,
    QUERY,
    ask,
    connect,
    free_port,
    is_answer,
    is_refused,
    location,
    pages,
    request,
    rest,
)

not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit of descriptors"
)


@contextmanager
def descriptors_left(number: int) -> Iterator[None]:
    """Let this process open only ``number`` descriptors more."""
    import resource  # noqa: PLC0415 - Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest_free = os.dup(0)
    os.close(lowest_free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest_free + number, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class HastyVisitors(socket.socket):
    """A listener whose first visitor has gone before it could be accepted."""

    gone = False

    @override
    def accept(self) -> tuple[socket.socket, Any]:
        visitor = super().accept()
        if not self.gone:
            self.gone = True
            visitor[0].close()
            raise ConnectionAbortedError
        return visitor


class ScarceDescriptors(socket.socket):
    """A listener that finds no descriptor for its second visitor."""

    accepted = 0

    @override
    def accept(self) -> tuple[socket.socket, Any]:
        self.accepted += 1
        if self.accepted == 2:
            raise OSError(errno.EMFILE, "Too many open files")
        return super().accept()


class NoDescriptors(socket.socket):
    """A listener that finds no descriptor for a visitor until there is one again."""

    def __init__(self) -> None:
        super().__init__()
        self.is_short = True
        self.tried: list[float] = []
        self.has_tried_thrice = threading.Event()

    @override
    def accept(self) -> tuple[socket.socket, Any]:
        if not self.is_short:
            return super().accept()
        self.tried.append(time.monotonic())
        if len(self.tried) == 3:
            self.has_tried_thrice.set()
        raise OSError(errno.ENFILE, "Too many open files in system")


@contextmanager
def served(listener: socket.socket) -> Iterator[int]:
    """Serve ``listener`` on a port of its own, and yield that."""
    port = free_port()
    listener.bind(("127.0.0.1", port))
    listener.listen()
    uri = redirect_uri_parts(f"http://127.0.0.1:{port}/callback")
    endpoint = RedirectionEndpoint(uri, pages(), STANDARD_LIMITS, is_answer)
    server = LoopbackServer([listener], STANDARD_LIMITS)
    thread = threading.Thread(target=server.serve, args=(endpoint,))
    thread.start()
    try:
        yield port
    finally:
        server.finish(0.0)
        thread.join(PATIENCE)


@not_on_windows
@pytest.mark.parametrize("left", range(4))
def test_without_descriptors_the_receiver_does_not_open_and_frees_the_port(
    left: int,
) -> None:
    port = free_port()
    receiver = LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages())

    with descriptors_left(left), pytest.raises(ListenerFailed, match="open files"):
        receiver.open()

    assert is_refused(port)


@not_on_windows
def test_without_descriptors_for_visitors_the_sign_in_keeps_waiting() -> None:
    port = free_port()
    with (
        LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages()) as receiver,
        connect(port),
        descriptors_left(0),
        pytest.raises(AuthorizationTimedOut),
    ):
        receiver.wait(is_answer, threading.Event(), 0.2)

    assert is_refused(port)


def test_a_browser_that_came_in_a_shortage_is_answered_after_it() -> None:
    listener = NoDescriptors()
    with served(listener) as port, connect(port) as browser:
        browser.sendall(request(f"/callback?{QUERY}", port))
        assert listener.has_tried_thrice.wait(PATIENCE)

        listener.is_short = False

        assert rest(browser).startswith(b"HTTP/1.1 303 ")
    assert listener.tried[2] - listener.tried[0] >= 0.09  # not at full speed


def test_who_waits_for_the_outcome_stays_in_a_shortage() -> None:
    listener = NoDescriptors()
    listener.is_short = False
    with served(listener) as port, connect(port) as held:
        answer = ask(port, request(f"/callback?{QUERY}", port))
        held.sendall(request(location(answer), port))
        for _ in range(2):  # what came before has been read then
            ask(port, request("/", port))
        listener.is_short = True

        with connect(port):
            assert listener.has_tried_thrice.wait(PATIENCE)

        held.settimeout(0.0)
        with pytest.raises(BlockingIOError):  # neither answered nor hung up on
            held.recv(1)


def test_where_descriptors_are_scarce_the_silent_make_room() -> None:
    with served(ScarceDescriptors()) as port, connect(port) as silent:
        genuine = request(f"/callback?{QUERY}", port)

        assert ask(port, genuine).startswith(b"HTTP/1.1 303 ")
        assert rest(silent) == b""


def test_a_visitor_that_left_before_it_was_accepted_does_no_harm() -> None:
    with served(HastyVisitors()) as port:
        genuine = request(f"/callback?{QUERY}", port)

        assert ask(port, request("/", port)) == b""
        assert ask(port, genuine).startswith(b"HTTP/1.1 303 ")

"""The life of a receiver: from the open port to the closed one."""

import os
import threading
import time
from pathlib import Path

import pytest

from ringauth_gui.errors import (
    AuthorizationTimedOut,
    ConfigurationError,
    ListenerFailed,
    OperationCancelled,
)
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import (
    CODE,
    PATIENCE,
    QUERY,
    ask,
    browse,
    connect,
    free_port,
    is_answer,
    is_refused,
    pages,
    request,
    rest,
    waiting,
)

BRIEF = LoopbackLimits(farewell_seconds=0.1)


@pytest.mark.case("CB-01")
def test_the_genuine_answer_ends_the_wait_and_the_port_closes() -> None:
    with waiting() as attempt:
        browser = browse(attempt.port)

        answer = attempt.answer()
        attempt.receiver.conclude(signed_in=True)

        assert answer == QUERY
        assert browser.page().status == 200
        assert "You are signed in" in browser.page().body
        assert is_refused(attempt.port)


@pytest.mark.case("CB-12")
def test_after_cancel_the_browser_is_refused() -> None:
    with waiting() as attempt:
        attempt.cancel.set()

        with pytest.raises(OperationCancelled):
            attempt.answer()

        assert is_refused(attempt.port)


def test_cancel_is_seen_soon() -> None:
    with waiting() as attempt:
        pressed = time.monotonic()
        attempt.cancel.set()

        with pytest.raises(OperationCancelled):
            attempt.answer()

        assert time.monotonic() - pressed < PATIENCE / 2


@pytest.mark.case("CB-13")
def test_when_nothing_comes_the_wait_times_out_and_the_port_closes() -> None:
    with waiting(seconds=0.05) as attempt:
        with pytest.raises(AuthorizationTimedOut):
            attempt.answer()

        assert is_refused(attempt.port)


@pytest.mark.case("TM-06")
def test_tm_06_a_wall_clock_set_forward_does_not_end_the_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with waiting(seconds=30) as attempt:
        later = time.time() + 7200
        monkeypatch.setattr(time, "time", lambda: later)

        assert attempt.complete() == QUERY


def test_an_exception_on_the_serving_thread_ends_the_wait() -> None:
    def broken(_query: str) -> bool:
        raise ZeroDivisionError

    port = free_port()
    with LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages()) as receiver:
        browse(port)

        with pytest.raises(ZeroDivisionError):  # a bug, and reported as such
            receiver.wait(broken, threading.Event(), PATIENCE)

        assert is_refused(port)


def test_a_browser_that_comes_before_the_wait_is_not_turned_away() -> None:
    port = free_port()
    with LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages()) as receiver:
        with connect(port) as early:
            early.sendall(request(f"/callback?{QUERY}", port))

            answer = receiver.wait(is_answer, threading.Event(), PATIENCE)

            assert answer == QUERY
            assert rest(early).startswith(b"HTTP/1.1 303 ")
        receiver.close()


def test_closing_ends_the_wait_and_may_be_repeated() -> None:
    with waiting() as attempt:
        assert ask(attempt.port, b"x\r\n\r\n").startswith(b"HTTP/1.1 400 ")
        attempt.receiver.close()
        attempt.receiver.close()

        with pytest.raises(OperationCancelled):
            attempt.answer()
        assert is_refused(attempt.port)


def test_a_closed_receiver_does_not_wait() -> None:
    port = free_port()
    receiver = LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages())
    receiver.open()
    receiver.close()

    with pytest.raises(OperationCancelled):
        receiver.wait(is_answer, threading.Event(), PATIENCE)

    assert is_refused(port)


def test_a_receiver_that_was_never_opened_does_not_wait() -> None:
    receiver = LoopbackReceiver("http://127.0.0.1:27464/callback", pages())

    with pytest.raises(ListenerFailed):
        receiver.wait(is_answer, threading.Event(), PATIENCE)


def test_closing_what_was_never_opened_is_allowed() -> None:
    receiver = LoopbackReceiver("http://127.0.0.1:27464/callback", pages())

    receiver.close()

    assert receiver.redirect_uri == "http://127.0.0.1:27464/callback"


def test_a_redirect_uri_that_cannot_be_listened_on_is_refused_at_once() -> None:
    with pytest.raises(ConfigurationError):
        LoopbackReceiver("http://example.com:8080/callback", pages())


def test_the_next_attempt_can_follow_at_once_on_the_same_port() -> None:
    uri = f"http://127.0.0.1:{free_port()}/callback"
    for _ in range(3):
        with LoopbackReceiver(uri, pages()) as receiver:
            browser = FakeBrowser()
            browser.open(f"{uri}?{QUERY}")
            receiver.wait(is_answer, threading.Event(), PATIENCE)
            receiver.conclude(signed_in=True)

        assert "You are signed in" in browser.page().body


def test_neither_threads_nor_descriptors_are_left() -> None:
    def descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - counts, no paths

    if not Path("/proc/self/fd").exists():
        pytest.skip("only Linux counts descriptors this way")
    before = descriptors(), threading.active_count()

    for signed_in in (True, False):
        with waiting() as attempt:
            browser = browse(attempt.port)
            attempt.answer()
            attempt.receiver.conclude(signed_in)
            browser.page()
    with waiting() as cancelled:
        silent = connect(cancelled.port)
        cancelled.cancel.set()
        with pytest.raises(OperationCancelled):
            cancelled.answer()
        silent.close()

    assert (descriptors(), threading.active_count()) == before


@pytest.mark.case("CB-20")
def test_nothing_of_a_request_is_printed_or_logged(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with waiting(BRIEF) as attempt:
        ask(attempt.port, request(f"/other?{QUERY}", attempt.port))
        ask(attempt.port, f"\x1b[31m{CODE}".encode())
        attempt.complete()
        attempt.receiver.conclude(signed_in=True)

    assert capfd.readouterr() == ("", "")
    assert caplog.records == []

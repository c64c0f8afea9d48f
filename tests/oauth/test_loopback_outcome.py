"""What the browser is told once the answer is there."""

import threading
import time
from contextlib import ExitStack

import pytest

from ringauth_gui.errors import (
    OperationCancelled,
)
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import (
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
LONG = LoopbackLimits(farewell_seconds=PATIENCE)


def test_the_browser_waits_until_the_outcome_is_known_and_learns_a_failure() -> None:
    with waiting() as attempt:
        browser = browse(attempt.port)
        attempt.answer()

        attempt.receiver.conclude(signed_in=False)

        assert "Not signed in" in browser.page().body


@pytest.mark.case("CB-17")
def test_the_browser_ends_on_an_address_without_a_query() -> None:
    with waiting() as attempt:
        browser = browse(attempt.port)
        attempt.answer()
        attempt.receiver.conclude(signed_in=True)

        address = browser.page().address
        assert address.startswith(f"http://127.0.0.1:{attempt.port}/callback/result/")
        assert "?" not in address


def test_a_cancel_after_the_answer_wins_and_the_browser_is_told() -> None:
    cancel = threading.Event()
    cancel_at_once = LoopbackReceiver(f"http://127.0.0.1:{free_port()}/cb", pages())

    def cancelled_meanwhile(query: str) -> bool:
        cancel.set()
        return is_answer(query)

    with cancel_at_once as receiver:
        browser = FakeBrowser()
        browser.open(f"{receiver.redirect_uri}?{QUERY}")
        with pytest.raises(OperationCancelled):
            receiver.wait(cancelled_meanwhile, cancel, PATIENCE)

    assert "Not signed in" in browser.page().body


def test_leaving_without_an_outcome_tells_the_browser_not_signed_in() -> None:
    port = free_port()
    with LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages()) as receiver:
        browser = browse(port)
        receiver.wait(is_answer, threading.Event(), PATIENCE)

    assert "Not signed in" in browser.page().body


def test_a_browser_that_asks_late_still_learns_the_outcome() -> None:
    with waiting() as attempt:
        attempt.complete()
        concluding = threading.Thread(target=attempt.receiver.conclude, args=(True,))
        concluding.start()

        page = ask(attempt.port, request(attempt.result, attempt.port))
        concluding.join(PATIENCE)

        assert page.endswith(pages().signed_in)
        assert is_refused(attempt.port)


def test_nobody_else_can_ask_for_the_outcome_in_the_browsers_place() -> None:
    with waiting() as attempt, ExitStack() as stack:
        attempt.complete()
        guesses = ["/callback/result", "/callback/result/", "/callback/result/guess"]
        for guess in guesses:
            other = stack.enter_context(connect(attempt.port))
            other.sendall(request(guess, attempt.port))
            assert rest(other).startswith(b"HTTP/1.1 404 ")
        concluding = threading.Thread(target=attempt.receiver.conclude, args=(True,))
        concluding.start()

        page = ask(attempt.port, request(attempt.result, attempt.port))
        concluding.join(PATIENCE)

        assert page.endswith(pages().signed_in)


def test_two_tabs_both_learn_the_outcome() -> None:
    with (
        waiting() as attempt,
        connect(attempt.port) as first,
        connect(attempt.port) as second,
    ):
        attempt.complete()
        first.sendall(request(attempt.result, attempt.port))
        second.sendall(request(attempt.result, attempt.port))

        attempt.receiver.conclude(signed_in=True)

        assert rest(first).endswith(pages().signed_in)
        assert rest(second).endswith(pages().signed_in)


def test_a_second_browser_that_asks_later_than_the_first_learns_the_outcome_too() -> (
    None
):
    with waiting() as attempt, connect(attempt.port) as held:
        attempt.complete()
        ask(attempt.port, attempt.genuine())
        held.sendall(request(attempt.result, attempt.port))
        concluding = threading.Thread(target=attempt.receiver.conclude, args=(True,))
        concluding.start()
        first = rest(held)
        concluding.join(0.2)  # longer than the port would stay open for nobody

        second = ask(attempt.port, request(attempt.result, attempt.port))
        concluding.join(PATIENCE)

        assert first.endswith(pages().signed_in)
        assert second.endswith(pages().signed_in)
        assert is_refused(attempt.port)


def test_a_browser_that_never_asks_keeps_the_port_open_for_the_farewell_only() -> None:
    with waiting(BRIEF) as attempt:
        attempt.complete()
        began = time.monotonic()

        attempt.receiver.conclude(signed_in=True)

        assert BRIEF.farewell_seconds <= time.monotonic() - began < PATIENCE / 2
        assert is_refused(attempt.port)


def test_concluding_takes_no_time_while_the_browser_waits() -> None:
    with waiting(LONG) as attempt, connect(attempt.port) as held:
        attempt.complete()
        held.sendall(request(attempt.result, attempt.port))
        ask(attempt.port, request("/", attempt.port))
        began = time.monotonic()

        attempt.receiver.conclude(signed_in=True)

        assert time.monotonic() - began < PATIENCE / 2


def test_a_result_request_held_too_long_gets_words_instead_of_an_outcome() -> None:
    with waiting(LoopbackLimits(result_seconds=0.05)) as attempt:
        attempt.complete()

        page = ask(attempt.port, request(attempt.result, attempt.port))

        assert page.startswith(b"HTTP/1.1 200 ")
        assert page.endswith(pages().finished)


def test_a_browser_that_goes_away_while_held_does_no_harm() -> None:
    with waiting() as attempt:
        attempt.complete()
        with connect(attempt.port) as gone:
            gone.sendall(request(attempt.result, attempt.port))
            ask(attempt.port, request("/", attempt.port))
        with connect(attempt.port) as reloaded:
            reloaded.sendall(request(attempt.result, attempt.port))

            attempt.receiver.conclude(signed_in=True)

            assert rest(reloaded).endswith(pages().signed_in)


def test_a_held_visitor_that_sends_more_is_dropped() -> None:
    with waiting() as attempt:
        attempt.complete()
        with connect(attempt.port) as noisy:
            noisy.sendall(request(attempt.result, attempt.port))
            ask(attempt.port, request("/", attempt.port))
            noisy.sendall(b"more")

            assert rest(noisy) == b""


def test_the_result_page_is_nowhere_before_the_answer() -> None:
    with waiting() as attempt:
        early = ask(attempt.port, request("/callback/result", attempt.port))

        assert early.startswith(b"HTTP/1.1 404 ")
        assert attempt.complete() == QUERY


def test_the_result_page_is_shown_to_the_expected_host_only() -> None:
    with waiting() as attempt:
        attempt.complete()

        foreign = request(attempt.result, attempt.port, host="evil.example")

        assert ask(attempt.port, foreign).startswith(b"HTTP/1.1 421 ")


def test_closing_cuts_a_farewell_short() -> None:
    with waiting(LONG) as attempt:
        attempt.complete()
        concluding = threading.Thread(target=attempt.receiver.conclude, args=(True,))
        concluding.start()
        began = time.monotonic()

        attempt.receiver.close()
        concluding.join(PATIENCE)

        assert time.monotonic() - began < PATIENCE / 2
        assert is_refused(attempt.port)

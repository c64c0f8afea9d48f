"""The pasted address, for a browser on another computer."""

import time

import pytest

from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from tests.oauth.loopback_harness import (
    PATIENCE,
    QUERY,
    ask,
    free_port,
    is_refused,
    pages,
    waiting,
)

BRIEF = LoopbackLimits(farewell_seconds=0.1)
LONG = LoopbackLimits(farewell_seconds=PATIENCE)


def test_a_pasted_address_is_the_answer() -> None:
    with waiting() as attempt:
        pasted = f"  http://127.0.0.1:{attempt.port}/callback?{QUERY}#login \n"
        offered = attempt.offer(pasted)

        assert offered
        assert attempt.answer() == QUERY


@pytest.mark.parametrize("size", [33_000, 100_000])
def test_a_browser_with_too_many_cookies_is_told_of_the_ways_on(size: int) -> None:
    with waiting() as attempt:
        said = ask(attempt.port, attempt.genuine(f"Cookie: theirs={'x' * size}"))

        assert said.startswith(b"HTTP/1.1 431 ")
        assert said.endswith(pages().too_large)
        assert attempt.is_waiting
        assert attempt.offer(f"http://127.0.0.1:{attempt.port}/callback?{QUERY}")


def test_after_a_pasted_answer_no_browser_is_waited_for() -> None:
    with waiting(LONG) as attempt:
        attempt.offer(f"http://127.0.0.1:{attempt.port}/callback?{QUERY}")
        attempt.answer()
        began = time.monotonic()

        attempt.receiver.conclude(signed_in=True)

        assert time.monotonic() - began < PATIENCE / 2
        assert is_refused(attempt.port)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://127.0.0.1:{port}/callback",
        "http://127.0.0.1:{port}/callback?code=c&state=wrong",
        "http://127.0.0.1:{port}/callback/?{query}",
        "http://127.0.0.1:{port}/other?{query}",
        "http://127.0.0.1:{port}/callback/result",
        "http://127.0.0.1:{port}1/callback?{query}",
        "http://127.0.0.1:{port}@evil.example/callback?{query}",
        "https://127.0.0.1:{port}/callback?{query}",
        "http://localhost:{port}/callback?{query}",
        "http://evil.example/callback?{query}",
        "/callback?{query}",
        "{query}",
        "http://127.0.0.1:{port}/callback?{query}&x=\u202e",
        "http://127.0.0.1:{port}/callback?{query}&x=a b",
        "http://127.0.0.1:{port}/callback?{query}&x={long}",
    ],
)
def test_another_address_is_not_the_answer(address: str) -> None:
    with waiting() as attempt:
        untrusted = address.format(port=attempt.port, query=QUERY, long="x" * 16384)

        assert not attempt.offer(untrusted)
        assert attempt.complete() == QUERY


def test_an_address_offered_before_the_wait_is_not_taken() -> None:
    port = free_port()
    with LoopbackReceiver(f"http://127.0.0.1:{port}/callback", pages()) as receiver:
        assert not receiver.offer(f"http://127.0.0.1:{port}/callback?{QUERY}")

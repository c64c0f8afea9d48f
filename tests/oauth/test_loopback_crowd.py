"""How long the port stays open when strangers do not stop coming."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS, LoopbackLimits
from tests.fakes.callback_crowd import CallbackCrowd
from tests.fakes.callback_target import CallbackTarget
from tests.oauth.loopback_harness import (
    PATIENCE,
    WaitingReceiver,
    browse,
    is_refused,
    pages,
    waiting,
)

LONG = LoopbackLimits(farewell_seconds=PATIENCE)
CLOSED_WITHIN = 2.0


@contextmanager
def crowded(attempt: WaitingReceiver) -> Iterator[CallbackCrowd]:
    target = CallbackTarget("127.0.0.1", attempt.port, host="127.0.0.1")
    with CallbackCrowd(target) as crowd:
        yield crowd


def test_the_port_closes_at_once_when_nobody_is_owed_the_outcome() -> None:
    with waiting(LONG) as attempt, crowded(attempt):
        browser = browse(attempt.port)
        attempt.answer()
        began = time.monotonic()

        attempt.receiver.conclude(signed_in=True)

        assert time.monotonic() - began < PATIENCE / 2
        assert is_refused(attempt.port)
        assert browser.page().body == pages().signed_in.decode()


@pytest.mark.case("CB-01")
def test_the_port_closes_in_time_when_the_browser_never_asks() -> None:
    with waiting() as attempt, crowded(attempt):
        attempt.complete()
        began = time.monotonic()
        concluding = threading.Thread(target=attempt.receiver.conclude, args=(True,))
        concluding.start()

        while not is_refused(attempt.port):
            assert time.monotonic() - began < PATIENCE

        concluding.join()
        assert STANDARD_LIMITS.farewell_seconds < CLOSED_WITHIN


def test_a_cancelled_wait_closes_the_port_at_once() -> None:
    with waiting(LONG) as attempt, crowded(attempt):
        began = time.monotonic()

        attempt.cancel.set()
        while not is_refused(attempt.port):
            assert time.monotonic() - began < PATIENCE

        assert time.monotonic() - began < PATIENCE / 2

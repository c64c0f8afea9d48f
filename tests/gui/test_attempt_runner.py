"""One attempt at a time: cancelled, slow, abandoned, late."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep
from ringauth_gui.gui.attempt_runner import AttemptRunner, Patience
from ringauth_gui.gui.background import BackgroundRunner, reraise

LISTENING = AuthorizationProgress(AuthorizationStep.LISTENING)


@pytest.fixture
def runner() -> Iterator[BackgroundRunner]:
    runner = BackgroundRunner()
    yield runner
    runner.finish(5.0)


@pytest.fixture
def attempts(runner: BackgroundRunner) -> AttemptRunner:
    return AttemptRunner(runner, Patience(cancelled=30, running=30))


def test_an_outcome_is_delivered_once(qtbot: QtBot, attempts: AttemptRunner) -> None:
    outcomes: list[str] = []

    attempts.start(lambda _attempt: "done", outcomes.append, reraise)

    qtbot.waitUntil(lambda: outcomes == ["done"])


def test_progress_is_told(qtbot: QtBot, attempts: AttemptRunner) -> None:
    outcomes: list[str] = []

    def work(attempt: Attempt) -> str:
        attempt.report(LISTENING)
        return "done"

    with qtbot.waitSignal(attempts.progressed) as progressed:
        attempts.start(work, outcomes.append, reraise)

    assert progressed.args == [LISTENING]


def test_cancelling_asks_the_work_to_end(qtbot: QtBot, attempts: AttemptRunner) -> None:
    outcomes: list[bool] = []
    attempts.start(lambda attempt: attempt.cancel.wait(5.0), outcomes.append, reraise)

    attempts.cancel()

    qtbot.waitUntil(lambda: outcomes == [True])


def test_cancelling_nothing_does_nothing(qtbot: QtBot, attempts: AttemptRunner) -> None:
    with qtbot.assertNotEmitted(attempts.abandoned, wait=60):
        attempts.cancel()


def test_work_that_does_not_end_is_abandoned(
    qtbot: QtBot, attempts: AttemptRunner
) -> None:
    ended = threading.Event()
    outcomes: list[bool] = []
    attempts.start(lambda _attempt: ended.wait(5.0), outcomes.append, reraise)

    with qtbot.waitSignal(attempts.abandoned):
        attempts.cancel()
    ended.set()
    attempts.start(lambda _attempt: False, outcomes.append, reraise)

    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [False]


def test_pressing_cancel_again_and_again_delays_nothing(
    qtbot: QtBot, runner: BackgroundRunner
) -> None:
    ended = threading.Event()
    attempts = AttemptRunner(runner, Patience(cancelled=200, running=60_000))
    attempts.start(lambda _attempt: ended.wait(5.0), _never, reraise)
    attempts.cancel()
    first = attempts._abandon.remainingTime()

    qtbot.waitUntil(lambda: attempts._abandon.remainingTime() < first)
    with qtbot.waitSignal(attempts.abandoned):
        attempts.cancel()
        left = attempts._abandon.remainingTime()

    assert left < first
    ended.set()


def test_what_an_older_attempt_reports_is_dropped(
    qtbot: QtBot, attempts: AttemptRunner
) -> None:
    handles: list[Attempt] = []
    ended = threading.Event()

    def hang(attempt: Attempt) -> bool:
        handles.append(attempt)
        return ended.wait(5.0)

    attempts.start(hang, _never, reraise)
    with qtbot.waitSignal(attempts.abandoned):
        attempts.cancel()

    with qtbot.assertNotEmitted(attempts.progressed, wait=50):
        handles[0].report(LISTENING)
    ended.set()


def test_what_takes_long_is_called_slow(qtbot: QtBot, attempts: AttemptRunner) -> None:
    ended = threading.Event()
    outcomes: list[bool] = []

    with qtbot.waitSignal(attempts.slow):
        attempts.start(lambda _attempt: ended.wait(5.0), outcomes.append, reraise)

    ended.set()
    qtbot.waitUntil(lambda: outcomes == [True])


def test_what_ended_is_not_called_slow(qtbot: QtBot, attempts: AttemptRunner) -> None:
    outcomes: list[str] = []
    attempts.start(lambda _attempt: "done", outcomes.append, reraise)
    qtbot.waitUntil(lambda: outcomes == ["done"])

    with qtbot.assertNotEmitted(attempts.slow, wait=60):
        attempts.cancel()


def test_an_address_is_taken_by_the_attempt_that_runs(
    qtbot: QtBot, attempts: AttemptRunner
) -> None:
    listening, ended = threading.Event(), threading.Event()
    outcomes: list[bool] = []

    def work(attempt: Attempt) -> bool:
        attempt.accept_addresses(lambda address: address == "right")
        listening.set()
        return ended.wait(5.0)

    assert not attempts.use_address("right")
    attempts.start(work, outcomes.append, reraise)
    assert listening.wait(5.0)

    assert attempts.use_address("right")
    assert not attempts.use_address("wrong")
    ended.set()
    qtbot.waitUntil(lambda: outcomes == [True])


def _never(_outcome: object) -> None:
    pytest.fail("this outcome was not to be delivered")

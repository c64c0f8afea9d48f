"""Work off the GUI thread, and its outcome on it."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.background import BackgroundRunner, reraise


@pytest.fixture
def runner() -> Iterator[BackgroundRunner]:
    runner = BackgroundRunner()
    yield runner
    runner.finish(5.0)


def _never(_outcome: object) -> None:
    pytest.fail("this outcome was not to be delivered")


def test_work_runs_elsewhere_and_its_outcome_arrives_here(
    qtbot: QtBot, runner: BackgroundRunner
) -> None:
    threads: list[threading.Thread] = []

    runner.run(
        threading.current_thread,
        lambda worker: threads.extend((worker, threading.current_thread())),
        reraise,
    )

    qtbot.waitUntil(lambda: len(threads) == 2)
    worker, here = threads
    assert worker is not here
    assert here is threading.main_thread()


def test_a_failure_arrives_instead_of_an_outcome(
    qtbot: QtBot, runner: BackgroundRunner
) -> None:
    failures: list[Exception] = []

    runner.run(_fail, _never, failures.append)

    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)


def test_work_that_hangs_blocks_no_other_work(
    qtbot: QtBot, runner: BackgroundRunner
) -> None:
    ended = threading.Event()
    outcomes: list[str] = []
    runner.run(ended.wait, lambda _: outcomes.append("slow"), reraise)

    runner.run(lambda: "quick", outcomes.append, reraise)

    qtbot.waitUntil(lambda: outcomes == ["quick"])
    ended.set()
    qtbot.waitUntil(lambda: outcomes == ["quick", "slow"])


def test_finishing_does_not_wait_for_what_hangs() -> None:
    runner, ended = BackgroundRunner(), threading.Event()
    for _ in range(3):
        runner.run(ended.wait, _never, reraise)

    before = time.monotonic()
    runner.finish(0.2)
    took = time.monotonic() - before

    assert 0.2 <= took < 1.0
    ended.set()


def test_finishing_waits_for_what_ends_in_time() -> None:
    runner, written = BackgroundRunner(), threading.Event()
    started = threading.Event()

    def write() -> None:
        started.wait()
        written.set()

    runner.run(write, _never, reraise)
    started.set()

    runner.finish(5.0)

    assert written.is_set()


def test_nothing_is_delivered_after_finishing(qtbot: QtBot) -> None:
    runner, ended = BackgroundRunner(), threading.Event()
    delivered: list[str] = []
    runner.run(lambda: "too late", delivered.append, reraise)
    work: Callable[[], bool] = ended.wait
    runner.run(work, _never, reraise)

    runner.finish(0.1)
    ended.set()
    with qtbot.waitSignal(runner.destroyed):
        runner.deleteLater()

    assert delivered == []


def test_reraising_keeps_the_error() -> None:
    error = ZeroDivisionError()

    with pytest.raises(ZeroDivisionError) as raised:
        reraise(error)

    assert raised.value is error


def _fail() -> None:
    raise ZeroDivisionError

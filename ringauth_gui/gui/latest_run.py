"""Runs what may block, and tells only of what was asked for last."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.background import BackgroundRunner, reraise

Outcome = TypeVar("Outcome")


class LatestRun:
    """One run at a time counts: what comes of an earlier one is for nobody."""

    def __init__(self, runner: BackgroundRunner) -> None:
        """Run on the workers of ``runner``."""
        self._runner = runner
        self._number = 0

    def start(
        self,
        work: Callable[[], Outcome],
        show: Callable[[Outcome], None],
        show_problem: Callable[[str], None],
    ) -> None:
        """Do ``work``; then show its outcome, or why there is none."""
        self._number += 1
        number = self._number

        def succeed(outcome: Outcome) -> None:
            if number == self._number:
                show(outcome)

        def fail(error: Exception) -> None:
            is_expected = isinstance(error, RingAuthError)
            if number == self._number:
                show_problem(str(error) if is_expected else _our_fault())
            if not is_expected:
                reraise(error)

        self._runner.run(work, succeed, fail)

    def drop(self) -> None:
        """Let nobody hear of what still runs."""
        self._number += 1


def _our_fault() -> str:
    return QCoreApplication.translate(
        "LatestRun", "It failed by a mistake in RingAuth, which the log tells more of."
    )

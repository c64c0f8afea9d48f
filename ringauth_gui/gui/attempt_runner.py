"""Runs one attempt at a time; late outcomes of an older one are dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ringauth_gui.attempt import Attempt, AuthorizationProgress
from ringauth_gui.gui.background import BackgroundRunner

Outcome = TypeVar("Outcome")


@dataclass(frozen=True)
class Patience:
    """How long is waited for what does not end, in milliseconds.

    Attributes:
        cancelled: For a run after Cancel; what still hangs is left to itself.
        running: For a run before it counts as slow.
    """

    cancelled: int = 2000
    running: int = 3000


PATIENCE = Patience()


class AttemptRunner(QObject):
    """Numbers attempts, cancels them and brings their progress to the GUI thread.

    Signals:
        progressed: The AuthorizationProgress of the current attempt.
        slow: The current attempt takes long.
        abandoned: It did not end after Cancel; its outcome will be dropped.
        ended_late: An abandoned attempt ended after all; the error, or None.
    """

    progressed = Signal(object)
    slow = Signal()
    abandoned = Signal()
    ended_late = Signal(object)
    _reported = Signal(object)

    def __init__(self, runner: BackgroundRunner, patience: Patience) -> None:
        """Run on ``runner``; wait as long as ``patience`` says."""
        super().__init__()
        self._runner = runner
        self._number = 0
        self._attempt: Attempt | None = None
        self._slow = QTimer(self, singleShot=True, interval=patience.running)
        self._slow.timeout.connect(self.slow)
        self._abandon = QTimer(self, singleShot=True, interval=patience.cancelled)
        self._abandon.timeout.connect(self._on_abandon_timeout)
        self._reported.connect(self._on_reported)

    def start(
        self,
        work: Callable[[Attempt], Outcome],
        on_success: Callable[[Outcome], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` as the current attempt; exactly one callback follows.

        None follows once the attempt was abandoned: then ``abandoned`` is emitted, and
        ``ended_late`` when it ends.
        """
        self._number += 1
        number = self._number

        def report(progress: AuthorizationProgress) -> None:
            self._reported.emit((number, progress))

        attempt = Attempt(report)
        self._attempt = attempt
        self._slow.start()
        self._runner.run(
            partial(work, attempt),
            lambda outcome: self._finish(number, None, partial(on_success, outcome)),
            lambda error: self._finish(number, error, partial(on_failure, error)),
        )

    def cancel(self) -> None:
        """Ask the current attempt to end."""
        if self._attempt is not None and not self._attempt.cancel.is_set():
            self._attempt.cancel.set()
            self._abandon.start()

    def use_address(self, untrusted_address: str) -> bool:
        """Offer a pasted address to the current attempt."""
        return self._attempt is not None and self._attempt.use_address(
            untrusted_address
        )

    def _finish(
        self, number: int, error: Exception | None, callback: Callable[[], None]
    ) -> None:
        # Only one that was abandoned ends while it is not the current one.
        if number == self._number and self._attempt is not None:
            self._forget_attempt()
            callback()
        else:
            self.ended_late.emit(error)

    def _forget_attempt(self) -> None:
        self._attempt = None
        self._slow.stop()
        self._abandon.stop()

    def _on_abandon_timeout(self) -> None:
        self._forget_attempt()
        self.abandoned.emit()

    def _on_reported(self, report: tuple[int, AuthorizationProgress]) -> None:
        number, progress = report
        if number == self._number and self._attempt is not None:
            self.progressed.emit(progress)

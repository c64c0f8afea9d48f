"""Runs blocking work off the GUI thread and brings its outcome back onto it."""

import threading
import time
from collections.abc import Callable
from typing import NoReturn, TypeVar

from PySide6.QtCore import QObject, Signal

Outcome = TypeVar("Outcome")


def reraise(error: Exception) -> NoReturn:
    """Let an error that nobody expected be reported as a bug (PR-11)."""
    raise error


class BackgroundRunner(QObject):
    """One daemon thread per run, so that a call that hangs blocks nothing else."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Deliver on the thread that makes this object."""
        super().__init__(parent)
        self._delivering = True
        self._threads: set[threading.Thread] = set()
        self._finished.connect(self._on_finished)

    def run(
        self,
        work: Callable[[], Outcome],
        on_success: Callable[[Outcome], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        """Run ``work``; then exactly one of the callbacks, on the GUI thread."""

        def call() -> None:
            try:
                outcome = work()
            except Exception as error:  # noqa: BLE001 - the callback judges every kind
                failure = error
                self._deliver(lambda: on_failure(failure))
            else:
                self._deliver(lambda: on_success(outcome))

        thread = threading.Thread(target=call, name="RingAuth work", daemon=True)
        self._threads = {known for known in self._threads if known.is_alive()}
        self._threads.add(thread)
        thread.start()

    def finish(self, seconds: float) -> None:
        """Stop delivering and give running work ``seconds`` in all to end."""
        self._delivering = False
        deadline = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _deliver(self, callback: Callable[[], None]) -> None:
        if self._delivering:
            self._finished.emit(callback)

    def _on_finished(self, callback: Callable[[], None]) -> None:
        if self._delivering:
            callback()

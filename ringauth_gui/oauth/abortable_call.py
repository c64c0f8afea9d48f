"""A blocking call that is given up at its deadline or as soon as a person cancels."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from ringauth_gui.errors import OperationCancelled, ServerTooSlow
from ringauth_gui.oauth.lifeline import Lifeline

CONNECT_SECONDS = 10.0
_GLANCE = 0.1  # seconds between two looks at cancel
Outcome = TypeVar("Outcome")


class AbortableCall(Generic[Outcome]):
    """Work on a thread of its own, which ends with the lifeline that it hangs on.

    The thread is a daemon: a look-up that hangs cannot be ended, and must not keep the
    program from quitting.
    """

    def __init__(
        self,
        work: Callable[[], Outcome],
        lifeline: Lifeline,
        connect_seconds: float = CONNECT_SECONDS,
    ) -> None:
        """Take the ``work``, whose every wait is on the ``lifeline`` or bounded."""
        self._connect_seconds = connect_seconds
        self._work = work
        self._lifeline = lifeline
        self._ended = threading.Event()
        self._outcome: list[Outcome] = []
        self._error: Exception | None = None

    def outcome(
        self, host: str, seconds: float, cancel: threading.Event | None
    ) -> Outcome:
        """Do the work and return its outcome, or raise what it raised.

        Raises:
            ServerTooSlow: ``host`` took more than ``seconds``, or was not connected to
                in its share of them.
            OperationCancelled: ``cancel`` was set.
        """
        thread = threading.Thread(
            target=self._run, name=f"exchange with {host}", daemon=True
        )
        started = time.monotonic()
        try:
            _raise_if_set(cancel)
            thread.start()
            while not self._ended.wait(min(_GLANCE, seconds)):
                _raise_if_set(cancel)
                self._raise_if_late(host, seconds, time.monotonic() - started)
        finally:
            self._lifeline.cut()
        if self._error is not None:
            raise self._error
        return self._outcome[0]

    def _run(self) -> None:
        try:
            self._outcome.append(self._work())
        except Exception as error:  # noqa: BLE001 - raised again in the caller's thread
            self._error = error
        finally:
            self._lifeline.release()
            self._ended.set()

    def _raise_if_late(self, host: str, seconds: float, passed: float) -> None:
        if passed >= seconds:
            raise ServerTooSlow(host, f"no whole answer within {seconds:g} seconds")
        if passed >= self._connect_seconds and not self._lifeline.connected.is_set():
            raise ServerTooSlow(
                host, f"no connection within {self._connect_seconds:g} seconds"
            )


def _raise_if_set(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise OperationCancelled

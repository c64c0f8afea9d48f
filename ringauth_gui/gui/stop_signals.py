"""Closes the window when the system asks the program to end."""

import signal
from collections.abc import Callable

from PySide6.QtCore import QTimer

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # a system may not have each


class StopSignals:
    """Takes signals from its making on, also while there is no window yet."""

    def __init__(self) -> None:
        """Take the signals, but none that the starter of the program had ignored."""
        self._was_asked = False
        self._close: Callable[[], None] | None = None
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, lambda *_: self._ask())

    def close_by(self, close: Callable[[], None]) -> None:
        """Call ``close`` once there is a signal, or soon if there was one."""
        self._close = close
        if self._was_asked:
            self._ask()

    def _ask(self) -> None:
        self._was_asked = True
        if self._close is not None:
            # Python runs this between two steps of its own, such as in the midst of
            # painting; it makes one each second at least.
            QTimer.singleShot(0, self._close)

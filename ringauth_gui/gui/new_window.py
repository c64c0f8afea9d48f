"""Opens another window: a process of its own, which owes nothing to this one."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ringauth_gui.gui.message import SHOW_LOG, Message, MessageKind

LOOK_MILLISECONDS = 250
LOOKS = 40  # ten seconds; by then it is open, or it is not


class StartedProcess(Protocol):
    """What is watched of a process."""

    def poll(self) -> int | None:
        """Return the exit code, or None while it runs."""


class NewWindow(QObject):
    """Starts a process, and tells when that ends instead of opening a window.

    Signals:
        message: Why there is no new window.
    """

    message = Signal(object)

    def __init__(self, start: Callable[[], StartedProcess], parent: QObject) -> None:
        """Open windows by ``start``, which raises OSError where it cannot."""
        super().__init__(parent)
        self._start = start
        self._started: list[StartedProcess] = []
        self._looks_left = 0
        self._looks = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looks.timeout.connect(self._on_looks_timeout)

    def open(self) -> None:
        """Open a window."""
        try:
            self._started.append(self._start())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._tell(self.tr("The system says: {0}.").format(reason))
            return
        self._looks_left = LOOKS
        self._looks.start()

    def _on_looks_timeout(self) -> None:
        codes = [(process, process.poll()) for process in self._started]
        self._started = [process for process, code in codes if code is None]
        for code in filter(None, (code for _process, code in codes)):
            self._tell(self.tr("It ended at once, with code {0}.").format(code))
        self._looks_left -= 1
        if self._looks_left == 0 or not self._started:
            self._looks.stop()

    def _tell(self, reason: str) -> None:
        self.message.emit(
            Message(
                MessageKind.BAD,
                self.tr("No new window was opened"),
                self.tr(
                    "{0} This window is not affected. Start RingAuth once more as you "
                    "started it, or look into the log."
                ).format(reason),
                actions=(SHOW_LOG,),
            )
        )

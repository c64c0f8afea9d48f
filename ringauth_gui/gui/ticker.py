"""Lets time pass in a window: each second in sight, now and then out of sight."""

from PySide6.QtCore import QObject, QTimer, Signal

from ringauth_gui.gui.main_window import MainWindow

TICK = 1000  # milliseconds
SELDOM = 5  # ticks; nobody sees a hidden window, and a token is refreshed in good time


class Ticker(QObject):
    """The one clockwork of a window.

    Signals:
        passed: Time has passed.
        seen: The same, while somebody can see the window.
    """

    passed = Signal()
    seen = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Begin for ``window``."""
        super().__init__(window)
        self._window = window
        self._unseen = 0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        window.revealed.connect(self._on_window_revealed)
        self._timer.start()

    def tick(self) -> None:
        """Let a second pass."""
        if self._window.isVisible() and not self._window.isMinimized():
            self._unseen = 0
            self.passed.emit()
            self.seen.emit()
            return
        self._unseen += 1
        if self._unseen % SELDOM == 0:
            self.passed.emit()

    def _on_window_revealed(self) -> None:
        if self._unseen:
            self.tick()

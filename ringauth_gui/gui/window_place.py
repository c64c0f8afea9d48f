"""Where the window is on the screen: where it was, and beside other windows."""

import base64
import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QLockFile, QPoint
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.storage.files import make_own_folder

STEP = 32  # pixels between two windows
MOST = 10  # windows, after which they lie above each other again
_NOT_OTHERS = 0o077


class WindowPlace:
    """Has the first free number among the windows of this person.

    The first window is where it was last time; each further one a step beside it. Only
    the first one's place is remembered, so that windows do not wander off the screen.
    """

    def __init__(self, folder: Path) -> None:
        """Take a number; ``folder`` is where windows share files."""
        self._locks = [QLockFile(str(folder / f"window-{n}.lock")) for n in range(MOST)]
        with contextlib.suppress(OSError):
            make_own_folder(folder)
        mask = os.umask(_NOT_OTHERS)  # Qt makes files for everybody
        try:
            self.number = self._free_number()
        finally:
            os.umask(mask)

    def restore(self, window: QMainWindow, kept: str) -> None:
        """Put the window where ``kept`` says, or beside that."""
        with contextlib.suppress(ValueError):
            geometry = base64.b64decode(kept, validate=True)
            if window.restoreGeometry(QByteArray(geometry)):
                self._step_aside(window)

    def kept(self, window: QMainWindow, before: str) -> str:
        """Return what to keep of the window's place; ``before`` was kept so far."""
        if self.number > 0:
            return before
        return base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")

    def leave(self) -> None:
        """Let another window have the number."""
        for lock in self._locks:
            lock.unlock()

    def _free_number(self) -> int:
        for number, lock in enumerate(self._locks):
            lock.setStaleLockTime(0)  # a window that lives keeps it for days
            if lock.tryLock(0):
                return number
        return 0

    def _step_aside(self, window: QMainWindow) -> None:
        screen, frame = window.screen().availableGeometry(), window.frameGeometry()
        distance = self.number * STEP
        is_whole = window.isMaximized() or window.isFullScreen()
        if distance == 0 or is_whole:
            return
        right = _step(distance, screen.right() - frame.right(), frame.x() - screen.x())
        down = _step(distance, screen.bottom() - frame.bottom(), frame.y() - screen.y())
        window.move(window.pos() + QPoint(right, down))


def _step(distance: int, after: int, before: int) -> int:
    """Return how far to go: forth where there is room, else back, else not."""
    if distance <= after:
        return distance
    return -distance if distance <= before else 0

"""A window with a label, and no more; ends as soon as it is painted."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class BareWindow(QMainWindow):
    """The window, which ends the process once all of it is painted."""

    # No decorator: typing_extensions is none of a bare window's.
    def paintEvent(  # type: ignore[explicit-override]  # noqa: D102, N802
        self, event: QPaintEvent
    ) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


application = QApplication([])
window = BareWindow()
window.setCentralWidget(QLabel("RingAuth"))
window.resize(1100, 740)
window.show()
sys.exit(application.exec())

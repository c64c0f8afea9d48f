"""Ends RingAuth as soon as its window is painted; for ``start_up.py``."""

import os
import sys

from PySide6.QtCore import QTimer
from typing_extensions import override

from ringauth_gui import app, program
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.palette import Palette


class PaintedWindow(MainWindow):
    """The window, which ends the process once all of it is painted."""

    @override
    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.painted.connect(lambda: QTimer.singleShot(0, lambda: os._exit(0)))


vars(program)["MainWindow"] = PaintedWindow
sys.exit(app.main(sys.argv[1:]))

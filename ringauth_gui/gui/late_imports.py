"""Imports what is built later before somebody waits for it."""

import importlib
import pkgutil

from PySide6.QtCore import QObject, QTimer

from ringauth_gui import gui

PAUSE = 15  # milliseconds, in which the window can do what it is asked for


class LateImports(QObject):
    """Imports the modules of the window, one after another, on the window's thread.

    Not on a worker: Qt's classes are completed by the thread that first names them.
    """

    def __init__(self, parent: QObject) -> None:
        """Import nothing before ``start``."""
        super().__init__(parent)
        modules = pkgutil.iter_modules(gui.__path__, f"{gui.__name__}.")
        self._names = iter([module.name for module in modules])
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin, and end by itself."""
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        name = next(self._names, None)
        if name is None:
            self._timer.stop()
        else:
            importlib.import_module(name)

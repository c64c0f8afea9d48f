"""One menu of the menu bar, filled item by item."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


class MenuItems:
    """Adds items to a menu of its own."""

    def __init__(self, window: QMainWindow, title: str) -> None:
        """Add an empty menu with this title to the menu bar of ``window``."""
        self._menu = window.menuBar().addMenu(title)
        self._menu.setToolTipsVisible(True)

    def add(self, text: str, key: str, do: Callable[[], object]) -> QAction:
        """Add an item; ``key`` are its keys, ``do`` is what it does."""
        action = QAction(text, self._menu)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked: do())
        self._menu.addAction(action)
        return action

    def share(self, action: QAction) -> None:
        """Add an item that stands in another menu too."""
        self._menu.addAction(action)

    def separate(self) -> None:
        """Draw a line below the last item."""
        self._menu.addSeparator()


def show_reason(action: QAction, reason: str | None) -> None:
    """Enable ``action`` where there is no ``reason`` against it; else tell that."""
    action.setEnabled(reason is None)
    action.setToolTip(reason or action.text().replace("&", ""))

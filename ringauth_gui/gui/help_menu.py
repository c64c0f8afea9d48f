"""The Help menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems


class HelpMenu(QObject):
    """What explains something.

    Signals:
        explain, about: As they say.
    """

    explain = Signal()
    about = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        items = MenuItems(window, self.tr("&Help"))
        items.add(self.tr("&Explain a code…"), "Ctrl+Shift+E", self.explain.emit)
        items.add(self.tr("&About RingAuth"), "F1", self.about.emit)

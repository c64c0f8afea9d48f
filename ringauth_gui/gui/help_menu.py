"""The Help menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems


class HelpMenu(QObject):
    """What explains something.

    Signals:
        explain, check_computer, report, show_log, about: As they say.
    """

    explain = Signal()
    check_computer = Signal()
    report = Signal()
    show_log = Signal()
    about = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        items = MenuItems(window, self.tr("&Help"))
        items.add(self.tr("&Explain a code…"), "Ctrl+Shift+E", self.explain.emit)
        items.add(
            self.tr("&Check this computer…"), "Ctrl+Shift+M", self.check_computer.emit
        )
        items.add(self.tr("&Report for a ticket…"), "Ctrl+Shift+J", self.report.emit)
        items.add(self.tr("Show the &log folder"), "Ctrl+Shift+L", self.show_log.emit)
        items.add(self.tr("&About RingAuth"), "F1", self.about.emit)

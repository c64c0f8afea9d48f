"""The menu of the practice server."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems


class PracticeMenu(QObject):
    """Can always be used: the practice server is started when it is needed.

    Signals:
        scenes_requested: Show scenes and faults.
        page_requested: Open the server's own page in the browser.
        reset_requested: Let the server behave as RingCentral again.
    """

    scenes_requested = Signal()
    page_requested = Signal()
    reset_requested = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        items = MenuItems(window, self.tr("Practic&e"))
        items.add(
            self.tr("&Scenes and faults…"), "Ctrl+Shift+S", self.scenes_requested.emit
        )
        items.add(
            self.tr("Open its &page in the browser"),
            "Ctrl+Shift+P",
            self.page_requested.emit,
        )
        items.add(
            self.tr("&Behave as RingCentral again"),
            "Ctrl+Shift+B",
            self.reset_requested.emit,
        )

"""The menu of the practice server."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


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

    def __init__(
        self, add: Callable[[str, str, Callable[[], object]], object], parent: QObject
    ) -> None:
        """Fill the menu; ``add`` takes an item's text, its keys and what it does."""
        super().__init__(parent)
        add(self.tr("&Scenes and faults…"), "Ctrl+Shift+S", self.scenes_requested.emit)
        add(
            self.tr("Open its &page in the browser"),
            "Ctrl+Shift+P",
            self.page_requested.emit,
        )
        add(
            self.tr("&Behave as RingCentral again"),
            "Ctrl+Shift+B",
            self.reset_requested.emit,
        )

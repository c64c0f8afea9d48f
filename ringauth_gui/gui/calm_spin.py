"""A number that a turn of the wheel over the page does not change."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override


class CalmSpin(QSpinBox):
    """Tells a number once it is typed, not each of its digits."""

    def __init__(self, least: int, most: int) -> None:
        """Take numbers from ``least`` to ``most``."""
        super().__init__()
        self.setRange(least, most)
        self.setKeyboardTracking(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

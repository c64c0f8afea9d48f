"""How high a row of a table has to be for its texts to wrap in their columns."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

ROW_HEIGHT = 34  # of a row of one line
_ABOVE_AND_BELOW = 16  # the lines of a row, together
_BESIDE = 22  # the text of a cell, together
_HIGHEST = 1000


class CellHeights:
    """Measures texts in one font; most cells say what others have said."""

    def __init__(self, metrics: QFontMetrics) -> None:
        """Measure with ``metrics``."""
        self._metrics = metrics
        self._known: dict[tuple[str, int], int] = {}

    def of_row(self, texts: Iterable[str], widths: Iterable[int]) -> int:
        """Return the height of a row with these texts in columns of these widths."""
        return max(self._of_cell(*cell) for cell in zip(texts, widths, strict=True))

    def _of_cell(self, text: str, width: int) -> int:
        if (text, width) not in self._known:
            room, height = width - _BESIDE, ROW_HEIGHT
            if self._metrics.horizontalAdvance(text) > room:
                area = QRect(0, 0, room, _HIGHEST)
                flags = Qt.TextFlag.TextWordWrap
                lines = self._metrics.boundingRect(area, flags, text)
                height = max(height, lines.height() + _ABOVE_AND_BELOW)
            self._known[text, width] = height
        return self._known[text, width]

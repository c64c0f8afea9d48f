"""A one-line label that ends in an ellipsis where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ringauth_gui.gui.literal_text import literal_tip
from ringauth_gui.gui.plain_label import PlainLabel

_SHORTEST = 8  # characters that are shown in any case


class ElidedLabel(PlainLabel):
    """Shows as much of its text as fits; the tooltip holds the whole of it."""

    def __init__(self, role: str = "") -> None:
        """Show nothing until told."""
        super().__init__(role=role, wraps=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, advice: str = "") -> None:
        """Show ``text``, cut where it must be; ``advice`` only in the tooltip."""
        self.setText(text)
        self.setToolTip(literal_tip("\n".join(filter(None, (text, advice)))))

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the label become narrower than its text."""
        hint = super().minimumSizeHint()
        shortest = self.fontMetrics().averageCharWidth() * _SHORTEST
        return QSize(min(hint.width(), shortest), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

"""The meter of authentication calls: a pip for each that is left of this minute."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.call_words import CallsShown
from ringauth_gui.gui.elided_label import ElidedLabel
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.plain_label import PlainLabel

PIP_WIDTH, PIP_HEIGHT, PIP_GAP, ROUND = 12, 8, 3, 3.0
KEPT = 1  # the pip for Revoke


class CallPips(QWidget):
    """One pip a call: filled while it is left, the one kept for Revoke in blue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no pips."""
        super().__init__(parent)
        self._palette = LIGHT
        self._left = self._limit = 0

    def show_left(self, left: int, limit: int) -> None:
        """Fill ``left`` of ``limit`` pips."""
        if (left, limit) != (self._left, self._limit):
            self._left, self._limit = left, limit
            self.setFixedSize(self.sizeHint())
            self.update()

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all pips."""
        return QSize(max(0, self._limit * (PIP_WIDTH + PIP_GAP) - PIP_GAP), PIP_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pips from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(self._limit):
            painter.setBrush(QColor(self._colour(at)))
            left = at * (PIP_WIDTH + PIP_GAP)
            painter.drawRoundedRect(
                QRectF(left, 0, PIP_WIDTH, PIP_HEIGHT), ROUND, ROUND
            )
        painter.end()

    def _colour(self, at: int) -> str:
        if at >= self._left:
            return self._palette.ring_track
        return self._palette.accent if at < KEPT else self._palette.good


class CallMeter(QWidget):
    """The pips, what they say, and what the server itself said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hide until there is something to show."""
        super().__init__(parent)
        self.setObjectName("callMeter")
        self.setAccessibleName(self.tr("Authentication calls"))
        self._pips = CallPips(self)
        self._text = PlainLabel(wraps=False)
        self._text.setObjectName("callMeterText")
        self._told = ElidedLabel("small")
        self._told.setObjectName("callMeterTold")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._pips)
        row.addWidget(self._text)
        row.addWidget(self._told, 1)
        self.hide()

    def show_calls(self, shown: CallsShown | None) -> None:
        """Show the calls of the profile in sight; None when there is no profile."""
        self.setVisible(shown is not None)
        if shown is None or shown.full == self.accessibleDescription():
            return
        self.setAccessibleDescription(shown.full)
        self.setToolTip(shown.full)
        self._pips.show_left(shown.left, shown.limit)
        self._pips.setVisible(shown.limit > 0)
        self._text.setText(shown.text)
        self._told.show_text(shown.told)

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._pips.set_palette(palette)

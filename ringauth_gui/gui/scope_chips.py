"""The scopes as chips that flow over as many lines as they need."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.tips import tip

CHIP_HEIGHT, CHIP_PADDING, CHIP_RADIUS = 22, 9, 6
GAP = 5
BORDER = 2  # room for the focus ring
NOT_NAMED = "not named by the server"


class ScopeChips(LineEdit):
    """A read-only text of all scopes, painted as chips.

    It is a text so that screen readers, testers and Ctrl+C get the scopes as the
    server wrote them, separated by spaces.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no scope yet."""
        super().__init__(parent)
        self._palette = LIGHT
        self._scope: tuple[str, ...] = ()
        self.setObjectName("scopeValue")
        self.setAccessibleName(self.tr("Scope"))
        self.setToolTip(tip("scopeValue"))
        self.setProperty("role", "scopes")
        self.setReadOnly(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_scope(self, scope: tuple[str, ...] | None) -> None:
        """Show these scopes; None is "the server named none"."""
        self._scope = scope or ()
        self.setText(" ".join(self._scope) or self.tr(NOT_NAMED))
        self.setCursorPosition(0)
        self.updateGeometry()
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of chips at this width."""
        bottom = max((rect.bottom() + 1 for rect, _ in self._chips(width)), default=0)
        return max(bottom, BORDER + CHIP_HEIGHT) + BORDER

    @override
    def sizeHint(self) -> QSize:
        """Return the size of one line of chips."""
        return QSize(0, CHIP_HEIGHT + 2 * BORDER)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of one line of chips."""
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips flow again."""
        super().resizeEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips, and the focus ring where the focus is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if not self._scope:
            painter.setPen(QColor(self._palette.text))
            painter.drawText(
                self.rect().adjusted(BORDER, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter,
                self.text(),
            )
        for rect, text in self._chips(self.width()):
            self._paint_chip(painter, rect, text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.accent), BORDER))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select all: what a cursor between painted chips would mean is unclear."""
        self.selectAll()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep all selected."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep all selected."""

    def _paint_chip(self, painter: QPainter, rect: QRect, text: str) -> None:
        selected = self.hasSelectedText()
        back = self._palette.note_back if selected else self._palette.panel
        painter.setPen(QPen(QColor(self._palette.line), 1))
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(
            rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CHIP_RADIUS, CHIP_RADIUS
        )
        painter.setPen(QColor(self._palette.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _chips(self, width: int) -> Iterator[tuple[QRect, str]]:
        metrics = self.fontMetrics()
        widest = max(1, width - 2 * BORDER)
        left, top = BORDER, BORDER
        for scope in self._scope:
            room = widest - 2 * CHIP_PADDING
            text = metrics.elidedText(scope, Qt.TextElideMode.ElideRight, room)
            chip = min(widest, metrics.horizontalAdvance(text) + 2 * CHIP_PADDING)
            if left > BORDER and left + chip > BORDER + widest:
                left, top = BORDER, top + CHIP_HEIGHT + GAP
            yield QRect(left, top, chip, CHIP_HEIGHT), text
            left += chip + GAP

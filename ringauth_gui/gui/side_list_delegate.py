"""Paints one profile of the side list: its ring, its name, how it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ringauth_gui.gui.countdown_rings import level_colour, paint_ring
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.side_list_model import ROW_ROLE

ROW_HEIGHT = 54
RING_LEFT, RING_SIZE, RING_WIDTH = 11, 22, 4
TEXT_LEFT, TEXT_RIGHT, NAME_TOP, STATUS_TOP = 44, 10, 9, 29
LINE_HEIGHT = 18
CORNER, FOCUS_WIDTH = 7, 2
STATUS_PIXELS = 12


class SideListDelegate(QStyledItemDelegate):
    """Paints rows in the colours it was given last."""

    def __init__(self) -> None:
        """Start with the light colours."""
        super().__init__()
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette

    @override
    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the height of a row; its width is the list's."""
        return QSize(0, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row at ``index``."""
        row: ProfileRow = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            self._paint_card(painter, area, has_focus)
        self._paint_ring(painter, area, row)
        self._paint_texts(painter, area, row, option.font)
        painter.restore()

    def _paint_card(self, painter: QPainter, area: QRectF, has_focus: bool) -> None:
        width = FOCUS_WIDTH if has_focus else 1
        line = self._palette.accent if has_focus else self._palette.line
        inset = width / 2
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(self._palette.panel))
        painter.drawRoundedRect(
            area.adjusted(inset, inset, -inset, -inset), CORNER, CORNER
        )

    def _paint_ring(self, painter: QPainter, area: QRectF, row: ProfileRow) -> None:
        top = area.top() + (area.height() - RING_SIZE) / 2
        paint_ring(
            painter,
            QRectF(area.left() + RING_LEFT, top, RING_SIZE, RING_SIZE),
            RING_WIDTH,
            row.fraction,
            level_colour(row.level, self._palette),
            self._palette.ring_track,
        )

    def _paint_texts(
        self, painter: QPainter, area: QRectF, row: ProfileRow, font: QFont
    ) -> None:
        line = QRectF(
            area.left() + TEXT_LEFT,
            area.top() + NAME_TOP,
            area.width() - TEXT_LEFT - TEXT_RIGHT,
            LINE_HEIGHT,
        )
        name_font, status_font = QFont(font), QFont(font)
        name_font.setBold(True)
        status_font.setPixelSize(STATUS_PIXELS)
        painter.setPen(QColor(self._palette.text))
        _paint_line(painter, line, row.name, name_font)
        line.moveTop(area.top() + STATUS_TOP)
        painter.setPen(QColor(self._palette.quiet))
        told = second_line(row, QFontMetrics(status_font), int(line.width()))
        _paint_line(painter, line, told, status_font)


def second_line(row: ProfileRow, metrics: QFontMetrics, width: int) -> str:
    """Return what stands below the name: the server gives way, never the status."""
    status = row.second_line.removeprefix(row.server_label)
    room = width - metrics.horizontalAdvance(status)
    server = metrics.elidedText(row.server_label, Qt.TextElideMode.ElideMiddle, room)
    return f"{server}{status}"


def _paint_line(painter: QPainter, line: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    elided = QFontMetrics(font).elidedText(
        text, Qt.TextElideMode.ElideRight, int(line.width())
    )
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, int(flags) | int(Qt.TextFlag.TextSingleLine), elided)

"""Paints one profile of the side list: its ring, its name, how it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
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
NEWS_SIZE, NEWS_ROOM = 8, 14
EDIT_HEIGHT, EDIT_PADDING = 25, 7

WhyNotCalled = Callable[[str, str], str]


class SideListDelegate(QStyledItemDelegate):
    """Paints rows in the colours it was given last."""

    def __init__(self, why_not: WhyNotCalled) -> None:
        """Start with the light colours.

        ``why_not`` says why the profile with an id cannot have a name; empty if it can.
        """
        super().__init__()
        self._palette = LIGHT
        self._why_not = why_not
        self._renamed_id, self._reason = "", ""

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
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the field in which the row's profile is renamed.

        It stands in front of the list: whatever is inside of one is nothing to a screen
        reader, except rows.
        """
        from ringauth_gui.gui.rename_edit import RenameEdit

        row: ProfileRow = index.data(ROW_ROLE)
        self._renamed_id, self._reason = row.id, ""
        view = parent.parentWidget()
        holder = None if view is None else view.parentWidget()
        edit = RenameEdit(holder or parent, row.name, partial(self._why_not, row.id))
        edit.reason_changed.connect(partial(self._show_reason, parent))
        edit.destroyed.connect(self._on_edit_destroyed)
        return edit

    @override
    def setEditorData(
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave in the field what is typed, whatever else of the row changes."""

    @override
    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Put the field where the name stands."""
        area: QRect = option.rect
        left = TEXT_LEFT - EDIT_PADDING
        place = area.translated(self._offset(option, editor)).topLeft()
        editor.setGeometry(
            place.x() + left, place.y() + 3, area.width() - left - 6, EDIT_HEIGHT
        )

    def _offset(self, option: QStyleOptionViewItem, editor: QWidget) -> QPoint:
        """Return where the rows begin, seen from what holds the field."""
        view, holder = option.widget, editor.parentWidget()
        if holder is None or not isinstance(view, QAbstractItemView):
            return QPoint()
        return view.viewport().mapTo(holder, QPoint())

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
        if row.has_news:
            self._paint_news(painter, area)
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
        width = area.width() - TEXT_LEFT - TEXT_RIGHT
        left, top = area.left() + TEXT_LEFT, area.top() + NAME_TOP
        line = QRectF(left, top, width, LINE_HEIGHT)
        name_font, status_font = QFont(font), QFont(font)
        name_font.setBold(True)
        status_font.setPixelSize(STATUS_PIXELS)
        painter.setPen(QColor(self._palette.text))
        if row.has_news:
            line.setRight(line.right() - NEWS_ROOM)
        if row.id != self._renamed_id:
            _paint_line(painter, line, row.name, name_font)
        line = QRectF(line.left(), area.top() + STATUS_TOP, width, LINE_HEIGHT)
        reason = self._reason if row.id == self._renamed_id else ""
        painter.setPen(QColor(self._palette.bad if reason else self._palette.quiet))
        if reason:
            line.setRight(area.right())
        told = reason or second_line(row, QFontMetrics(status_font), int(width))
        _paint_line(painter, line, told, status_font)

    def _paint_news(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.warning))
        middle = area.top() + NAME_TOP + LINE_HEIGHT / 2
        left = area.right() - TEXT_RIGHT - NEWS_SIZE
        painter.drawEllipse(QRectF(left, middle - NEWS_SIZE / 2, NEWS_SIZE, NEWS_SIZE))

    def _show_reason(self, viewport: QWidget, reason: str) -> None:
        self._reason = reason
        viewport.update()

    def _on_edit_destroyed(self) -> None:
        self._renamed_id, self._reason = "", ""


def second_line(row: ProfileRow, metrics: QFontMetrics, width: int) -> str:
    """Return what stands below the name: the server gives way, never the status."""
    # The widths of the parts are rounded, and may together be more than the whole's.
    if metrics.horizontalAdvance(row.second_line) <= width:
        return row.second_line
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

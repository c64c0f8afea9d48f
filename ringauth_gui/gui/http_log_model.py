"""The rows of the HTTP log: what was asked and answered, never a secret."""

import html
from collections import deque
from urllib.parse import urlsplit

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontDatabase
from typing_extensions import override

from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.http_log_tab import MOST_ROWS
from ringauth_gui.gui.identity_rows import milliseconds_text
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.oauth.exchange import Exchange

COLUMNS = ("Time", "Method", "Path", "Status", "Took", "Note")
_PATH, _STATUS, _NOTE = 2, 3, 5
_FIRST_ERROR = 400
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class HttpLogModel(QAbstractTableModel):
    """The last thousand exchanges, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._rows: deque[Exchange] = deque()
        self._palette = LIGHT
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def append(self, exchange: Exchange) -> None:
        """Add an exchange; the oldest one goes when there are too many."""
        if len(self._rows) == MOST_ROWS:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            self._rows.popleft()
            self.endRemoveRows()
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append(exchange)
        self.endInsertRows()

    def set_palette(self, palette: Palette) -> None:
        """Colour errors and notes as ``palette`` says from now on."""
        self._palette = palette
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many exchanges there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how much is told of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and how."""
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index.row(), index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row(), index.column())
        return None

    def _tooltip(self, row: int, column: int) -> str | None:
        """Return the whole of what may be cut, escaped, since Qt guesses markup."""
        text = _cells(self._rows[row])[column]
        if column not in {_PATH, _NOTE} or not text:
            return None
        return f"<qt>{html.escape(text)}</qt>"

    def _font(self, column: int) -> QFont | None:
        return self._fixed if column == _PATH else None

    def _colour(self, row: int, column: int) -> QColor | None:
        if column == _STATUS and _is_failure(self._rows[row]):
            return QColor(self._palette.bad)
        return QColor(self._palette.quiet) if column == _NOTE else None


def _cells(exchange: Exchange) -> tuple[str, ...]:
    """Return what is told: no query, no header, no body, so that no secret can be."""
    response, sent = exchange.response, exchange.sent.wall
    note = " · ".join(filter(None, (exchange.request.note, exchange.failure)))
    return (
        local_time_text(sent, sent),
        exchange.request.method,
        urlsplit(exchange.request.url).path or "/",
        "no answer" if response is None else str(response.status),
        milliseconds_text(exchange.seconds),
        note,
    )


def _is_failure(exchange: Exchange) -> bool:
    response = exchange.response
    return response is None or response.status >= _FIRST_ERROR

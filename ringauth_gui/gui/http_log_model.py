"""The rows of the HTTP log: what was asked and answered, never a secret."""

import html
from collections import deque
from urllib.parse import urlsplit

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase
from typing_extensions import override

from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.http_log_tab import MOST_ROWS
from ringauth_gui.gui.identity_rows import milliseconds_text
from ringauth_gui.gui.table_model import Index, TableModel
from ringauth_gui.oauth.exchange import Exchange

COLUMNS = ("Time", "Method", "Path", "Status", "Took", "Note")
_PATH, _STATUS, _NOTE = 2, 3, 5
_FIRST_ERROR = 400


class HttpLogModel(TableModel):
    """The last thousand exchanges, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(COLUMNS, parent)
        self._rows: deque[Exchange] = deque()
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

    @property
    @override
    def rows(self) -> deque[Exchange]:
        """The exchanges."""
        return self._rows

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
    sent = exchange.sent.wall
    note = " · ".join(filter(None, (exchange.request.note, exchange.failure)))
    return (
        local_time_text(sent, sent),
        exchange.request.method,
        urlsplit(exchange.request.url).path or "/",
        _status(exchange),
        "" if exchange.in_browser else milliseconds_text(exchange.seconds),
        note,
    )


def _status(exchange: Exchange) -> str:
    if exchange.in_browser:
        return "→ browser"
    return "no answer" if exchange.response is None else str(exchange.response.status)


def _is_failure(exchange: Exchange) -> bool:
    response = exchange.response
    if exchange.in_browser:
        return False
    return response is None or response.status >= _FIRST_ERROR

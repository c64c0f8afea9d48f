"""The rows of the HTTP log: what was asked and answered, never a secret."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase
from typing_extensions import override

from ringauth_gui.gui.exchange_log import ExchangeLog, LogRow, matching
from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.identity_rows import milliseconds_text
from ringauth_gui.gui.literal_text import wrapped_tip
from ringauth_gui.gui.table_model import Index, TableModel

COLUMNS = ("Time", "Method", "Path", "Status", "Took", "Note", "Profile")
_PATH, _STATUS, _NOTE, _PROFILE = 2, 3, 5, 6

ProfileNames = Callable[[], Mapping[str, str]]


class HttpLogModel(TableModel):
    """The exchanges of the log that the filter lets through, oldest first."""

    def __init__(
        self, log: ExchangeLog, names: ProfileNames, parent: QObject | None = None
    ) -> None:
        """Show nothing of ``log`` yet; ``names`` returns names by profile IDs."""
        super().__init__(COLUMNS, parent)
        self._log = log
        self._names = names
        self._words: Sequence[str] = ()
        self._profile_id: str | None = None
        self._numbers: list[int] = []
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    @property
    @override
    def rows(self) -> Sequence[int]:
        """The numbers of the exchanges that are shown."""
        return self._numbers

    def row_at(self, at: int) -> LogRow | None:
        """Return what stands in a line of the table."""
        return self._log.find(self._numbers[at])

    def line_of(self, number: int) -> int | None:
        """Return in which line an exchange stands; None where it is not shown."""
        at = bisect_left(self._numbers, number)
        is_there = at < len(self._numbers) and self._numbers[at] == number
        return at if is_there else None

    def show_those(self, text: str, profile_id: str | None) -> None:
        """Show the exchanges that speak of all words of ``text``.

        Args:
            text: What a person typed; any letter case.
            profile_id: Whose exchanges; None for all.
        """
        self._words = text.casefold().split()
        self._profile_id = profile_id
        shown = matching(self._log.rows, self._words, profile_id)
        self.beginResetModel()
        self._numbers = [row.number for row in shown]
        self.endResetModel()

    def take(self, row: LogRow) -> None:
        """Show one more exchange, where the filter lets it through."""
        self._forget_oldest()
        if self._is_shown(row):
            at = len(self._numbers)
            self.beginInsertRows(QModelIndex(), at, at)
            self._numbers.append(row.number)
            self.endInsertRows()

    def _forget_oldest(self) -> None:
        gone = bisect_left(self._numbers, self._log.first_number)
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self._numbers[:gone]
            self.endRemoveRows()

    def _is_shown(self, row: LogRow) -> bool:
        return bool(matching([row], self._words, self._profile_id))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and how."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(row, index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._fixed if index.column() == _PATH else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, index.column())
        return None

    def _text(self, row: LogRow, column: int) -> str:
        exchange = row.exchange
        sent = exchange.sent.wall
        took = "" if exchange.in_browser else milliseconds_text(exchange.seconds)
        if column == _PROFILE:
            return self._names().get(row.profile_id, "")
        return (
            local_time_text(sent, sent),
            exchange.request.method,
            row.path,
            row.status_text,
            took,
            row.note,
        )[column]

    def _tooltip(self, row: LogRow, column: int) -> str | None:
        """Return the whole of what may be cut."""
        text = self._text(row, column)
        if column not in {_PATH, _NOTE, _PROFILE} or not text:
            return None
        return wrapped_tip(text)

    def _colour(self, row: LogRow, column: int) -> QColor | None:
        if column == _STATUS and row.is_failure:
            return QColor(self._palette.bad)
        return QColor(self._palette.quiet) if column in {_NOTE, _PROFILE} else None

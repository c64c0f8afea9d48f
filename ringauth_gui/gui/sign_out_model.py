"""The rows of the sign-out of all profiles."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from ringauth_gui.gui.sign_out_row import SignOutRow, Tone
from ringauth_gui.gui.table_model import Index, TableModel

COLUMNS = ("Profile", "Server", "What becomes of it")


class SignOutModel(TableModel):
    """One row a profile; only what has changed is painted again."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(COLUMNS, parent)
        self._rows: tuple[SignOutRow, ...] = ()

    @property
    @override
    def rows(self) -> tuple[SignOutRow, ...]:
        """The rows."""
        return self._rows

    def set_rows(self, rows: Sequence[SignOutRow]) -> tuple[int, ...]:
        """Show ``rows``; return which of them are others than before."""
        before, new = self._rows, tuple(rows)
        if len(before) != len(new):
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return tuple(range(len(new)))
        self._rows = new
        changed = tuple(at for at, row in enumerate(new) if row != before[at])
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))
        return changed

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and how."""
        row, at = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.server, row.text)[at]
        if role == Qt.ItemDataRole.ForegroundRole and at == len(COLUMNS) - 1:
            return self._colour(row.tone)
        return None

    def _colour(self, tone: Tone) -> QColor | None:
        palette = self._palette
        colours = {
            Tone.QUIET: palette.quiet,
            Tone.GOOD: palette.good,
            Tone.WARNING: palette.warning,
            Tone.BAD: palette.bad,
        }
        return QColor(colours[tone]) if tone in colours else None

"""The rows of a table of permissions, in words and colours."""

import html
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor
from typing_extensions import override

from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.permission_words import COLUMNS, Cell, cells
from ringauth_gui.ringcentral.permissions import CallVerdict, PermissionRow

_SCOPE = 1
_VERDICT = len(COLUMNS) - 1
_REFUSED = frozenset((CallVerdict.APP_LACKS_SCOPE, CallVerdict.USER_LACKS_PERMISSION))
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class PermissionModel(QAbstractTableModel):
    """One row a permission; each cell has words, a sign alone is explained."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._rows: tuple[PermissionRow, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []
        self._palette = LIGHT

    def set_rows(self, rows: Sequence[PermissionRow]) -> None:
        """Show ``rows`` in place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._cells = [cells(row) for row in self._rows]
        self.endResetModel()

    def texts(self, row: int) -> tuple[str, ...]:
        """Return what the cells of a row show."""
        return tuple(cell.text for cell in self._cells[row])

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._palette = palette
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, _VERDICT)
            )

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many permissions there are."""
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
            # Narrow columns: its words stand below each other.
            name = self.tr(COLUMNS[section])
            return name.replace(" ", "\n") if section == _SCOPE else name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, how, and what it says to a screen reader."""
        cell = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            # Escaped, since Qt guesses markup.
            return f"<qt>{html.escape(cell.tip)}</qt>" if cell.tip else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row(), index.column())
        return None

    def _colour(self, row: int, column: int) -> QColor | None:
        is_good = self._cells[row][column].is_good
        if is_good is not None:
            return QColor(self._palette.good if is_good else self._palette.bad)
        verdict = self._rows[row].verdict
        if column > 0 and (column < _VERDICT or verdict not in _REFUSED):
            return QColor(self._palette.quiet)
        return None

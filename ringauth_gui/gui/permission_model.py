"""The rows of a table of permissions, in words and colours."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from ringauth_gui.gui.literal_text import wrapped_tip
from ringauth_gui.gui.permission_words import COLUMNS, Cell, cells
from ringauth_gui.gui.table_model import Index, TableModel
from ringauth_gui.ringcentral.permissions import CallVerdict, PermissionRow

_SCOPE = 1
_VERDICT = len(COLUMNS) - 1
_REFUSED = frozenset((CallVerdict.APP_LACKS_SCOPE, CallVerdict.USER_LACKS_PERMISSION))


class PermissionModel(TableModel):
    """One row a permission; each cell has words, a sign alone is explained."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(COLUMNS, parent)
        self._rows: tuple[PermissionRow, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []

    def set_rows(self, rows: Sequence[PermissionRow]) -> None:
        """Show ``rows`` in place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._cells = [cells(row) for row in self._rows]
        self.endResetModel()

    def texts(self, row: int) -> tuple[str, ...]:
        """Return what the cells of a row show."""
        return tuple(cell.text for cell in self._cells[row])

    @property
    @override
    def rows(self) -> tuple[PermissionRow, ...]:
        """The permissions."""
        return self._rows

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's name, also as it is spoken."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return super().headerData(section, orientation)
        found = super().headerData(section, orientation, role)
        if section == _SCOPE and isinstance(found, str):
            # A narrow column: its words stand below each other.
            return found.replace(" ", "\n")
        return found

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, how, and what it says to a screen reader."""
        cell = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip(cell.tip)
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

"""The profiles of the side list as frozen rows that change in place."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ringauth_gui.gui.profile_row import ProfileRow

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class SideListModel(QAbstractListModel):
    """Rows for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a row."""
        super().__init__(parent)
        self._rows: tuple[ProfileRow, ...] = ()

    @property
    def rows(self) -> tuple[ProfileRow, ...]:
        """The rows, from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[ProfileRow]) -> None:
        """Show ``rows``; while the profiles are the same, only changes are told."""
        before, after = self._rows, tuple(rows)
        if [row.id for row in before] != [row.id for row in after]:
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._rows = after
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def index_of(self, profile_id: str) -> QModelIndex:
        """Return the index of the profile's row; an invalid one when it has none."""
        for number, row in enumerate(self._rows):
            if row.id == profile_id:
                return self.index(number)
        return QModelIndex()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows; a list has none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row at ``index`` shows in ``role``."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.accessible_text,
            ROW_ROLE: row,
        }
        return values.get(role)

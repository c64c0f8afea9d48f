"""The profiles of the side list as frozen rows that change in place."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ringauth_gui.gui.profile_row import ProfileRow

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class SideListModel(QAbstractListModel):
    """Rows for a list view.

    What a view wants changed is told, and shown as soon as it comes back as rows.

    Signals:
        renamed: The id of a profile, and its new name.
        moved: The id of a profile, and how many others are to stand above it.
    """

    renamed = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a row."""
        super().__init__(parent)
        self._rows: list[ProfileRow] = []

    @property
    def rows(self) -> tuple[ProfileRow, ...]:
        """The rows, from top to bottom."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[ProfileRow]) -> None:
        """Show ``rows``; only what is different is told."""
        wanted = {row.id for row in rows}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].id not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            self._place(row, at)

    def index_of(self, profile_id: str) -> QModelIndex:
        """Return the index of the profile's row; an invalid one when it has none."""
        for number, row in enumerate(self._rows):
            if row.id == profile_id:
                return self.index(number)
        return QModelIndex()

    def _place(self, row: ProfileRow, at: int) -> None:
        """Let ``row`` stand at ``at``; all above it stand already."""
        is_there = at < len(self._rows) and self._rows[at].id == row.id
        if not is_there:
            self._bring(row, at)
        if self._rows[at] is not row and self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def _bring(self, row: ProfileRow, at: int) -> None:
        """Insert ``row`` at ``at``, or move it up there."""
        nowhere = QModelIndex()
        stands = at < len(self._rows) and self._rows[at].id == row.id
        known = at if stands else self.index_of(row.id).row()
        if known < 0:
            self.beginInsertRows(nowhere, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
        else:
            self.beginMoveRows(nowhere, known, known, nowhere, at)
            self._rows.insert(at, self._rows.pop(known))
            self.endMoveRows()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows; a list has none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that rows can be renamed, dragged and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row at ``index`` shows in ``role``."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.EditRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.accessible_text,
            ROW_ROLE: row,
        }
        return values.get(role)

    @override
    def setData(
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell the name that a person typed for the row at ``index``."""
        row = self._rows[index.row()]
        if value != row.name:
            self.renamed.emit(row.id, str(value))
        return True

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    @override
    def moveRows(
        self,
        sourceParent: _Index,
        sourceRow: int,
        count: int,
        destinationParent: _Index,
        destinationChild: int,
    ) -> bool:
        """Tell where a person dropped the row."""
        place = destinationChild - (1 if destinationChild > sourceRow else 0)
        self.moved.emit(self._rows[sourceRow].id, place)
        return True

"""What all tables of the window have in common: columns with names, and colours."""

from collections.abc import Sequence, Sized

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ringauth_gui.gui.palette import LIGHT, Palette

_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """A table that can only be read; its rows are those of whoever derives from it."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        """Have ``columns``."""
        super().__init__(parent)
        self._columns = columns
        self._palette = LIGHT

    @property
    def rows(self) -> Sized:
        """The rows."""
        raise NotImplementedError

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._palette = palette
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how much is told of each."""
        return 0 if parent.isValid() else len(self._columns)

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
            return self.tr(self._columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

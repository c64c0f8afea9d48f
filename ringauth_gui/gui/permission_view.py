"""A table of permissions that is as high as its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ringauth_gui.gui.cell_heights import ROW_HEIGHT, CellHeights
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.permission_model import PermissionModel
from ringauth_gui.ringcentral.permissions import PermissionRow

_NAME_SHARE = 0.32  # of the width; the last column takes what the others leave
_SCOPE_WIDTH, _USER_WIDTH = 92, 62
_FRAME = 4


class PermissionView(QTableView):
    """Rows to read, select and copy; it never scrolls by itself.

    Signals:
        copy_requested: The rows that are selected, as text.
    """

    copy_requested = Signal(str)

    def __init__(self, name: str, spoken_name: str) -> None:
        """Show no row yet; take the object name and the accessible name."""
        super().__init__()
        self._model = PermissionModel(self)
        self._fitted: tuple[int, ...] = ()  # the widths that the rows are measured for
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self.setModel(self._model)
        self._lay_out()

    def show_rows(self, rows: Sequence[PermissionRow]) -> None:
        """Show ``rows`` in place of those before."""
        self._model.set_rows(rows)
        self._fitted = ()
        if self.isVisible():
            self._fit()

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._model.set_palette(palette)

    def selected_text(self) -> str:
        """Return the selected rows, a line each, their cells parted by tabs."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return "\n".join("\t".join(self._model.texts(row)) for row in rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows, where Qt would copy one cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self.selected_text())
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, and let the rows wrap anew."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows that came while nobody saw them."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each column its width, each row and the table their heights."""
        widths = self._widths()
        if widths == self._fitted:
            return
        self._fitted = widths
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        heights = CellHeights(self.fontMetrics())
        for row in range(self._model.rowCount()):
            height = heights.of_row(self._model.texts(row), widths)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        self.setFixedHeight(head + self.verticalHeader().length() + _FRAME)

    def _widths(self) -> tuple[int, int, int, int]:
        whole = self.viewport().width()
        name = round(whole * _NAME_SHARE)
        rest = max(0, whole - name - _SCOPE_WIDTH - _USER_WIDTH)
        return name, _SCOPE_WIDTH, _USER_WIDTH, rest

    def _lay_out(self) -> None:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

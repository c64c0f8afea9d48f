"""The table of the sign-out of all: a row a profile, as high as its text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ringauth_gui.gui.cell_heights import CellHeights
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.sign_out_model import SignOutModel
from ringauth_gui.gui.sign_out_row import SignOutRow

_NAME_SHARE, _SERVER_SHARE = 0.25, 0.21  # of the width; the last column has the rest


class SignOutTable(QTableView):
    """Rows to read; only what has changed is measured and painted again."""

    def __init__(self) -> None:
        """Show no row yet."""
        super().__init__()
        self._model = SignOutModel(self)
        self.setObjectName("signOutAllTable")
        self.setAccessibleName(self.tr("Profiles to sign out"))
        self.setModel(self._model)
        self._dress()

    def show_rows(self, rows: Sequence[SignOutRow]) -> None:
        """Show where each profile stands."""
        changed = self._model.set_rows(rows)
        if self.isVisible():
            self._fit(changed)

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._model.set_palette(palette)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, and let the rows wrap anew."""
        super().resizeEvent(event)
        self._fit_all()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows that came while nobody saw them."""
        super().showEvent(event)
        self._fit_all()

    def _fit_all(self) -> None:
        whole = self.viewport().width()
        name, server = round(whole * _NAME_SHARE), round(whole * _SERVER_SHARE)
        for at, width in enumerate((name, server, whole - name - server)):
            self.setColumnWidth(at, width)
        self._fit(range(len(self._model.rows)))

    def _fit(self, rows: Sequence[int]) -> None:
        """Give these rows the heights that their texts need."""
        heights = CellHeights(self.fontMetrics())
        widths = [self.columnWidth(at) for at in range(self._model.columnCount())]
        for at in rows:
            row = self._model.rows[at]
            texts = (row.name, row.server, row.text)
            self.setRowHeight(at, heights.of_row(texts, widths))

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

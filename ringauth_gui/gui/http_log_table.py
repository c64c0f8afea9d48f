"""The table of the HTTP log."""

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ringauth_gui.gui.exchange_log import LogRow
from ringauth_gui.gui.http_log_model import COLUMNS, HttpLogModel

ROW_HEIGHT = 31
# The longest that these columns say; the path and the note share what is left.
_LONGEST = {"Time": "00:00:00", "Method": "DELETE", "Status": "no answer"}
_LONGEST |= {"Took": "9999 ms"}
_BESIDE = 28  # the text of a cell, together
_PATH_SHARE, _PROFILE_SHARE = 0.6, 0.2
_NARROW = 640  # below this there is no room for the method


class _PathDelegate(QStyledItemDelegate):
    """Keeps the end of a path, which tells one from the other."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class HttpLogTable(QTableView):
    """Lists exchanges; the newest stays in sight while it is.

    Signals:
        chosen: The ``LogRow`` of the exchange that was chosen; None for none.
    """

    chosen = Signal(object)

    def __init__(self, model: HttpLogModel) -> None:
        """Show ``model``."""
        super().__init__()
        self._model = model
        self.setObjectName("httpLogTable")
        self.setAccessibleName(self.tr("HTTP log"))
        self.setModel(model)
        self._lay_out()
        self.show_profiles(is_shown=False)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def row(self) -> LogRow | None:
        """The exchange that is chosen."""
        indexes = self.selectionModel().selectedRows()
        return self._model.row_at(indexes[0].row()) if indexes else None

    def choose(self, number: int) -> None:
        """Choose an exchange that is shown, and bring it into sight."""
        line = self._model.line_of(number)
        if line is not None:
            self.selectRow(line)
            self.scrollTo(self._model.index(line, 0))

    def show_profiles(self, *, is_shown: bool) -> None:
        """Show whose each exchange is, or leave the room to the rest."""
        self.setColumnHidden(COLUMNS.index("Profile"), not is_shown)
        self._share_width()

    def take(self, row: LogRow) -> None:
        """Show one more exchange; the newest stays in sight if it was."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        self._model.take(row)
        if at_end:
            self.scrollToBottom()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its width, and keep the chosen exchange in sight."""
        super().resizeEvent(event)
        self._share_width()
        for index in self.selectionModel().selectedRows():
            self.scrollTo(index)

    def _share_width(self) -> None:
        is_narrow = self.width() < _NARROW
        self.setColumnHidden(COLUMNS.index("Method"), is_narrow)
        widths = {name: self._width(name) for name in _LONGEST}
        if is_narrow:
            del widths["Method"]
        rest = self.viewport().width() - sum(widths.values())
        if not self.isColumnHidden(COLUMNS.index("Profile")):
            widths["Profile"] = round(rest * _PROFILE_SHARE)
            rest -= widths["Profile"]
        widths["Path"] = round(rest * _PATH_SHARE)
        for name, width in widths.items():
            self.setColumnWidth(COLUMNS.index(name), width)

    def _width(self, name: str) -> int:
        """Return the width that a column needs in the font of this computer."""
        header = self.horizontalHeader()
        for widget in (header, self):
            widget.ensurePolished()  # or the font is not the stylesheet's yet
        text = self.fontMetrics().horizontalAdvance(_LONGEST[name])
        return max(header.sectionSizeHint(COLUMNS.index(name)), text + _BESIDE)

    def _lay_out(self) -> None:
        self.setItemDelegateForColumn(COLUMNS.index("Path"), _PathDelegate(self))
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        note = COLUMNS.index("Note")
        header.setSectionResizeMode(note, QHeaderView.ResizeMode.Stretch)

    def _on_selection_changed(
        self, _chosen: QItemSelection, _before: QItemSelection
    ) -> None:
        self.chosen.emit(self.row)

"""The HTTP log tab: every exchange as it happens."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.call_meter import CallMeter
from ringauth_gui.gui.call_words import CallsShown
from ringauth_gui.gui.http_log_model import COLUMNS, HttpLogModel
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.oauth.exchange import Exchange

_ROW_HEIGHT = 31
_WIDTHS = {"Time": 74, "Method": 66, "Status": 90, "Took": 72}
_PATH_SHARE = 0.6  # of what these leave; the note takes the rest


class HttpLogPanel(QWidget):
    """A table that only grows and can only be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the empty log."""
        super().__init__(parent)
        self.setObjectName("httpLogPanel")
        self._model = HttpLogModel(self)
        self._empty = PlainLabel(
            self.tr("Nothing was sent yet. Each request shows here as it is made."),
            "quiet",
        )
        self._empty.setObjectName("httpLogEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table = QTableView()
        self._table.setObjectName("httpLogTable")
        self._table.setAccessibleName(self.tr("HTTP log"))
        self._meter = CallMeter()
        self._stack = QStackedLayout()
        self._lay_out()

    def append(self, exchange: Exchange) -> None:
        """Show one more exchange; the newest stays in sight if it was."""
        bar = self._table.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        self._model.append(exchange)
        self._stack.setCurrentWidget(self._table)
        if at_end:
            self._table.scrollToBottom()

    def show_calls(self, shown: CallsShown | None) -> None:
        """Show the authentication calls that are left; None for no profile."""
        self._meter.show_calls(shown)

    def set_palette(self, palette: Palette) -> None:
        """Use the colours of ``palette`` from now on."""
        self._meter.set_palette(palette)
        self._model.set_palette(palette)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the path and the note."""
        super().resizeEvent(event)
        rest = event.size().width() - sum(_WIDTHS.values())
        self._table.setColumnWidth(COLUMNS.index("Path"), round(rest * _PATH_SHARE))

    def _lay_out(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMNS.index(name), width)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._meter)
        layout.addLayout(self._stack, 1)

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
# The longest that these columns say; the path and the note share what is left.
_LONGEST = {"Time": "00:00:00", "Method": "DELETE", "Status": "no answer"}
_LONGEST |= {"Took": "9999 ms"}
_BESIDE = 28  # the text of a cell, together
_PATH_SHARE = 0.6


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
        """Give each column its width."""
        super().resizeEvent(event)
        widths = {name: self._width(name) for name in _LONGEST}
        rest = event.size().width() - sum(widths.values())
        widths["Path"] = round(rest * _PATH_SHARE)
        for name, width in widths.items():
            self._table.setColumnWidth(COLUMNS.index(name), width)

    def _width(self, name: str) -> int:
        """Return the width that a column needs in the font of this computer."""
        header = self._table.horizontalHeader()
        for widget in (header, self._table):
            widget.ensurePolished()  # or the font is not the stylesheet's yet
        text = self._table.fontMetrics().horizontalAdvance(_LONGEST[name])
        return max(header.sectionSizeHint(COLUMNS.index(name)), text + _BESIDE)

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
        note = COLUMNS.index("Note")
        header.setSectionResizeMode(note, QHeaderView.ResizeMode.Stretch)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._meter)
        layout.addLayout(self._stack, 1)

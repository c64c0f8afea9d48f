"""The HTTP log tab: every exchange as it happens, and the chosen one in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ringauth_gui.gui.call_meter import CallMeter
from ringauth_gui.gui.call_words import CallsShown
from ringauth_gui.gui.exchange_log import ExchangeLog, LogRow
from ringauth_gui.gui.exchange_view import ExchangeView
from ringauth_gui.gui.http_log_bar import HttpLogBar
from ringauth_gui.gui.http_log_model import HttpLogModel, ProfileNames
from ringauth_gui.gui.http_log_table import HttpLogTable
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import make_scrollable
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import Redaction

_LEAST_TABLE, _LEAST_VIEW = 110, 170  # pixels; with less room the tab scrolls


class HttpLogPanel(QWidget):
    """Lists the exchanges of the log that a person wants to see.

    Signals:
        copy_requested: The exchange that is to be copied as cURL.
        save_requested: The exchanges that are shown are to be saved.
        explain_requested: Codes that are to be explained.
        export_requested: The exchange whose request is to be taken away.
    """

    copy_requested = Signal(object)
    save_requested = Signal()
    explain_requested = Signal(str)
    export_requested = Signal(object)

    def __init__(
        self, log: ExchangeLog, names: ProfileNames, redaction: Redaction
    ) -> None:
        """Show what ``log`` holds; ``names`` returns the profiles' names by their IDs.

        ``redaction`` knows what is to be hidden.
        """
        super().__init__()
        self.setObjectName("httpLogPanel")
        self._log = log
        self._profile_id = ""
        self._model = HttpLogModel(log, names, self)
        self._empty = PlainLabel(role="quiet")
        self._empty.setObjectName("httpLogEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table = HttpLogTable(self._model)
        self._view = ExchangeView(redaction)
        self._bar = HttpLogBar()
        self._meter = CallMeter()
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self._on_bar_changed()

    @property
    def shown(self) -> Sequence[Exchange]:
        """The exchanges that the filter lets through, oldest first."""
        rows = [self._log.find(number) for number in self._model.rows]
        return [row.exchange for row in rows if row is not None]

    def append(self, row: LogRow) -> None:
        """Show one more exchange; the newest stays in sight if it was."""
        self._table.take(row)
        self._show_state()

    def show_profile(self, profile_id: str) -> None:
        """Show the exchanges of the profile in sight, or go on showing all."""
        if profile_id != self._profile_id:
            self._profile_id = profile_id
            if not self._bar.is_of_all:
                self._on_bar_changed()

    def show_exchange(self, number: int) -> None:
        """Choose an exchange, whatever was filtered before."""
        if self._model.line_of(number) is None:
            self._bar.show_all()
        self._table.choose(number)
        self._table.setFocus()

    def show_calls(self, shown: CallsShown | None) -> None:
        """Show the authentication calls that are left; None for no profile."""
        self._meter.show_calls(shown)

    def conceal(self) -> None:
        """Hide secrets that are shown."""
        self._view.conceal()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._bar.focus_filter()

    def set_palette(self, palette: Palette) -> None:
        """Use the colours of ``palette`` from now on."""
        self._meter.set_palette(palette)
        self._model.set_palette(palette)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("httpLogSplit")
        split.setProperty("role", "gap")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        table = QWidget()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._table)
        table.setLayout(self._stack)
        split.addWidget(table)
        split.addWidget(self._view)
        split.setSizes([200, 240])
        table.setMinimumHeight(_LEAST_TABLE)
        self._view.setMinimumHeight(_LEAST_VIEW)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._meter)
        layout.addWidget(self._bar)
        layout.addWidget(split, 1)
        make_scrollable(self, content)

    def _connect(self) -> None:
        self._bar.changed.connect(self._on_bar_changed)
        self._bar.copy_requested.connect(self._on_bar_copy_requested)
        self._bar.save_requested.connect(self.save_requested)
        self._bar.clear_requested.connect(self._on_bar_clear_requested)
        self._table.chosen.connect(self._on_table_chosen)
        self._view.explain_requested.connect(self.explain_requested)
        self._view.export_requested.connect(self.export_requested)

    def _show_state(self) -> None:
        has_rows = bool(self._model.rows)
        self._stack.setCurrentWidget(self._table if has_rows else self._empty)
        if self._log.rows:
            text = self.tr("No exchange is like that.")
            if not self._bar.text:
                text = self.tr("Nothing was sent for this profile yet.")
        else:
            text = self.tr(
                "Nothing was sent yet. Each request shows here as it is made."
            )
        self._empty.setText(text)
        has_row = self._table.row is not None
        self._bar.show_what_can_be_done(has_rows=has_rows, has_row=has_row)

    def _on_bar_changed(self) -> None:
        chosen = self._table.row
        profile_id = None if self._bar.is_of_all else self._profile_id
        self._model.show_those(self._bar.text, profile_id)
        self._table.show_profiles(is_shown=self._bar.is_of_all)
        if chosen is not None:
            self._table.choose(chosen.number)
        self._on_table_chosen(self._table.row)

    def _on_table_chosen(self, row: LogRow | None) -> None:
        self._view.show_row(row)
        self._show_state()

    def _on_bar_copy_requested(self) -> None:
        if self._table.row is not None:
            self.copy_requested.emit(self._table.row.exchange)

    def _on_bar_clear_requested(self) -> None:
        self._log.clear()
        self._on_bar_changed()

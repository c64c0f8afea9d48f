"""The chosen exchange: its request and its response side by side."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.exchange_log import LogRow
from ringauth_gui.gui.exchange_text import exchange_text
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.wire_pane import WirePane
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.hiding import Hiding, Secrets

REVEAL = 30_000  # milliseconds (R24)


class ExchangeView(QWidget):
    """Shows one exchange, its secrets hidden but for as long as somebody asks.

    Signals:
        explain_requested: The codes of the answer are to be explained.
        export_requested: The exchange whose request is to be taken away.
    """

    explain_requested = Signal(str)
    export_requested = Signal(object)

    def __init__(self, redaction: Redaction, reveal: int = REVEAL) -> None:
        """Show nothing yet; end a reveal after ``reveal`` milliseconds."""
        super().__init__()
        self.setObjectName("exchangeView")
        self._redaction = redaction
        self._row: LogRow | None = None
        self._request = WirePane("requestText", self.tr("Request"))
        self._answer = WirePane("responseText", self.tr("Response"))
        self._meaning = PlainLabel("", "small")
        self._meaning.setObjectName("wireMeaning")
        self._secrets = _button("showLogSecretsButton", self.tr("Show secrets"))
        self._secrets.setCheckable(True)
        self._secrets.setToolTip(
            self.tr("For half a minute, here only. Copies and files stay without them.")
        )
        self._export = _button("exportRequestButton", self.tr("Take away…"))
        self._export.setToolTip(
            self.tr("The request as a command or code, to copy or to save.")
        )
        self._explain = _button("explainExchangeButton", self.tr("Explain…"))
        self._reveal = QTimer(self, singleShot=True, interval=reveal)
        self._lay_out()
        self._connect()
        self.hide()

    def show_row(self, row: LogRow | None) -> None:
        """Show the exchange in ``row``; nothing for None."""
        self._row = row
        self.conceal()
        self._show()
        self.setVisible(row is not None)

    def conceal(self) -> None:
        """Hide secrets that are shown."""
        self._secrets.setChecked(False)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Hide secrets when they go out of sight, as when another tab is chosen."""
        self.conceal()
        super().hideEvent(event)

    def _show(self) -> None:
        row = self._row
        if row is None:
            for pane in (self._request, self._answer):
                pane.show_text("", is_secret=False)
            return
        is_secret = self._secrets.isChecked()
        kind = Secrets.SHOWN if is_secret else Secrets.MASKED
        text = exchange_text(row, Hiding(self._redaction, kind))
        self._request.show_text(text.request, is_secret=is_secret)
        self._answer.show_text(
            text.answer, is_secret=is_secret, title=text.answer_title
        )
        self._meaning.setText(self.tr("Point at a line to see what it means."))
        self._explain.setVisible(bool(row.codes))

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(12)
        panes.addWidget(self._request, 1)
        panes.addWidget(self._answer, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._meaning, 1)
        below.addWidget(self._explain)
        below.addWidget(self._export)
        below.addWidget(self._secrets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(panes, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._secrets.toggled.connect(self._on_secrets_toggled)
        self._reveal.timeout.connect(self.conceal)
        self._explain.clicked.connect(self._on_explain_clicked)
        self._export.clicked.connect(self._on_export_clicked)
        for pane in (self._request, self._answer):
            pane.pointed_at.connect(self._on_pane_pointed_at)

    def _on_secrets_toggled(self, is_on: bool) -> None:
        self._secrets.setText(
            self.tr("Hide secrets") if is_on else self.tr("Show secrets")
        )
        if is_on:
            self._reveal.start()
        else:
            self._reveal.stop()
        self._show()

    def _on_explain_clicked(self) -> None:
        if self._row is not None:
            self.explain_requested.emit(self._row.codes)

    def _on_export_clicked(self) -> None:
        if self._row is not None:
            self.export_requested.emit(self._row.exchange)

    def _on_pane_pointed_at(self, words: str) -> None:
        if words:
            self._meaning.setText(words)


def _button(object_name: str, text: str) -> QPushButton:
    button = named_button(object_name, text)
    button.setProperty("role", "small")
    return button

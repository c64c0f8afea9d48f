"""The report for a ticket, shown in full before it leaves (R26)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ringauth_gui.gui.named_controls import named, named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role

_SIZE, _LEAST = (760, 560), (560, 400)


class ReportDialog(NamedDialog):
    """Shows a report while it is made, and then all of it.

    Signals:
        copy_wanted: Copy the text.
        file_wanted: Save the text; choose where.
    """

    copy_wanted = Signal(str)
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Wait for the report."""
        super().__init__("reportDialog", self.tr("Report for a ticket"), parent)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._state = PlainLabel(self.tr("Making the report…"), "quiet")
        self._state.setObjectName("reportState")
        self._text = named(QPlainTextEdit(), "reportText", self.tr("Report"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("role", "mono")
        self._copy = named_button("copyReportButton", self.tr("&Copy"))
        self._save = named_button("saveReportButton", self.tr("&Save as…"))
        self._close = named_button("closeReportButton", self.tr("Close"))
        self._lay_out()
        self._copy.clicked.connect(
            lambda: self.copy_wanted.emit(self._text.toPlainText())
        )
        self._save.clicked.connect(
            lambda: self.file_wanted.emit(self._text.toPlainText())
        )
        self._close.clicked.connect(self.close)

    def show_report(self, text: str) -> None:
        """Show all of the report."""
        self._text.setPlainText(text)
        self.show_done(
            self.tr(
                "This is all of it. It holds no secret; read it before you send it: "
                "it names the app, the server and the extension."
            )
        )
        for button in (self._copy, self._save):
            button.setEnabled(True)
        self._save.setFocus()

    def show_done(self, text: str) -> None:
        """Say what became of it."""
        self._state.setText(text)
        set_role(self._state, "quiet")

    def show_problem(self, reason: str) -> None:
        """Say why something could not be done."""
        self._state.setText(reason)
        set_role(self._state, "error")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._copy, self._save, self._close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        set_role(self._save, "primary")
        for button in (self._copy, self._save):
            button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._state)
        layout.addWidget(self._text, 1)
        layout.addLayout(buttons)

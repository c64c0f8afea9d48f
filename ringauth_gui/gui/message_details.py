"""The last line of a message: its codes, and a link to what they mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringauth_gui.gui.message import Message
from ringauth_gui.gui.plain_label import PlainLabel


class MessageDetails(QWidget):
    """Shows the details of a message; hidden while it has none.

    Signals:
        explain_requested: The codes of the message are to be explained.
    """

    explain_requested = Signal(str)

    def __init__(self) -> None:
        """Show nothing until told."""
        super().__init__()
        self._codes = ""
        self._text = PlainLabel(role="small")
        self._text.setObjectName("messageDetails")
        self._text.make_selectable()
        self._explain = QPushButton(self.tr("Explain…"))
        self._explain.setObjectName("explainMessageButton")
        self._explain.setAccessibleName(self.tr("Explain the code"))
        self._explain.setToolTip(
            self.tr("Say what this code means, and how sure it is")
        )
        self._explain.setProperty("role", "link")
        self._explain.setCursor(Qt.CursorShape.PointingHandCursor)
        self._explain.clicked.connect(lambda: self.explain_requested.emit(self._codes))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._explain, alignment=Qt.AlignmentFlag.AlignTop)

    def show_of(self, message: Message) -> None:
        """Show the details of ``message``, and the link where it names codes."""
        self._codes = message.codes
        self._text.setText(message.details)
        self._text.setVisible(bool(message.details))
        self._explain.setVisible(bool(message.codes))
        self.setVisible(bool(message.details or message.codes))

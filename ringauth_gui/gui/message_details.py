"""The last line of a message: its codes, and a link to what they mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringauth_gui.gui.message import Message
from ringauth_gui.gui.plain_label import PlainLabel


class MessageDetails(QWidget):
    """Shows the details of a message; hidden while it has none.

    Signals:
        explain_requested: The codes of the message are to be explained.
        exchange_requested: The exchange with this number is to be shown.
    """

    explain_requested = Signal(str)
    exchange_requested = Signal(int)

    def __init__(self) -> None:
        """Show nothing until told."""
        super().__init__()
        self._codes = ""
        self._exchange = 0
        self._text = PlainLabel(role="small")
        self._text.setObjectName("messageDetails")
        self._text.make_selectable()
        self._explain = _link("explainMessageButton", self.tr("Explain…"))
        self._explain.setAccessibleName(self.tr("Explain the code"))
        self._explain.setToolTip(
            self.tr("Say what this code means, and how sure it is")
        )
        self._explain.clicked.connect(lambda: self.explain_requested.emit(self._codes))
        self._show = _link("showExchangeButton", self.tr("Show the request"))
        self._show.setAccessibleName(self.tr("Show the request in the HTTP log"))
        self._show.setToolTip(self.tr("What was sent and answered, in the HTTP log"))
        self._show.clicked.connect(lambda: self.exchange_requested.emit(self._exchange))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._show, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._explain, alignment=Qt.AlignmentFlag.AlignTop)

    def show_of(self, message: Message) -> None:
        """Show the details of ``message``, and the links for what it names."""
        self._codes, self._exchange = message.codes, message.exchange or 0
        self._text.setText(message.details)
        self._text.setVisible(bool(message.details))
        self._explain.setVisible(bool(message.codes))
        self._show.setVisible(message.exchange is not None)
        has_link = bool(message.codes) or message.exchange is not None
        self.setVisible(bool(message.details) or has_link)


def _link(object_name: str, text: str) -> QPushButton:
    link = QPushButton(text)
    link.setObjectName(object_name)
    link.setProperty("role", "link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link

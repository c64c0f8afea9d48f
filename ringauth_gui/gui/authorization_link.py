"""The authorization link: open it again, copy it, or read it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.secret_line import SecretLine


class AuthorizationLink(QWidget):
    """Two buttons and the link itself, in a field that can only be read.

    Signals:
        open_again_requested: Open the link in the browser again.
        copy_requested: Copy the link.
    """

    open_again_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        """Start without a link."""
        super().__init__()
        self._open_again = QPushButton(self.tr("&Open again"))
        self._open_again.setObjectName("openAgainButton")
        self._open_again.setAccessibleName(self.tr("Open again"))
        self._open_again.setProperty("role", "small")
        self._copy = QPushButton(self.tr("Copy &link"))
        self._copy.setObjectName("copyLinkButton")
        self._copy.setAccessibleName(self.tr("Copy link"))
        self._copy.setProperty("role", "small")
        self._link = SecretLine("mono")  # it holds the state
        self._link.setObjectName("authorizationLink")
        self._link.setAccessibleName(self.tr("Authorization link"))
        self._clipboard = PlainLabel(role="small")
        self._clipboard.setObjectName("linkClipboardNote")
        self._clipboard.hide()
        self._lay_out()
        self._open_again.clicked.connect(self.open_again_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._link.copy_requested.connect(self.copy_requested)

    def show_link(self, link: str, *, usable: bool) -> None:
        """Show ``link``; ``usable`` is whether somebody waits for its answer."""
        self._link.setText(link)
        self._link.setCursorPosition(0)
        for button in (self._open_again, self._copy):
            button.setEnabled(usable)
            button.setToolTip(
                "" if usable else self.tr("There is no link to open at this step.")
            )

    def show_clipboard(self, text: str) -> None:
        """Say what becomes of a link that was copied; empty for nothing."""
        self._clipboard.setText(text)
        self._clipboard.setVisible(bool(text))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._open_again)
        row.addWidget(self._copy)
        row.addWidget(self._link, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._clipboard)

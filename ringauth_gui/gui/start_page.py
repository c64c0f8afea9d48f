"""The page of a window without a profile: the first screen, and what to say above."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.first_run import FirstRun
from ringauth_gui.gui.message import SHOW_LOG
from ringauth_gui.gui.message_bar import MessageBar


class StartPage(QWidget):
    """Holds the first screen below a message bar.

    Signals:
        log_requested: The log tells more of what is said.
    """

    log_requested = Signal()

    def __init__(self) -> None:
        """Say nothing until told."""
        super().__init__()
        self.setObjectName("startPage")
        self.message_bar = MessageBar()
        self.first_run = FirstRun()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.first_run, 1)
        self.message_bar.dismissed.connect(self.message_bar.clear)
        self.message_bar.action_requested.connect(self._on_message_bar_acted)

    def _on_message_bar_acted(self, key: str) -> None:
        if key == SHOW_LOG.key:
            self.log_requested.emit()

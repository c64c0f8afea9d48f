"""A text on the ground of a warning, in the middle of a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ringauth_gui.gui.plain_label import PlainLabel


class WarningNote(QFrame):
    """Says what to take care of; hidden while there is nothing to say."""

    def __init__(self, object_name: str, text: str = "") -> None:
        """Say ``text`` in a label called ``object_name``."""
        super().__init__()
        self.setProperty("role", "message-warning")
        self._text = PlainLabel()
        self._text.setObjectName(object_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self._text)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say ``text`` from now on; nothing when it is empty."""
        self._text.setText(text)
        self.setVisible(bool(text))

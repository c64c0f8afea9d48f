"""One side of an exchange, to read; each of its lines is explained."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QVBoxLayout
from typing_extensions import override

from ringauth_gui.gui.exchange_text import name_in
from ringauth_gui.gui.literal_text import wrapped_tip
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.wire_words import meaning

_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class WirePane(QFrame):
    """A title, and a text that is read and, without secrets, copied.

    Signals:
        pointed_at: What the line with the cursor means; empty for nothing.
    """

    pointed_at = Signal(str)

    def __init__(self, object_name: str, title: str) -> None:
        """Show no text yet."""
        super().__init__()
        self.setProperty("role", "card")
        self._title = PlainLabel(title, "caption-strong", wraps=False)
        self._title.setObjectName(f"{object_name}Title")
        self._text = QPlainTextEdit()
        self._text.setObjectName(object_name)
        self._text.setAccessibleName(title)
        self._text.setProperty("role", "wire")
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(_READABLE)
        self._text.setTabChangesFocus(True)
        self._text.setUndoRedoEnabled(False)
        self._text.viewport().installEventFilter(self)
        self._text.cursorPositionChanged.connect(self._on_text_cursor_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 6, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text, 1)

    def show_text(self, text: str, *, is_secret: bool, title: str = "") -> None:
        """Show ``text``; while it is secret nothing of it can be selected."""
        if title:
            self._title.setText(title)
        self._text.setPlainText(text)
        # What is copied must be clean, however long secrets are shown (R23).
        nothing = Qt.TextInteractionFlag.NoTextInteraction
        self._text.setTextInteractionFlags(nothing if is_secret else _READABLE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the line under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self._text.cursorForPosition(event.pos()).block().text()
            QToolTip.showText(event.globalPos(), wrapped_tip(meaning(name_in(line))))
            return True
        return super().eventFilter(watched, event)

    def _on_text_cursor_moved(self) -> None:
        line = self._text.textCursor().block().text()
        self.pointed_at.emit(meaning(name_in(line)))

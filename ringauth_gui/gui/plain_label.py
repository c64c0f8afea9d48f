"""A label that shows its text as it is, never as markup (threat model R21)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Plain text in one of the stylesheet's roles, in several lines where needed."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = True) -> None:
        """Show ``text``; ``role`` is the stylesheet's, empty for ordinary text."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)
        if role:
            self.setProperty("role", role)

    def make_selectable(self) -> None:
        """Let the text be selected and copied with the mouse and the keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


def set_role(widget: QWidget, role: str) -> None:
    """Show ``widget`` in another role of the stylesheet from now on."""
    if widget.property("role") != role:
        set_style_property(widget, "role", role)


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and have it looked at again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)

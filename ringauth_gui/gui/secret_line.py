"""A line that shows a secret and lets it leave through one door only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from ringauth_gui.gui.line_edit import LineEdit


class SecretLine(LineEdit):
    """A read-only line that neither selecting nor a key brings into a clipboard.

    Signals:
        copy_requested: The person pressed the keys for Copy.
    """

    copy_requested = Signal()

    def __init__(self, role: str) -> None:
        """Hold nothing; look as the stylesheet's ``role`` does."""
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("role", role)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # A selection, by mouse or by key, would go to X11's primary selection, where
        # any program reads it and nothing clears it.
        self.selectionChanged.connect(self.deselect)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Copy to the clipboard that marks and clears."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

"""A value that is read, selected and copied, wraps, and is told to screen readers.

A label with an accessible name hides its text from the accessibility interface; a
read-only text does not.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from ringauth_gui.gui.palette import LIGHT, Palette

BORDER = 2  # room for the focus ring
LEAST_HEIGHT = 20


class ValueText(QTextEdit):
    """A read-only text as high as its lines, with a quieter second part."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        """Make an empty value.

        Args:
            name: The object name.
            label: The label it stands beside; becomes the accessible name.
            parent: The widget that holds this one.
        """
        super().__init__(parent)
        self._palette = LIGHT
        self._parts = ("", "")
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "value")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_value(self, text: str, quiet: str = "") -> None:
        """Show ``text`` and, less strongly, ``quiet`` behind it."""
        if (text, quiet) == self._parts:
            return
        self._parts = (text, quiet)
        self._write()

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._palette = palette
        self._write()

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        document = self.document()
        before = document.textWidth()
        document.setTextWidth(max(1, width - 2 * BORDER))
        height = document.size().height()
        document.setTextWidth(before)
        return max(LEAST_HEIGHT, round(height + 0.5)) + 2 * BORDER

    @override
    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        line = max(LEAST_HEIGHT, self.fontMetrics().lineSpacing())
        return QSize(0, line + 2 * BORDER)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of one line."""
        return self.sizeHint()

    def _write(self) -> None:
        text, quiet = self._parts
        lines_before = self.document().size().height()
        self.setPlainText(text)
        if quiet:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            form = QTextCharFormat()
            form.setForeground(QColor(self._palette.quiet))
            cursor.insertText(quiet, form)
        if self.document().size().height() != lines_before:
            self.updateGeometry()

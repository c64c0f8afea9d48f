"""A value that is read, selected and copied, wraps, and is told to screen readers.

A label with an accessible name hides its text from the accessibility interface; a
read-only text does not.
"""

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.tips import tip

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
        self._above = 0  # so that the first line stands level with its label
        # The text that is shown is laid out bit by bit, so it cannot be asked for its
        # height at another width.
        self._ruler = QTextDocument(self)
        self._ruler.setDocumentMargin(0)
        self._ruler.setDefaultTextOption(_wrapping())
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(tip(name))
        self.setProperty("role", "value")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(_wrapping().wrapMode())
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
    def changeEvent(self, event: QEvent) -> None:
        """Keep the first line in the middle of the least height in a low font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._above = max(0, LEAST_HEIGHT - self.fontMetrics().lineSpacing()) // 2
            self.setViewportMargins(0, self._above, 0, 0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        if self._ruler.defaultFont() != self.font():  # or all is laid out once more
            self._ruler.setDefaultFont(self.font())
        self._ruler.setTextWidth(max(1, width - 2 * BORDER))
        lines = self._above + math.ceil(self._ruler.size().height())
        return max(LEAST_HEIGHT, lines) + 2 * BORDER

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
        height_before = self.heightForWidth(self.width())
        self._ruler.setPlainText(text + quiet)
        self.setPlainText(text)
        if quiet:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            form = QTextCharFormat()
            form.setForeground(QColor(self._palette.quiet))
            cursor.insertText(quiet, form)
        if self.heightForWidth(self.width()) != height_before:
            self.updateGeometry()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

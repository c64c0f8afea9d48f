"""The field above the side list that leaves only what is typed in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.line_edit import LONGEST_FILTER, LineEdit
from ringauth_gui.gui.plain_label import PlainLabel


class FilterBar(QWidget):
    """A text to find profiles by, and how many it finds.

    Attributes:
        field: Where the text is typed.

    Signals:
        changed: Another text is typed.
        left: The person goes on to the rows that are found.
        ended: The field was empty and is not wanted any more.
    """

    changed = Signal()
    left = Signal()
    ended = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.field = LineEdit(longest=LONGEST_FILTER)
        self.field.setObjectName("profileFilterEdit")
        self.field.setAccessibleName(self.tr("Filter profiles"))
        self.field.setPlaceholderText(self.tr("Filter"))
        self.field.setToolTip(
            self.tr("Find profiles by name, server, client ID or how they stand")
        )
        self.field.setProperty("role", "filter")
        self.field.setClearButtonEnabled(True)
        self._count = PlainLabel(role="small")
        self._count.setObjectName("profileFilterCount")
        self._count.setContentsMargins(9, 0, 0, 0)
        self._count.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._count)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.left)
        self._on_key(Qt.Key.Key_Escape, self._on_escape)
        self._on_key(Qt.Key.Key_Down, self.left.emit)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    def start(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def clear(self) -> None:
        """Leave out nothing any more."""
        self.field.clear()

    def show_count(self, found: int, profiles: int) -> None:
        """Say how many of all are found, where something is typed."""
        self._count.setVisible(bool(self.text))
        text = self.tr("{0} of {1} shown").format(found, profiles)
        if text != self._count.text():
            self._count.setText(text)
            self.field.setAccessibleDescription(text if self.text else "")

    def _on_key(self, key: Qt.Key, do: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self.field)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)

    def _on_escape(self) -> None:
        if self.text:
            self.clear()
        else:
            self.ended.emit()

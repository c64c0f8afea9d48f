"""One line of a form: a label, its field, what is beside it, a note, a reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.formatting import breakable
from ringauth_gui.gui.plain_label import PlainLabel, set_role, set_style_property

LABEL_WIDTH = 160
FIELD_HEIGHT = 34


class FieldRow(QWidget):
    """A labelled field that can say what is wrong with it.

    Signals:
        changed: Something else is typed.
        left: The focus went on to something else in the window.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        field: QWidget,
        beside: Sequence[QWidget] = (),
        note: str = "",
    ) -> None:
        """Lay ``field`` out, with what is ``beside`` it and a ``note`` below.

        Args:
            label: With a mnemonic; empty for a field that carries its own text.
            field: Named and with an accessible name.
            beside: Further widgets in the same line.
            note: Said below the field as long as there is no reason to show.
        """
        super().__init__()
        self.field = field
        self._text_edit = _edit_of(field)
        self._label = QLabel(label)
        self._label.setProperty("role", "quiet")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self._label.setToolTip(field.toolTip())
        self._note = PlainLabel(role="small")
        self._reason = PlainLabel(role="error")
        self._reason.setObjectName(f"{field.objectName()}Reason")
        self._rows = QGridLayout(self)
        self._lay_out(beside)
        self._usual_note = note
        self._write_note(note)
        self.show_reason("")
        if self._text_edit is not None:
            self._text_edit.textChanged.connect(self._on_field_text_changed)
            self._text_edit.textChanged.connect(self.changed)
            # editingFinished keeps silent when nothing was typed since the last time,
            # but what a program wrote or a server refused is to be judged again.
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the field was left; a menu or another window is no leaving."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            reason = Qt.FocusReason
            if event.reason() not in (
                reason.PopupFocusReason,
                reason.ActiveWindowFocusReason,
            ):
                self.left.emit()
        return super().eventFilter(watched, event)

    @property
    def note(self) -> str:
        """What is said below the field as long as there is no reason to show."""
        return self._usual_note

    @property
    def typed(self) -> str:
        """What is typed in the field, without blanks around it."""
        return "" if self._text_edit is None else self._text_edit.text().strip()

    def set_typed(self, text: str) -> None:
        """Write ``text`` in the field; what it held is gone, also from its history."""
        if self._text_edit is not None:
            self._text_edit.setText(text)
            self._text_edit.setCursorPosition(0)

    def set_placeholder(self, text: str) -> None:
        """Say ``text`` in the field while it is empty."""
        if self._text_edit is not None:
            self._text_edit.setPlaceholderText(text)

    def show_note(self, note: str, *, is_warning: bool = False) -> None:
        """Say ``note`` below the field; nothing when it is empty."""
        set_role(self._note, "warning" if is_warning else "small")
        if note != self._usual_note:  # else what is said of blanks stays
            self._usual_note = note
            self._write_note(note)

    def show_reason(self, reason: str) -> None:
        """Mark the field and say why; an empty ``reason`` takes the mark away."""
        self._reason.setText(breakable(reason))
        self._reason.setVisible(bool(reason))
        self.field.setAccessibleDescription(reason or self._said_note)
        if self.field.property("invalid") is not bool(reason):
            set_style_property(self.field, "invalid", bool(reason))

    def is_empty(self) -> bool:
        """Whether nothing is typed in the field."""
        return self._text_edit is not None and not self._text_edit.text()

    def trim(self) -> None:
        """Take blanks away around what was typed, and say so (R28)."""
        if self._text_edit is None:
            return
        typed = self._text_edit.text()
        if typed != (trimmed := typed.strip()):
            self._text_edit.setText(trimmed)
            removed = self.tr("Blanks around it were removed.")
            self._write_note(f"{removed} {self._usual_note}".strip())

    def add_below(self, widget: QWidget) -> None:
        """Put ``widget`` below the field and what is said of it."""
        start = Qt.AlignmentFlag.AlignLeft
        self._rows.addWidget(widget, self._rows.rowCount(), 1, start)

    def _write_note(self, note: str) -> None:
        self._note.setText(breakable(note))
        self._note.setVisible(bool(note))
        self._said_note = note
        self.field.setAccessibleDescription(self._reason.text() or note)

    def _on_field_text_changed(self) -> None:
        self.show_reason("")
        self._write_note(self._usual_note)

    def _lay_out(self, beside: Sequence[QWidget]) -> None:
        if self._label.text():
            self._label.setMinimumHeight(FIELD_HEIGHT)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.field, stretch=1)
        for widget in beside:
            line.addWidget(widget)
        rows = self._rows
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(4)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(line, 0, 1)
        rows.addWidget(self._note, 1, 1)
        rows.addWidget(self._reason, 2, 1)


def _edit_of(field: QWidget) -> QLineEdit | None:
    """Return where text is typed in ``field``, if that is possible."""
    if isinstance(field, QComboBox) and field.isEditable():
        return field.lineEdit()
    return field if isinstance(field, QLineEdit) else None

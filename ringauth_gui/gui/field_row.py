"""One line of a form: a label, its field, what is beside it, a note, a reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

LABEL_WIDTH = 152
FIELD_HEIGHT = 34


class FieldRow(QWidget):
    """A labelled field that can say what is wrong with it.

    Signals:
        left: The focus went on to something else in the window.
    """

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
        self._label = QLabel(label)
        self._label.setProperty("role", "quiet")
        self._label.setBuddy(field)
        self._label.setToolTip(field.toolTip())
        self._note = _text_label("small")
        self._reason = _text_label("error")
        self._reason.setObjectName(f"{field.objectName()}Reason")
        self._lay_out(beside)
        self.show_note(note)
        self.show_reason("")
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._on_field_text_changed)
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

    def show_note(self, note: str) -> None:
        """Say ``note`` below the field; nothing when it is empty."""
        self._usual_note = note
        self._write_note(note)

    def show_reason(self, reason: str) -> None:
        """Mark the field and say why; an empty ``reason`` takes the mark away."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.field.setAccessibleDescription(reason or self._note.text())
        if self.field.property("invalid") is not bool(reason):
            self.field.setProperty("invalid", bool(reason))
            # A stylesheet looks at properties only when it is told to look again.
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def is_empty(self) -> bool:
        """Whether nothing is typed in the field."""
        return isinstance(self.field, QLineEdit) and not self.field.text()

    def trim(self) -> None:
        """Take blanks away around what was typed, and say so (R28)."""
        if not isinstance(self.field, QLineEdit):
            return
        typed = self.field.text()
        if typed != (trimmed := typed.strip()):
            self.field.setText(trimmed)
            removed = self.tr("Blanks around it were removed.")
            self._write_note(f"{removed} {self._usual_note}".strip())

    def _write_note(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
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
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(4)
        rows.setColumnMinimumWidth(0, LABEL_WIDTH)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(line, 0, 1)
        rows.addWidget(self._note, 1, 1)
        rows.addWidget(self._reason, 2, 1)


def _text_label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

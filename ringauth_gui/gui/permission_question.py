"""The row that asks the server for one permission by its name."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QListView,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.value_text import ValueText
from ringauth_gui.ringcentral.scopes import SCOPE_NAMES

LONGEST_NAME = 100
_NARROW = 640  # below this the note stands under the field
_BESIDE = 24  # the text of the field, together


class PermissionQuestion(QWidget):
    """A field, its button, and the answer below them.

    Signals:
        asked: The name that the server is to be asked for.
    """

    asked = Signal(str)

    def __init__(self, announce: Callable[[QWidget, str], None] = announce) -> None:
        """Offer the names that are documented; ``announce`` has the answer spoken."""
        super().__init__()
        self._announce = announce
        self._why_not: str | None = None
        self._field = LineEdit()
        self._field.setObjectName("permissionEdit")
        self._field.setAccessibleName(self.tr("Permission"))
        self._field.setPlaceholderText(self.tr("Permission, such as ReadCallRecording"))
        self._button = QPushButton(self.tr("A&sk the server"))
        self._button.setObjectName("askPermissionButton")
        self._button.setAccessibleName(self.tr("Ask the server"))
        self._note = PlainLabel(role="small")
        self._note.setObjectName("checkCostNote")
        self._answer = ValueText("permissionAnswer", self.tr("Answer"))
        self._grid = QGridLayout(self)
        self._names = QStringListModel(list(SCOPE_NAMES), self)
        self._complete()
        self._lay_out()
        self._connect()
        self.show_answer("")
        self._show_button()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in the order of reading."""
        return self._field, self._button, self._answer

    def allow(self, why_not: str | None) -> None:
        """Let a person ask, or say ``why_not``."""
        if why_not != self._why_not:
            self._why_not = why_not
            self._show_button()

    def show_note(self, text: str, tip: str) -> None:
        """Say beside the button what a question costs."""
        self._note.setText(text)
        if tip != self._note.toolTip():  # Qt would tell of it all the same
            self._note.setToolTip(tip)

    def offer(self, names: Iterable[str]) -> None:
        """Offer these names too, while a person types."""
        every = sorted({*SCOPE_NAMES, *names}, key=str.casefold)
        if every != self._names.stringList():
            self._names.setStringList(every)

    def show_answer(self, text: str) -> None:
        """Show what the server answered; empty while there is nothing to tell."""
        is_new = text != self._answer.toPlainText()
        self._answer.show_value(text)
        self._answer.setVisible(bool(text))
        if text and is_new:
            self._announce(self._answer, text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the note under the field where both do not fit side by side."""
        super().resizeEvent(event)
        self._place_note(is_narrow=event.size().width() < _NARROW)

    def _place_note(self, *, is_narrow: bool) -> None:
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self._note.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        place = (2, 0, 1, 3) if is_narrow else (0, 2, 1, 1)
        self._grid.addWidget(self._note, *place)

    def _why_not_now(self) -> str | None:
        """Return what speaks against asking for what stands in the field."""
        name = self._field.text().strip()
        if self._why_not is not None:
            return self._why_not
        if not name:
            return self.tr("Type the name of a permission first.")
        if len(name) > LONGEST_NAME:
            return self.tr("That is too long for the name of a permission.")
        if not (name.isascii() and name.isprintable()):
            return self.tr("Names of permissions are plain letters and digits.")
        return None

    def _show_button(self) -> None:
        reason = self._why_not_now()
        self._button.setEnabled(reason is None)
        self._button.setToolTip(reason or self.tr("Has the user this permission?"))
        is_wrong = self._why_not is None and bool(self._field.text().strip())
        self._field.setToolTip(reason or "" if is_wrong else "")

    def _on_field_text_changed(self) -> None:
        self._show_button()

    def _ask(self) -> None:
        if self._why_not_now() is None:
            # The button is about to be disabled, and would lose the focus to anybody.
            self._field.setFocus()
            self.asked.emit(self._field.text().strip())

    def _complete(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("role", "popup")
        completer.setPopup(popup)
        self._field.setCompleter(completer)

    def _lay_out(self) -> None:
        placeholder = self._field.placeholderText()
        advance = self._field.fontMetrics().horizontalAdvance(placeholder)
        self._field.setMinimumWidth(advance + _BESIDE)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self._field, 0, 0)
        self._grid.addWidget(self._button, 0, 1)
        self._grid.addWidget(self._answer, 1, 0, 1, 3)
        self._grid.setColumnStretch(2, 1)
        self._place_note(is_narrow=False)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.returnPressed.connect(self._ask)
        self._button.clicked.connect(self._ask)

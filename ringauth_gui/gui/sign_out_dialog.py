"""Token > Sign out everywhere: what is known, one question, and what comes of it."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.message import MessageKind
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.sign_out_row import SignOutRow
from ringauth_gui.gui.sign_out_summary import SignOutSummary
from ringauth_gui.gui.sign_out_table import SignOutTable

_SIZE, _LEAST = (760, 480), (600, 400)


class Course(enum.Enum):
    """Where the sign-out stands; the value is the button that is offered for it."""

    ASKED = "start"
    GOING = "cancel"
    STOPPING = ""
    LEFT = "go on"
    DONE = "nothing"


class SignOutDialog(NamedDialog):
    """Lists all profiles; tells what a person wants.

    Signals:
        start_wanted: Sign all of them out.
        stop_wanted: Start nothing more.
        go_on_wanted: Do the rest, and try once more what failed.
    """

    start_wanted = Signal()
    stop_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """List nothing yet."""
        super().__init__("signOutAllDialog", self.tr("Sign out everywhere"), parent)
        self.setModal(False)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._course: Course | None = None
        self._note = QFrame()
        self._summary = PlainLabel()
        self._table = SignOutTable()
        self._elsewhere = PlainLabel(role="small")
        self._start = named_button("signOutAllButton", self.tr("&Sign out everywhere"))
        self._cancel = named_button("cancelSignOutAllButton", self.tr("&Cancel"))
        self._go_on = named_button("goOnSignOutAllButton", self.tr("&Go on"))
        self._close = named_button("closeSignOutAllButton", self.tr("C&lose"))
        self._dress()
        self._lay_out()
        self._connect()

    def show_course(self, course: Course, summary: SignOutSummary) -> None:
        """Offer what can be done now, and say ``summary``."""
        is_new, self._course = course is not self._course, course
        self._summary.setText(summary.text)
        set_role(self._note, f"message-{summary.kind.value}")
        if is_new:
            self._offer(course)

    def show_rows(self, rows: Sequence[SignOutRow]) -> None:
        """Show where each profile stands."""
        self._table.show_rows(rows)

    def show_elsewhere(self, text: str) -> None:
        """Say what is known of sessions that no profile holds; empty for nothing."""
        self._elsewhere.setText(text)
        self._elsewhere.setVisible(bool(text))

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._table.set_palette(palette)

    @override
    def reject(self) -> None:
        """Close; while something runs, ask for its end first."""
        if self._course is Course.GOING:
            self.stop_wanted.emit()
        elif self._course is not Course.STOPPING:
            super().reject()

    def _offer(self, course: Course) -> None:
        offers: dict[Course, QPushButton] = {
            Course.ASKED: self._start,
            Course.GOING: self._cancel,
            Course.LEFT: self._go_on,
        }
        for each, button in offers.items():
            button.setVisible(each is course)
        is_running = course in {Course.GOING, Course.STOPPING}
        self._close.setEnabled(not is_running)
        (self._cancel if course is Course.GOING else self._close).setFocus()

    def _dress(self) -> None:
        self._summary.setObjectName("signOutAllSummary")
        self._elsewhere.setObjectName("signOutAllElsewhere")
        self._elsewhere.hide()
        self._note.setProperty("role", f"message-{MessageKind.NOTE.value}")
        self._start.setProperty("role", "danger")
        self._go_on.setProperty("role", "primary")
        for button in (self._start, self._cancel, self._go_on, self._close):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        note = QHBoxLayout(self._note)
        note.setContentsMargins(14, 8, 14, 8)
        note.addWidget(self._summary, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        for button in (self._close, self._start, self._cancel, self._go_on):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._note)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._elsewhere)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_wanted)
        self._cancel.clicked.connect(self.stop_wanted)
        self._go_on.clicked.connect(self.go_on_wanted)
        self._close.clicked.connect(self.reject)

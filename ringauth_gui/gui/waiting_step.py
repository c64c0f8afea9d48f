"""One numbered step of a sign-in: pending, current, done or failed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.sign_in_steps import SignInStep, StepState

_MARK_SIZE = 22


class StepMark(QWidget):
    """The round mark before a step: its number, a tick or an exclamation mark."""

    def __init__(self, number: int) -> None:
        """Show ``number`` as pending."""
        super().__init__()
        self._number = number
        self._state = StepState.PENDING
        self._palette = LIGHT
        self.setFixedSize(_MARK_SIZE, _MARK_SIZE)

    @property
    def text(self) -> str:
        """What stands in the mark."""
        if self._state is StepState.DONE:
            return "✓"
        return "!" if self._state is StepState.FAILED else str(self._number)

    def show_state(self, state: StepState) -> None:
        """Show how far the step is."""
        self._state = state
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and what stands in it."""
        back, fore = _colours(self._state, self._palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(back))
        painter.drawEllipse(QRectF(self.rect()))
        font = self.font()
        font.setBold(True)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(fore))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()


class WaitingStep(QWidget):
    """A step's mark, title, note, and whatever belongs to it underneath."""

    def __init__(self, number: int, note_role: str = "small") -> None:
        """Show step ``number`` as pending and without words."""
        super().__init__()
        self._mark = StepMark(number)
        self._title = PlainLabel(role="quiet")
        self._title.setObjectName(f"waitingStep{number}")
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._note = PlainLabel(role=note_role)
        self._note.setObjectName(f"waitingStep{number}Note")
        self._note.hide()
        self.body = QVBoxLayout()
        self._lay_out()

    def show_step(self, step: SignInStep) -> None:
        """Show how far the step is, its title, and its note where it has one."""
        self._mark.show_state(step.state)
        self._title.setText(step.title)
        self._title.setAccessibleDescription(step.state.value)
        set_role(self._title, "quiet" if step.state is StepState.PENDING else "")
        if step.note:
            self.show_note(step.note)

    def show_note(self, text: str) -> None:
        """Show ``text`` under the title."""
        self._note.setText(text)
        self._note.show()

    def set_palette(self, palette: Palette) -> None:
        """Paint the mark in the colours of ``palette`` from now on."""
        self._mark.set_palette(palette)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        words.addLayout(self.body)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


def _colours(state: StepState, palette: Palette) -> tuple[str, str]:
    """Return the colours of the circle and of what stands in it."""
    return {
        StepState.PENDING: (palette.ring_track, palette.text),
        StepState.CURRENT: (palette.accent, palette.on_accent),
        StepState.DONE: (palette.good, palette.panel),
        StepState.FAILED: (palette.warning, palette.panel),
    }[state]

"""A line to type in, which takes what is pasted whole or not at all (IN-04)."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from typing_extensions import override

from ringauth_gui.gui.announcement import announce

LONGEST_FILTER = 200
_NO_LIMIT = 2**31 - 1  # Qt's own, 32,767, would cut what is pasted without a word


class LineEdit(QLineEdit):
    """Never cuts: what is too long is refused here, or said by whoever reads it."""

    def __init__(
        self, parent: QWidget | None = None, *, longest: int | None = None
    ) -> None:
        """Take so many characters; without ``longest`` the reader says what is wrong.

        Args:
            parent: The widget that holds this one.
            longest: Typing or pasting beyond it changes nothing, and is told.
        """
        super().__init__(parent)
        self.setMaxLength(_NO_LIMIT)
        if longest is not None:
            self._longest = longest
            self.setValidator(_NotLonger(longest, self))
            self.inputRejected.connect(self._on_input_rejected)

    def _on_input_rejected(self) -> None:
        said = self.tr("Not taken: no more than {0} characters fit in here.").format(
            f"{self._longest:,}"
        )
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), said, self)
        announce(self, said)


class _NotLonger(QValidator):
    """Refuses what would make the text too long; Qt then leaves it as it was."""

    def __init__(self, longest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._longest = longest

    @override
    def validate(self, typed: str, place: int) -> object:
        state = QValidator.State
        is_short = len(typed) <= self._longest
        return state.Acceptable if is_short else state.Invalid, typed, place

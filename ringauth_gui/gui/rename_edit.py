"""The field in which a profile is renamed where it stands in the list."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.plain_label import set_style_property

WhyNot = Callable[[str], str]


class RenameEdit(LineEdit):
    """Takes a name; one that cannot be used is marked, said and not taken.

    Signals:
        reason_changed: Why the name that stands there cannot be used; else empty.
    """

    reason_changed = Signal(str)

    def __init__(self, parent: QWidget, name: str, why_not: WhyNot) -> None:
        """Start with ``name``; ``why_not`` says why another cannot be used."""
        super().__init__(parent)
        self.setText(name)
        self.setObjectName("renameEdit")
        self.setAccessibleName(self.tr("New name"))
        self.setProperty("role", "rename")
        self._why_not = why_not
        self._reason = ""
        self.setValidator(_NameValidator(why_not, self))
        self.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self, name: str) -> None:
        reason = self._why_not(name)
        if reason == self._reason:
            return
        self._reason = reason
        set_style_property(self, "invalid", bool(reason))
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.reason_changed.emit(reason)
        if reason:
            announce(self, reason)
        # In full, where the row has too little room for it.
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), reason, self)


class _NameValidator(QValidator):
    """Lets anything be typed, and only a good name be taken by Enter."""

    def __init__(self, why_not: WhyNot, parent: QWidget) -> None:
        super().__init__(parent)
        self._why_not = why_not

    @override
    def validate(self, typed: str, place: int) -> object:
        state = (
            QValidator.State.Intermediate
            if self._why_not(typed)
            else QValidator.State.Acceptable
        )
        return state, typed, place

"""The line of a request option, with what to know about it before it is sent."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.ringcentral.option_traps import Trap


class OptionRow(FieldRow):
    """Tells the traps of what is typed, and offers what to type in its place."""

    def __init__(self, label: str, field: QWidget, unit: str = "") -> None:
        """Lay ``field`` out; a number in it may have a ``unit``."""
        super().__init__(label, field, [PlainLabel(unit, "quiet")] if unit else ())
        self._remedy = ""
        self._use = QPushButton()
        self._use.setObjectName(f"{field.objectName()}RemedyButton")
        self._use.setProperty("role", "small")
        self._use.hide()
        self.add_below(self._use)
        self._use.clicked.connect(self._on_use_clicked)

    def show_traps(self, traps: Sequence[Trap], meaning: str = "") -> None:
        """Say what is to be known, after what the typed text means."""
        is_warning = any(trap.is_warning for trap in traps)
        words = [meaning, *(trap.words for trap in traps)]
        self.show_note(" ".join(filter(None, words)), is_warning=is_warning)
        remedies = [trap.remedy for trap in traps if trap.remedy is not None]
        self._use.setVisible(bool(remedies))
        if remedies:
            self._remedy = remedies[0]
            offer = self.tr("Use “{0}”") if self._remedy else self.tr("Leave it empty")
            self._use.setText(offer.format(self._remedy))
            self._use.setAccessibleName(self._use.text())

    def _on_use_clicked(self) -> None:
        self.field.setFocus()
        self.set_typed(self._remedy)

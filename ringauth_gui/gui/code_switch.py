"""The switch that has the practice server refuse requests with an error code."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ringauth_gui.gui.choice_row import CalmCombo
from ringauth_gui.practice_state import PracticeCode


class CodeSwitch(QWidget):
    """A check box, and beside it every code with its meaning.

    Signals:
        code_wanted: The code to refuse with; empty for none any longer.
    """

    code_wanted = Signal(str)

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setObjectName("codeSwitch")
        self._box = QCheckBox(self.tr("&Refuse with"))
        self._codes = CalmCombo()
        self._dress()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._box)
        layout.addWidget(self._codes, 1)
        # toggled, not clicked: a screen reader does not click.
        self._box.toggled.connect(self._on_box_toggled)
        self._codes.activated.connect(self._on_codes_activated)

    def offer(self, codes: Sequence[PracticeCode]) -> None:
        """Offer these codes."""
        self._codes.clear()
        for each in codes:
            self._codes.addItem(f"{each.code}: {each.meaning}", each.code)
        self.setEnabled(bool(codes))

    def show_on(self, code: str) -> None:
        """Show which code is on; empty for none, which leaves the choice as it is."""
        with QSignalBlocker(self._box):  # what the server tells is no wish
            self._box.setChecked(bool(code))
        at = self._codes.findData(code)
        if at >= 0:
            self._codes.setCurrentIndex(at)

    def _dress(self) -> None:
        tip = self.tr(
            "Token, revoke and API requests are answered with this error code. "
            "The server's page can choose other places, such as the sign-in page."
        )
        self.setEnabled(False)
        self._box.setObjectName("refuseFaultCheck")
        self._box.setAccessibleName(self.tr("Refuse with a code"))
        self._codes.setObjectName("refuseCodes")
        self._codes.setAccessibleName(self.tr("Error code to refuse with"))
        for each in (self._box, self._codes):
            each.setToolTip(tip)
            each.setAccessibleDescription(tip)

    def _on_box_toggled(self, is_on: bool) -> None:
        self.code_wanted.emit(self._codes.currentData() if is_on else "")

    def _on_codes_activated(self, _at: int) -> None:
        if self._box.isChecked():
            self.code_wanted.emit(self._codes.currentData())

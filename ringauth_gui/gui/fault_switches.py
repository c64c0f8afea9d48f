"""Switches for the faults that are provoked most often."""

from collections.abc import Sequence, Set

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ringauth_gui.practice_state import PracticeFault

_COLUMNS = 4


class FaultSwitches(QWidget):
    """One check box a fault; it stays on until it is switched off.

    Signals:
        fault_switched: A fault's key, and whether it is to be on.
    """

    fault_switched = Signal(str, bool)

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setObjectName("faultSwitches")
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)

    def offer(self, faults: Sequence[PracticeFault]) -> None:
        """Offer these faults, once."""
        for fault in faults:
            if fault.key not in self._boxes:
                at = len(self._boxes)
                self._boxes[fault.key] = box = self._box(fault)
                self._grid.addWidget(box, at // _COLUMNS, at % _COLUMNS)

    def show_on(self, keys: Set[str]) -> None:
        """Show which faults are on."""
        for key, box in self._boxes.items():
            with QSignalBlocker(box):  # what the server tells is no wish
                box.setChecked(key in keys)

    def _box(self, fault: PracticeFault) -> QCheckBox:
        box = QCheckBox(fault.label)
        box.setObjectName(f"{fault.key}FaultCheck")
        box.setAccessibleDescription(fault.about)
        box.setToolTip(fault.about)
        # toggled, not clicked: a screen reader does not click.
        box.toggled.connect(lambda is_on: self.fault_switched.emit(fault.key, is_on))
        return box

"""Switches for every fault of the practice server."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from ringauth_gui.gui.calm_spin import CalmSpin
from ringauth_gui.gui.literal_text import literal_caption, literal_tip
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.practice_state import PracticeFault, PracticeState

_NUMBER_WIDTH = 96


@dataclass(frozen=True)
class _Row:
    box: QCheckBox
    amount: QSpinBox | None


class FaultSwitches(QWidget):
    """One line a fault, the common ones first; it is on until it is switched off.

    Signals:
        fault_switched: A fault's key, whether it is to be on, and the number that it
            is to come with; None for a fault without one.
    """

    fault_switched = Signal(str, bool, object)

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setObjectName("faultSwitches")
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def offer(self, faults: Sequence[PracticeFault]) -> None:
        """Offer these faults, once."""
        for fault in sorted(faults, key=lambda each: not each.is_common):
            if fault.key not in self._rows:
                self._add(fault)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def show_on(self, state: PracticeState) -> None:
        """Show which faults are on, and with which numbers."""
        amounts: Mapping[str, int] = dict(state.amounts)
        for key, row in self._rows.items():
            with QSignalBlocker(row.box):  # what the server tells is no wish
                row.box.setChecked(key in state.fault_keys)
            if row.amount is not None and key in amounts:
                with QSignalBlocker(row.amount):
                    row.amount.setValue(amounts[key])

    def _add(self, fault: PracticeFault) -> None:
        at = self._grid.rowCount()
        row = self._rows[fault.key] = _Row(_box(fault), _amount(fault))
        counted = f" ({fault.amount_label})" if fault.amount_label else ""
        about = PlainLabel(f"{fault.about}{counted}", "small")
        self._grid.addWidget(row.box, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(about, at, 1, Qt.AlignmentFlag.AlignTop)
        # toggled, not clicked: a screen reader does not click.
        row.box.toggled.connect(lambda _is_on: self._tell(fault.key))
        if row.amount is not None:
            self._grid.addWidget(row.amount, at, 2, Qt.AlignmentFlag.AlignTop)
            row.amount.valueChanged.connect(lambda _value: self._on_amount(fault.key))

    def _on_amount(self, key: str) -> None:
        if self._rows[key].box.isChecked():
            self._tell(key)

    def _tell(self, key: str) -> None:
        row = self._rows[key]
        amount = None if row.amount is None else row.amount.value()
        self.fault_switched.emit(key, row.box.isChecked(), amount)


def _box(fault: PracticeFault) -> QCheckBox:
    box = QCheckBox(literal_caption(fault.label))
    box.setObjectName(f"{fault.key}FaultCheck")
    box.setAccessibleDescription(fault.about)
    box.setToolTip(literal_tip(fault.about))
    return box


def _amount(fault: PracticeFault) -> QSpinBox | None:
    if fault.amount is None:
        return None
    spin = CalmSpin(fault.least, fault.most)
    spin.setValue(fault.amount)
    spin.setFixedWidth(_NUMBER_WIDTH)
    spin.setObjectName(f"{fault.key}FaultAmount")
    spin.setAccessibleName(f"{fault.label}: {fault.amount_label}")
    spin.setToolTip(literal_tip(fault.amount_label))
    return spin

"""A list of which some rows are chosen by a tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ringauth_gui.gui.literal_text import literal_tip

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True)
class TickRow:
    """One row.

    Attributes:
        title: What it is called.
        note: What is to be known of it; in the row's second line.
        is_ticked: Whether it is chosen at first.
        can_be_ticked: Whether it can be chosen at all.
    """

    title: str
    note: str
    is_ticked: bool = True
    can_be_ticked: bool = True


class TickList(QListWidget):
    """Shows rows of plain text, each with a box to tick.

    Signals:
        changed: Others are ticked now.
    """

    changed = Signal()

    def __init__(self, object_name: str, accessible_name: str) -> None:
        """Show no row yet."""
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of the rows that are chosen, from 0."""
        rows = range(self.count())
        return tuple(at for at in rows if self.item(at).checkState() is _CHECKED)

    def show_rows(self, rows: Sequence[TickRow]) -> None:
        """Show ``rows`` in place of those before."""
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                self.addItem(_item(row))
        self.changed.emit()

    def say(self, notes: Sequence[str]) -> None:
        """Show other notes for the first rows; what is ticked stays so."""
        with QSignalBlocker(self):
            for at, note in enumerate(notes):
                title = self.item(at).text().partition("\n")[0]
                _write(self.item(at), title, note)

    def tick_all(self, *, ticked: bool) -> None:
        """Choose every row that can be chosen, or none."""
        with QSignalBlocker(self):
            for at in range(self.count()):
                item = self.item(at)
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    item.setCheckState(_CHECKED if ticked else _UNCHECKED)
        self.viewport().update()
        self.changed.emit()


def _item(row: TickRow) -> QListWidgetItem:
    item = QListWidgetItem()
    _write(item, row.title, row.note)
    if row.can_be_ticked:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_CHECKED if row.is_ticked else _UNCHECKED)
    else:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item


def _write(item: QListWidgetItem, title: str, note: str) -> None:
    item.setText(f"{title}\n{note}")
    item.setToolTip(literal_tip(f"{title}: {note}"))

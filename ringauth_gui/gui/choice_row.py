"""One line of a form that offers a few things, one of which is chosen."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from ringauth_gui.gui.field_row import FieldRow

Choice = TypeVar("Choice")


class CalmCombo(QComboBox):
    """A combo box that a turn of the wheel over the form does not change."""

    def __init__(self) -> None:
        """Be no wider than the line that it stands in."""
        super().__init__()
        # Else the longest item and what is beside it do not fit at 820 pixels.
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()


class ChoiceRow(FieldRow, Generic[Choice]):
    """Offers things by their names.

    Signals:
        changed: Another one was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        combo: CalmCombo,
        offers: Sequence[tuple[str, Choice]],
        beside: Sequence[QWidget] = (),
    ) -> None:
        """Offer texts that stand for values; the first is chosen.

        Args:
            label: With a mnemonic.
            combo: Named and with an accessible name.
            offers: Each text with what it stands for.
            beside: Further widgets in the same line.
        """
        super().__init__(label, combo, beside)
        self._combo = combo
        self._choices = [choice for _text, choice in offers]
        self._combo.addItems([text for text, _choice in offers])
        self._combo.currentIndexChanged.connect(self._on_combo_changed)
        self._combo.view().selectionModel().selectionChanged.connect(
            self._on_list_selection_changed
        )

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choices[self._combo.currentIndex()]

    def choose(self, choice: Choice) -> None:
        """Choose one."""
        self._combo.setCurrentIndex(self._choices.index(choice))

    def _on_list_selection_changed(self, chosen: QItemSelection) -> None:
        # Assistive tools choose in the list without opening it, which Qt overlooks;
        # while it is open, a choice is not made before it closes.
        if chosen.indexes() and not self._combo.view().isVisible():
            self._combo.setCurrentIndex(chosen.indexes()[0].row())

    def _on_combo_changed(self) -> None:
        model, at = self._combo.model(), self._combo.currentIndex()
        self._combo.view().setCurrentIndex(model.index(at, 0))
        self.changed.emit()

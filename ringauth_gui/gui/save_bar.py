"""The buttons below a form: Discard and Save."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class SaveBar(QWidget):
    """Discards or saves what was typed.

    Signals:
        discard_requested: Discard was pressed.
        save_requested: Save was pressed.
    """

    discard_requested = Signal()
    save_requested = Signal()

    def __init__(self) -> None:
        """Start with nothing to discard."""
        super().__init__()
        self._discard = QPushButton(self.tr("&Discard"))
        self._discard.setObjectName("discardProfileButton")
        self._discard.setAccessibleName(self.tr("Discard"))
        self._save = QPushButton(self.tr("&Save"))
        self._save.setObjectName("saveProfileButton")
        self._save.setAccessibleName(self.tr("Save"))
        self._save.setProperty("role", "primary")
        self._lay_out()
        self._discard.clicked.connect(self.discard_requested)
        self._save.clicked.connect(self.save_requested)

    def show_dirty(self, is_dirty: bool) -> None:
        """Let Discard be pressed only when there is something to discard."""
        self._discard.setEnabled(is_dirty)
        self._discard.setToolTip("" if is_dirty else self.tr("Nothing was changed."))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addStretch()
        line.addWidget(self._discard)
        line.addWidget(self._save)

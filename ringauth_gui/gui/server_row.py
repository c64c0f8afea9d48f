"""The line that chooses a profile's server."""

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QComboBox, QLabel

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.storage.profile import ServerKind

_HOSTS = {
    ServerKind.RINGCENTRAL: RINGCENTRAL.host,
    ServerKind.RINGCENTRAL_BIZ: RINGCENTRAL_BIZ.host,
}


class ServerRow(FieldRow):
    """Offers the kinds of servers, and names the host of the one chosen.

    Signals:
        changed: Another kind was chosen.
    """

    changed = Signal()

    def __init__(self, label: str) -> None:
        """Offer every kind; RingCentral is chosen."""
        combo, host = QComboBox(), QLabel()
        combo.setObjectName("serverCombo")
        # Else the longest item and the host do not fit beside each other at 820 pixels.
        combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(label, combo, [host])
        self._combo = combo
        self._host = host
        self._host.setProperty("role", "quiet")
        self._combo.setAccessibleName(self.tr("Server"))
        for text, kind in (
            ("RingCentral", ServerKind.RINGCENTRAL),
            ("RingCentral .biz", ServerKind.RINGCENTRAL_BIZ),
            (self.tr("Practice server"), ServerKind.PRACTICE),
            (self.tr("Other server"), ServerKind.OTHER),
        ):
            self._combo.addItem(text, kind.value)
        self._combo.currentIndexChanged.connect(self._on_combo_changed)
        self._combo.view().selectionModel().selectionChanged.connect(
            self._on_list_selection_changed
        )
        self._on_combo_changed()

    @property
    def kind(self) -> ServerKind:
        """The kind that is chosen."""
        return ServerKind(self._combo.currentData())

    def show_kind(self, kind: ServerKind) -> None:
        """Choose ``kind``."""
        self._combo.setCurrentIndex(self._combo.findData(kind.value))

    def _on_list_selection_changed(self, chosen: QItemSelection) -> None:
        # Assistive tools choose in the list without opening it, which Qt overlooks;
        # while it is open, a choice is not made before it closes.
        if chosen.indexes() and not self._combo.view().isVisible():
            self._combo.setCurrentIndex(chosen.indexes()[0].row())

    def _on_combo_changed(self) -> None:
        model, at = self._combo.model(), self._combo.currentIndex()
        self._combo.view().setCurrentIndex(model.index(at, 0))
        host = _HOSTS.get(self.kind, "")
        self._host.setText(host)
        self._host.setVisible(bool(host))
        self.changed.emit()

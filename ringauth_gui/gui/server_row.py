"""The line that chooses a profile's server."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.storage.profile import ServerKind

_WITH_HOST = 560  # pixels: below that the chosen server would be cut
_HOSTS = {
    ServerKind.RINGCENTRAL: RINGCENTRAL.host,
    ServerKind.RINGCENTRAL_BIZ: RINGCENTRAL_BIZ.host,
}


class ServerRow(ChoiceRow[ServerKind]):
    """Offers the kinds of servers, and names the host of the one chosen."""

    def __init__(self, label: str) -> None:
        """Offer every kind; RingCentral is chosen."""
        combo, host = CalmCombo(), QLabel()
        combo.setObjectName("serverCombo")
        combo.setAccessibleName(self.tr("Server"))
        offers = (
            ("RingCentral", ServerKind.RINGCENTRAL),
            ("RingCentral .biz", ServerKind.RINGCENTRAL_BIZ),
            (self.tr("Practice server"), ServerKind.PRACTICE),
            (self.tr("Other server"), ServerKind.OTHER),
        )
        super().__init__(label, combo, offers, [host])
        self._host = host
        self._host.setProperty("role", "quiet")
        self.changed.connect(self._on_changed)
        self._on_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the host where there is room for both."""
        super().resizeEvent(event)
        self._show_host()

    def _on_changed(self) -> None:
        host = _HOSTS.get(self.choice, "")
        self._host.setText(host)
        self.field.setToolTip(host)
        self._show_host()

    def _show_host(self) -> None:
        has_room = self.width() >= _WITH_HOST
        self._host.setVisible(has_room and bool(self._host.text()))

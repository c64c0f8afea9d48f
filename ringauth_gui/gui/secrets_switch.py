"""The switch that puts secrets into what is to leave the window."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

REVEAL = 30_000  # milliseconds (R24)


class SecretsSwitch(QCheckBox):
    """Switches itself off: after a while, and when its window is not in front (R24)."""

    def __init__(self, object_name: str, reveal: int = REVEAL) -> None:
        """Be off; once on, for ``reveal`` milliseconds at most."""
        super().__init__()
        self.setText(self.tr("&With secrets"))
        self.setObjectName(object_name)
        self.setAccessibleName(self.tr("With secrets"))
        self._reveal = QTimer(self, singleShot=True, interval=reveal)
        self._reveal.timeout.connect(self._switch_off)
        self.toggled.connect(self._on_toggled)

    @override
    def event(self, event: QEvent) -> bool:
        """Switch off when another window is in front."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._switch_off()
        return super().event(event)

    def _switch_off(self) -> None:
        self.setChecked(False)

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self._reveal.start()
        else:
            self._reveal.stop()

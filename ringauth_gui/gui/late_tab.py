"""A tab whose panel is built when somebody first looks at it, or in a quiet moment."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.late import Late

Panel = TypeVar("Panel", bound=QWidget)

# Milliseconds; by then the window is painted and what panels are made of is imported.
# Nobody waits for the panel then, and testers find its controls by their names.
QUIET = 4000


class LateTab(QWidget, Generic[Panel]):
    """Tells its panel what to show, as soon as there is one."""

    def __init__(self) -> None:
        """Build nothing yet."""
        super().__init__()
        self._panel = Late(self._new_panel)
        self._last: dict[str, Callable[[Panel], None]] = {}
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._on_quiet_timeout)
        self._quiet.start()

    def _built(self) -> Panel:
        """Return the panel, connected; what it is made of is imported here."""
        raise NotImplementedError

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Build the panel, and show in it what was told last."""
        super().showEvent(event)
        self._panel()

    def _on_quiet_timeout(self) -> None:
        self._panel()

    def _tell(self, what: str, show: Callable[[Panel], None]) -> None:
        """Have ``show`` done to the panel; of each ``what`` only the last counts."""
        if self._panel.built is None:
            self._last[what] = show
        else:
            show(self._panel.built)

    def _new_panel(self) -> Panel:
        panel = self._built()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        for show in self._last.values():
            show(panel)
        self._last.clear()  # what was told may hold a token
        panel.show()
        return panel

"""A tab whose panel is built when somebody first looks at it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

Panel = TypeVar("Panel", bound=QWidget)


class LateTab(QWidget, Generic[Panel]):
    """Tells its panel what to show, as soon as there is one."""

    def __init__(self) -> None:
        """Build nothing yet."""
        super().__init__()
        self._panel: Panel | None = None
        self._last: dict[str, Callable[[Panel], None]] = {}

    def _built(self) -> Panel:
        """Return the panel, connected; what it is made of is imported here."""
        raise NotImplementedError

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Build the panel, and show in it what was told last."""
        super().showEvent(event)
        self._needed()

    def _needed(self) -> Panel:
        """Return the panel, which is built where there is none."""
        if self._panel is None:
            self._panel = self._built()
            layout = QVBoxLayout(self)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(self._panel)
            for show in self._last.values():
                show(self._panel)
            self._panel.show()
        return self._panel

    def _tell(self, what: str, show: Callable[[Panel], None]) -> None:
        """Have ``show`` done to the panel; of each ``what`` only the last counts."""
        self._last[what] = show
        if self._panel is not None:
            show(self._panel)

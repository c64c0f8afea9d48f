"""The Account tab, whose panel is built when somebody first looks at it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.account_panel import AccountPanel
from ringauth_gui.gui.palette import Palette
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.answer_check import AnswerCheck
from ringauth_gui.ringcentral.identity import CheckResult

Show = Callable[[AccountPanel], None]


class AccountTab(QWidget):
    """Tells its panel what to show, as soon as there is one.

    Signals:
        permission_asked: The name of a permission to ask the server for.
        copy_requested: Rows of the table, as text.
    """

    permission_asked = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, clock: Clock) -> None:
        """Build nothing yet; ``clock`` tells whether a Check was today."""
        super().__init__()
        self._clock = clock
        self._panel: AccountPanel | None = None
        self._last: dict[str, Show] = {}

    def show_check(
        self, result: CheckResult | None, scope: tuple[str, ...] | None = None
    ) -> None:
        """Show what a Check found, as ``AccountPanel.show_check`` does."""
        self._show("check", lambda panel: panel.show_check(result, scope))

    def show_answer_checks(self, checks: tuple[AnswerCheck, ...]) -> None:
        """Show how the answer was checked."""
        self._show("answer checks", lambda panel: panel.show_answer_checks(checks))

    def show_question(
        self, why_not: str | None, *, is_ringcentral: bool = True
    ) -> None:
        """Let a person ask for a permission, or say ``why_not``."""
        self._show(
            "question",
            lambda panel: panel.show_question(why_not, is_ringcentral=is_ringcentral),
        )

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._show("palette", lambda panel: panel.set_palette(palette))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Build the panel, and show in it what was told last."""
        super().showEvent(event)
        if self._panel is None:
            self._panel = self._built()
            for show in self._last.values():
                show(self._panel)
            self._panel.show()

    def _show(self, what: str, show: Show) -> None:
        self._last[what] = show
        if self._panel is not None:
            show(self._panel)

    def _built(self) -> AccountPanel:
        panel = AccountPanel(self._clock)
        panel.permission_asked.connect(self.permission_asked)
        panel.copy_requested.connect(self.copy_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        return panel

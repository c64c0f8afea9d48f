"""The Account tab, whose panel is built when somebody first looks at it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from ringauth_gui.gui.late_tab import LateTab
from ringauth_gui.gui.palette import Palette
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.answer_check import AnswerCheck

if TYPE_CHECKING:
    from ringauth_gui.gui.account_panel import AccountPanel
    from ringauth_gui.ringcentral.identity import CheckResult


class AccountTab(LateTab["AccountPanel"]):
    """Shows what a Check found, as ``AccountPanel`` does.

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

    def show_check(
        self, result: "CheckResult | None", scope: tuple[str, ...] | None = None
    ) -> None:
        """Show what a Check found, as ``AccountPanel.show_check`` does."""
        self._tell("check", lambda panel: panel.show_check(result, scope))

    def show_answer_checks(self, checks: tuple[AnswerCheck, ...]) -> None:
        """Show how the answer was checked."""
        self._tell("answer checks", lambda panel: panel.show_answer_checks(checks))

    def show_question(
        self, why_not: str | None, *, is_ringcentral: bool = True
    ) -> None:
        """Let a person ask for a permission, or say ``why_not``."""
        self._tell(
            "question",
            lambda panel: panel.show_question(why_not, is_ringcentral=is_ringcentral),
        )

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._tell("palette", lambda panel: panel.set_palette(palette))

    @override
    def _built(self) -> "AccountPanel":
        from ringauth_gui.gui.account_panel import AccountPanel

        panel = AccountPanel(self._clock)
        panel.permission_asked.connect(self.permission_asked)
        panel.copy_requested.connect(self.copy_requested)
        return panel

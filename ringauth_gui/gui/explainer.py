"""Opens the Explain screen, for the menu and for the message bar."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ringauth_gui.late import Late
from ringauth_gui.moment import Clock

if TYPE_CHECKING:
    from ringauth_gui.gui.error_context import MessageContext
    from ringauth_gui.gui.explain_dialog import ExplainDialog
    from ringauth_gui.gui.session_state import SessionState


@dataclass(frozen=True)
class InSight:
    """How to know the profile in sight, whose server and redirect URI are named.

    Attributes:
        state: Tells its state; None where there is none.
        clock: Tells the time.
    """

    state: "Callable[[], SessionState | None]"
    clock: Clock

    def context(self, *, is_of_failure: bool = False) -> "MessageContext | None":
        """Return what is known of a code that comes from anywhere.

        Args:
            is_of_failure: Or else from the message of the last failure.
        """
        from ringauth_gui.gui.session_outcomes import context_of
        from ringauth_gui.gui.session_state import Activity

        state = self.state()
        if state is None:
            return None
        failed = state.failed if is_of_failure else None
        return context_of(state, failed or Activity.CHECKING, self.clock())


class Explainer(QObject):
    """Holds one Explain screen, which is built when it is first asked for."""

    def __init__(
        self, window: QWidget, in_sight: InSight, copy: Callable[[str], None]
    ) -> None:
        """Open it above ``window``, about the profile ``in_sight``."""
        super().__init__(window)
        self._window = window
        self._in_sight = in_sight
        self._copy = copy
        self._dialog = Late(self._new_dialog)

    def open(self) -> None:
        """Ask for a code."""
        self._open("", None)

    def look_up(self, codes: str) -> None:
        """Explain ``codes`` that stand somewhere else than in the message in sight."""
        self._open(codes, None)

    def explain(self, codes: str) -> None:
        """Explain the ``codes`` of the message in sight, in its words."""
        self._open(codes, self._in_sight.context(is_of_failure=True))

    def _open(self, text: str, context: "MessageContext | None") -> None:
        self._dialog().open_for(text, context)

    def _new_dialog(self) -> "ExplainDialog":
        from ringauth_gui.gui.explain_dialog import ExplainDialog

        return ExplainDialog(self._window, self._in_sight.context, self._copy)

"""Takes a session's profile out of the keyring before it is deleted, and back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui import session_endings as endings
from ringauth_gui.gui import session_keeping as keeping
from ringauth_gui.gui import session_kept
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import ProvideAuthorizer

if TYPE_CHECKING:
    from ringauth_gui.outcomes import Withdrawn


class SessionRemoval(QObject):
    """Leaves nothing of one session's profile behind.

    Signals:
        withdrawn: The ``Withdrawn``: nothing of the profile is kept any more.
    """

    withdrawn = Signal(object)

    def __init__(self, run: SessionRun, authorizer: ProvideAuthorizer) -> None:
        """Work through ``run``."""
        super().__init__()
        self._run = run
        self._authorizer = authorizer

    def withdraw(self) -> None:
        """End what runs, then take all that is kept out of the keyring (RV-06)."""
        if self._run.may(self._run.state.why_no_removal()):
            self._run.cancel()
            self._run.when_idle(self._start)

    def bring_back(self, then: Callable[[], None] | None = None) -> None:
        """Keep again what was taken out, and show it; afterwards call ``then``."""
        profile = self._run.state.profile
        self._run.when_idle(
            partial(
                self._run.start,
                Activity.SAVING,
                lambda _attempt: session_kept.bring_back(self._authorizer(), profile),
                keeping.after_reading,
            )
        )
        if then is not None:
            self._run.when_idle(then)

    def _start(self) -> None:
        profile = self._run.state.profile
        self._run.start(
            Activity.DELETING,
            lambda attempt: self._authorizer().withdraw(profile, attempt.cancel),
            self._after,
        )

    def _after(self, state: SessionState, withdrawn: "Withdrawn") -> SessionState:
        self._run.when_idle(partial(self.withdrawn.emit, withdrawn))
        return endings.after_withdrawal(state)

"""Ends one profile's session: revoke, sign out, forget (R16)."""

from collections.abc import Callable

from ringauth_gui.gui import session_endings as endings
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.gui.token_use import TokenUse


class SessionEnd:
    """Takes the token of one session away, at the server or only here."""

    def __init__(self, run: SessionRun, tools: SessionTools) -> None:
        """Work through ``run``."""
        self._run = run
        self._authorizer = tools.authorizer
        self._clock = tools.clock
        self._use = TokenUse(run, tools.authorizer)

    def revoke(self) -> None:
        """Revoke at the server and remove here; where it is not told, nothing goes."""
        if self._run.may(self._run.state.why_no_revoke(self._clock())):
            self._use.start(
                Activity.REVOKING,
                lambda authorizer, *given: authorizer.revoke(*given),
                lambda state, ended: endings.after_revoke(state, ended, self._clock()),
            )

    def sign_out(self) -> None:
        """Tell the server where it can be told, and remove the token in every case."""
        self._instead(self._sign_out_now)

    def forget(self) -> None:
        """Remove the tokens from this computer without telling the server."""
        self._instead(self._forget_now)

    def _instead(self, end: Callable[[], None]) -> None:
        """Do ``end`` in place of what runs: its late answer must not count (RV-06)."""
        if self._run.may(self._run.state.why_no_end()):
            self._run.cancel()
            self._run.when_idle(end)

    def _sign_out_now(self) -> None:
        self._use.start(
            Activity.REVOKING,
            lambda authorizer, *given: authorizer.sign_out(*given),
            lambda state, ended: endings.after_revoke(state, ended, self._clock()),
        )

    def _forget_now(self) -> None:
        profile = self._run.state.profile
        self._run.start(
            Activity.SAVING,
            lambda _attempt: self._authorizer().forget(profile),
            endings.after_forget,
        )

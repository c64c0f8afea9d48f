"""What a session does with its token: refresh, revoke, check, ask."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ringauth_gui.gui import session_endings as endings
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui import session_question as question
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer

Outcome = TypeVar("Outcome")


class SessionToken:
    """Uses the token of one session, as its Session says."""

    def __init__(self, run: SessionRun, tools: SessionTools) -> None:
        """Work through ``run``."""
        self._run = run
        self._authorizer = tools.authorizer
        self._clock = tools.clock

    def refresh(self, *, even_if_used_elsewhere: bool) -> None:
        """Refresh it; ask first where another program may use it too."""
        state = self._run.state
        if not self._run.may(state.why_no_refresh(self._clock())):
            return
        if state.is_used_elsewhere and not even_if_used_elsewhere:
            self._run.say(question.USED_ELSEWHERE)
        else:
            self._use(
                Activity.REFRESHING,
                lambda authorizer, *given: authorizer.refresh(*given),
                outcomes.after_refresh,
            )

    def revoke(self, *, even_if_untold: bool) -> None:
        """Revoke the session at the server and remove it here (R16)."""
        why_not = self._run.state.why_no_revoke(self._clock())
        if not (even_if_untold or self._run.may(why_not)):
            return
        self._use(
            Activity.REVOKING,
            lambda authorizer, *given: (
                authorizer.sign_out(*given)
                if even_if_untold
                else authorizer.revoke(*given)
            ),
            lambda state, ended: endings.after_revoke(state, ended, self._clock()),
        )

    def check(self) -> None:
        """Ask the API whose token it is."""
        from ringauth_gui.gui.check_outcomes import after_check

        if self._run.may(self._run.state.why_no_check(self._clock())):
            self._use(
                Activity.CHECKING,
                lambda authorizer, *given: authorizer.check(*given),
                after_check,
            )

    def ask_permission(self, permission: str) -> None:
        """Ask the API whether the user has ``permission``."""
        from ringauth_gui.gui.check_outcomes import after_question

        if self._run.may(self._run.state.why_no_question(self._clock())):
            self._use(
                Activity.ASKING,
                lambda authorizer, *given: authorizer.ask_permission(
                    permission, *given
                ),
                after_question,
            )

    def _use(
        self,
        activity: Activity,
        use_case: Callable[["Authorizer", Profile, Token, threading.Event], Outcome],
        after: Callable[[SessionState, Outcome], SessionState],
    ) -> None:
        profile, token = self._run.state.profile, self._run.state.token
        if token is not None and self._run.may(self._run.state.why_no_token_action()):
            self._run.start(
                activity,
                lambda attempt: use_case(
                    self._authorizer(), profile, token, attempt.cancel
                ),
                after,
            )

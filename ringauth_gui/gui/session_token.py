"""What a session does with its token: refresh, check, ask."""

from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui import session_question as question
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.gui.token_use import TokenUse


class SessionToken:
    """Uses the token of one session, as its Session says."""

    def __init__(self, run: SessionRun, tools: SessionTools) -> None:
        """Work through ``run``."""
        self._run = run
        self._use = TokenUse(run, tools.authorizer)
        self._clock = tools.clock

    def refresh(self, *, even_if_used_elsewhere: bool, by_itself: bool = False) -> None:
        """Refresh it; ask first where another program may use it too.

        When no person asked for it (``by_itself``), one window alone tries.
        """
        state = self._run.state
        if not self._run.may(state.why_no_refresh(self._clock())):
            return
        if state.is_used_elsewhere and not even_if_used_elsewhere:
            self._run.say(question.USED_ELSEWHERE)
        else:
            self._use.start(
                Activity.REFRESHING,
                lambda authorizer, *given: authorizer.refresh(
                    *given, by_itself=by_itself
                ),
                outcomes.after_refresh,
            )

    def check(self) -> None:
        """Ask the API whose token it is."""
        from ringauth_gui.gui.check_outcomes import after_check

        if self._run.may(self._run.state.why_no_check(self._clock())):
            self._use.start(
                Activity.CHECKING,
                lambda authorizer, *given: authorizer.check(*given),
                after_check,
            )

    def ask_permission(self, permission: str) -> None:
        """Ask the API whether the user has ``permission``."""
        from ringauth_gui.gui.check_outcomes import after_question

        if self._run.may(self._run.state.why_no_question(self._clock())):
            self._use.start(
                Activity.ASKING,
                lambda authorizer, *given: authorizer.ask_permission(
                    permission, *given
                ),
                after_question,
            )

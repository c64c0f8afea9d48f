"""What a person answers to the question about another person's sign-in (R27)."""

from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui import session_question as question
from ringauth_gui.gui.session_news import after_dismissal
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.gui.session_tools import ProvideAuthorizer


class SessionAnswers:
    """Adopts or ends the sign-in that is asked about."""

    def __init__(self, run: SessionRun, authorizer: ProvideAuthorizer) -> None:
        """Answer for the session of ``run``."""
        self._run = run
        self._authorizer = authorizer

    def adopt(self) -> None:
        """Keep the token of the other person who signed in."""
        pending, profile = self._run.state.pending, self._run.state.profile
        if pending is not None:
            self._run.start(
                Activity.SAVING,
                lambda _attempt: self._authorizer().adopt(profile, pending.token),
                lambda state, kept: outcomes.after_adoption(state, pending, kept),
            )

    def decline(self) -> None:
        """End the session of the other person who signed in, and keep the old one."""
        pending, profile = self._run.state.pending, self._run.state.profile
        if pending is not None:
            self._run.start(
                Activity.REVOKING,
                lambda attempt: self._authorizer().decline(
                    profile, pending.token, attempt.cancel
                ),
                question.after_decline,
            )

    def dismiss(self) -> None:
        """Take the message away, which answers a question with no."""
        if question.is_asked(self._run.state):
            self._run.when_idle(self.decline)
        else:
            state = self._run.state
            asked = question.open_question(state)
            if asked is None:
                self._run.show(after_dismissal(state))
            else:
                self._run.say(asked)

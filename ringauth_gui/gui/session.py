"""One profile's session: wishes of the window become runs, outcomes become state."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import OperationCancelled, RingAuthError
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui.attempt_runner import ABANDON_AFTER, AttemptRunner
from ringauth_gui.gui.auto_refresh import AutoRefresh
from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_work import keep_secret, read_kept
from ringauth_gui.moment import Clock, Moment
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.outcomes import Revoked

Outcome = TypeVar("Outcome")
ProvideAuthorizer = Callable[[], "Authorizer"]

_log = logging.getLogger(__name__)


class Session(QObject):
    """Holds one profile's state and does one thing at a time for it."""

    state_changed = Signal()

    def __init__(
        self,
        profile: Profile,
        authorizer: ProvideAuthorizer,
        runner: BackgroundRunner,
        clock: Clock,
        clean: Callable[[str], str],
        abandon_after: int = ABANDON_AFTER,
    ) -> None:
        """Work through ``authorizer``, which is only called on worker threads.

        Args:
            profile: Whose session it is.
            authorizer: Returns the use cases; may block.
            runner: Runs work off the GUI thread.
            clock: Tells the time.
            clean: Takes secrets out of what a server said before it is shown (R22).
            abandon_after: Milliseconds that a cancelled run may go on.
        """
        super().__init__()
        self.state = SessionState(profile)
        self._authorizer = authorizer
        self._clock = clock
        self._clean = clean
        self._runner = AttemptRunner(runner, abandon_after)
        self._auto_refresh = AutoRefresh()
        self._runner.progressed.connect(self._on_runner_progressed)
        self._runner.abandoned.connect(self._on_runner_abandoned)

    def open(self) -> None:
        """Read what the keyring holds for this profile."""
        profile = self.state.profile
        if self.state.token is None:
            self._start(
                Activity.RESTORING,
                lambda _attempt: read_kept(self._authorizer(), profile),
                self._show,
            )

    def save(self, profile: Profile, client_secret: str | None) -> None:
        """Take over an edited profile; a new ``client_secret`` goes to the vault."""
        self._show(replace(self.state, profile=profile, opened=False))
        self._start(
            Activity.SAVING,
            lambda _attempt: keep_secret(self._authorizer(), profile, client_secret),
            self._show,
        )

    def update_options(self, profile: Profile) -> None:
        """Take over a profile whose registration is unchanged."""
        self._show(replace(self.state, profile=profile))

    def authorize(self, redirect_uri: str | None = None) -> None:
        """Sign in through the browser, on the first redirect URI or the one given."""
        profile = self.state.profile
        uri = redirect_uri or profile.redirect_uris[0]
        if self.state.activity is None:
            self._show(replace(self.state, redirect_uri=uri))
        self._start(
            Activity.AUTHORIZING,
            lambda attempt: self._authorizer().authorize(profile, uri, attempt),
            lambda outcome: self._show(outcomes.after_sign_in(self.state, outcome)),
        )

    def adopt(self) -> None:
        """Keep the token of the other person who signed in (R27)."""
        pending, profile = self.state.pending, self.state.profile
        if pending is not None:
            self._start(
                Activity.SAVING,
                lambda _attempt: self._authorizer().adopt(profile, pending.token),
                lambda keeping: self._show(
                    outcomes.after_adoption(self.state, pending, keeping)
                ),
            )

    def refresh(self) -> None:
        """Refresh the token."""
        token, profile = self.state.token, self.state.profile
        if token is not None and self.state.why_no_refresh(self._clock()) is None:
            self._start(
                Activity.REFRESHING,
                lambda attempt: self._authorizer().refresh(
                    profile, token, attempt.cancel
                ),
                lambda outcome: self._show(outcomes.after_refresh(self.state, outcome)),
            )

    def revoke(self, *, even_if_untold: bool = False) -> None:
        """Revoke the session at the server and remove it here.

        When the server cannot be told everything stays, unless ``even_if_untold``:
        then it is removed here all the same (sign out, R16).
        """
        token, profile = self.state.token, self.state.profile
        if token is None:
            return

        def end(attempt: Attempt) -> "Revoked":
            authorizer = self._authorizer()
            use_case = authorizer.sign_out if even_if_untold else authorizer.revoke
            return use_case(profile, token, attempt.cancel)

        self._start(
            Activity.REVOKING,
            end,
            lambda outcome: self._show(
                outcomes.after_revoke(self.state, outcome, self._clock())
            ),
        )

    def forget(self) -> None:
        """Remove the tokens from this computer without telling the server."""
        profile = self.state.profile
        self._start(
            Activity.SAVING,
            lambda _attempt: self._authorizer().forget(profile),
            lambda problem: self._show(outcomes.after_forget(self.state, problem)),
        )

    def check(self) -> None:
        """Ask the API whose token it is."""
        token, profile = self.state.token, self.state.profile
        if token is not None:
            self._start(
                Activity.CHECKING,
                lambda attempt: self._authorizer().check(
                    profile, token, attempt.cancel
                ),
                lambda outcome: self._show(outcomes.after_check(self.state, outcome)),
            )

    def authorize_on_next(self) -> None:
        """Sign in on the redirect URI after the one whose port was taken."""
        self.authorize(self.state.next_redirect_uri)

    def repeat(self) -> None:
        """Do once more what failed."""
        if self.state.failed is not None:
            {
                Activity.RESTORING: self.open,
                Activity.AUTHORIZING: self.authorize,
                Activity.REFRESHING: self.refresh,
                Activity.REVOKING: self.revoke,
                Activity.CHECKING: self.check,
                Activity.SAVING: self.open,
            }[self.state.failed]()

    def cancel(self) -> None:
        """End what runs now."""
        self._runner.cancel()

    def use_address(self, untrusted_address: str) -> bool:
        """Offer the address that a browser ended on; True if it was the answer."""
        return self._runner.use_address(untrusted_address)

    def show_message(self, message: Message | None) -> None:
        """Say ``message``, or nothing; an unanswered question is declined by it."""
        self._show(replace(self.state, message=message, pending=None))

    def tick(self, now: Moment) -> None:
        """Refresh by itself where the profile wants it and the time has come."""
        if self._auto_refresh.is_due(self.state, now):
            self.refresh()

    def _start(
        self,
        activity: Activity,
        work: Callable[[Attempt], Outcome],
        on_success: Callable[[Outcome], None],
    ) -> None:
        if self.state.activity is None:
            self._show(replace(self.state, activity=activity, message=None))
            self._runner.start(work, on_success, self._on_failure)

    def _show(self, state: SessionState) -> None:
        if state.message is not None and state.message is not self.state.message:
            state = replace(state, message=state.message.cleaned_by(self._clean))
        self.state = state
        self.state_changed.emit()

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, RingAuthError):
            self._show(outcomes.after_failure(self.state, error, self._clock()))
        else:
            _log.error("Unexpected error in a worker", exc_info=error)
            self._show(outcomes.after_bug(self.state))

    def _on_runner_progressed(self, progress: AuthorizationProgress) -> None:
        since = self.state.waiting_since
        if progress.step is AuthorizationStep.WAITING:
            since = self._clock()
        self._show(replace(self.state, progress=progress, waiting_since=since))

    def _on_runner_abandoned(self) -> None:
        self._on_failure(OperationCancelled())

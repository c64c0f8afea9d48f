"""One profile's session: wishes of the window become runs, outcomes become state."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.attempt import Attempt
from ringauth_gui.gui import session_keeping as keeping
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui import session_question as question
from ringauth_gui.gui.attempt_runner import AttemptRunner
from ringauth_gui.gui.auto_refresh import AutoRefresh
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.gui.session_answers import SessionAnswers
from ringauth_gui.gui.session_end import SECRETS, SessionEnd
from ringauth_gui.gui.session_look import SessionLook
from ringauth_gui.gui.session_removal import SessionRemoval
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_store import SessionStore
from ringauth_gui.gui.session_token import SessionToken
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.moment import Moment
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.oauth.pasted_token import PastedTokens
    from ringauth_gui.outcomes import SignedIn
    from ringauth_gui.sign_out_turn import Reading, TurnEnd
    from ringauth_gui.storage.kept_mark import KeptMark


class Session(QObject):
    """Holds one profile's state and does one thing at a time for it.

    Attributes:
        answers: Answers the question that is open, if one is.
        removal: Takes the profile out of the keyring before it is deleted.
    """

    state_changed = Signal()

    def __init__(self, profile: Profile, tools: SessionTools) -> None:
        """Hold the session of ``profile``."""
        super().__init__()
        self._authorizer = tools.authorizer
        self._clock = tools.clock
        self._attempts = AttemptRunner(tools.runner, tools.patience)
        self._run = SessionRun(SessionState(profile), self._attempts, tools)
        self.answers = SessionAnswers(self._run, tools.authorizer)
        self._store = SessionStore(self._run, tools)
        self._look = SessionLook(self._run, tools)
        self._token = SessionToken(self._run, tools)
        self._end = SessionEnd(self._run, tools)
        self.removal = SessionRemoval(self._run, tools.authorizer)
        self._auto_refresh = AutoRefresh()
        self._run.state_changed.connect(self.state_changed)

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self._run.state

    def open(self) -> None:
        """Read what the keyring holds for this profile."""
        self._store.read()

    def read_again(self, end: Callable[["Reading"], None]) -> None:
        """Read it because a person wishes so; ``end`` is told how that ends."""
        self._store.read_again(end)

    def save(self, profile: Profile, entered: NewSecrets) -> None:
        """Take over an edited profile; a sign-in for another app is cancelled."""
        if self.state.pending is None:
            self.show_message(None)
        self._change_to(profile)
        self._run.when_idle(partial(self._store.keep, profile, entered))

    def take_over(self, profile: Profile) -> None:
        """Take over a profile that was edited elsewhere, and keep nothing anew."""
        before = self.state
        self._change_to(profile)
        if before.opened and not keeping.is_same_kept(before.profile, profile):
            self._run.when_idle(self._store.read)
        if not keeping.is_same_app(before.profile, profile) and before.pending is None:
            self.show_message(keeping.OTHER_APP)

    def update_options(self, profile: Profile) -> None:
        """Take over a profile whose registration is unchanged."""
        self._run.show(replace(self.state, profile=profile))

    def authorize(
        self, redirect_uri: str | None = None, *, even_if_too_many: bool = False
    ) -> None:
        """Sign in through the browser, on the first redirect URI or the one given.

        Where it would be a session too many, that is asked about first, unless
        ``even_if_too_many``.
        """
        if not self._run.may(self.state.why_no_sign_in(self._clock())):
            return
        profile = self.state.profile
        uri = redirect_uri or profile.redirect_uris[0]
        self._run.show(replace(self.state, redirect_uri=uri))

        def work(attempt: Attempt) -> "SignedIn":
            authorizer = self._authorizer()
            if not even_if_too_many:
                authorizer.look_for_room(profile)
            return authorizer.authorize(profile, uri, attempt)

        self._run.start(
            Activity.AUTHORIZING,
            work,
            outcomes.after_sign_in,
        )

    def authorize_anyway(self) -> None:
        """Sign in as tried before, whatever session that may end."""
        self.authorize(self.state.redirect_uri or None, even_if_too_many=True)

    def refresh(self, *, even_if_used_elsewhere: bool = False) -> None:
        """Refresh the token.

        Where another program may use it too, that is asked about first, unless
        ``even_if_used_elsewhere``.
        """
        self._token.refresh(even_if_used_elsewhere=even_if_used_elsewhere)

    def revoke(self) -> None:
        """Revoke at the server and remove here; where it is not told, nothing goes."""
        self._end.revoke()

    def sign_out(self) -> None:
        """Tell the server where it can be told, and remove the token in every case."""
        self._end.sign_out()

    def sign_out_in_turn(
        self, end: Callable[["TurnEnd"], None], *, is_last_try: bool
    ) -> None:
        """Sign out as one of many; ``end`` is told how that ends."""
        self._end.sign_out_in_turn(end, is_last_try=is_last_try)

    def forget(self) -> None:
        """Remove the tokens from this computer without telling the server."""
        self._end.forget()

    def forget_secrets(self, kinds: Collection[SecretKind] = SECRETS) -> None:
        """Remove the client secret, the JWT credential, or both from this computer."""
        self._end.forget_secrets(kinds)

    def check(self) -> None:
        """Ask the API whose token it is."""
        self._token.check()

    def ask_permission(self, permission: str) -> None:
        """Ask the API whether the user has ``permission``."""
        self._token.ask_permission(permission)

    def use_pasted(self, pasted: "PastedTokens") -> None:
        """Keep a token from elsewhere in place of the one that is kept."""
        self._store.use_pasted(pasted)

    def authorize_on_next(self) -> None:
        """Sign in on the redirect URI after the one whose port was taken."""
        self.authorize(self.state.next_redirect_uri)

    def repeat(self) -> None:
        """Do once more what failed."""
        again: dict[Activity, Callable[[], None]] = {
            Activity.AUTHORIZING: self.authorize,
            # Whoever tries again has been asked before the first try.
            Activity.REFRESHING: partial(self.refresh, even_if_used_elsewhere=True),
            Activity.REVOKING: self.revoke,
            Activity.CHECKING: self.check,
            Activity.DELETING: self.removal.withdraw,
        }
        if self.state.failed in again:
            again[self.state.failed]()
        elif self.state.failed is not None and self.state.activity is None:
            self.keep_again()

    def keep_again(self) -> None:
        """Try once more to keep what is in memory, and to read what is kept."""
        if self.state.is_being_opened:  # by a look that nobody asked for, perhaps
            self._run.when_idle(self.keep_again)
        elif self._run.may(self.state.why_busy()):
            self.show_message(question.open_question(self.state))
            self._store.keep_again()

    def remove_damaged(self) -> None:
        """Remove what is damaged of this profile from the keyring."""
        if self._run.may(self.state.why_busy()):
            self._store.remove_damaged()

    def look_for_secret(self) -> None:
        """Find out whether a client secret is kept, where nobody has looked yet."""
        is_unknown = self.state.opened and self.state.stored.client_secret is None
        if is_unknown and self.state.activity is None:
            self._store.look_for_secret()

    def cancel(self) -> None:
        """End what runs now."""
        self._run.cancel()

    def use_address(self, untrusted_address: str) -> bool:
        """Offer the address that a browser ended on; True if it was the answer."""
        return self._attempts.use_address(untrusted_address)

    def show_message(self, message: Message | None) -> None:
        """Say ``message``, or nothing; a question that it hides is asked afterwards."""
        self._run.say(message)

    def notice(self, mark: "KeptMark", *, is_ours: bool) -> None:
        """Show what a window, this one or another, did to what is kept."""
        self._look.notice(mark, is_ours=is_ours)

    def look_at_calls(self) -> None:
        """Show the authentication calls as they are known by now."""
        self._run.look_at_calls()

    def tick(self, now: Moment) -> None:
        """Count by the server's clock where it knows better, refresh when it is time.

        ``now`` tells how far that clock is ahead, where that is known.
        """
        self.look_at_calls()
        self._run.look_at_keyring()
        self._run.compare_clocks(now)
        if not self.state.profile.auto_refresh:
            return
        may = self.state.why_no_refresh(now) is None
        if may and self._auto_refresh.is_due(self.state, now):
            self._token.refresh(even_if_used_elsewhere=False, by_itself=True)

    def _change_to(self, profile: Profile) -> None:
        """Show an edited profile, and end what was begun for another app."""
        is_same_app = keeping.is_same_app(self.state.profile, profile)
        if self.state.pending is not None and not is_same_app:
            self.answers.decline()
        self._run.show(keeping.with_profile(self.state, profile))
        if self.state.activity is Activity.AUTHORIZING and not is_same_app:
            self.cancel()

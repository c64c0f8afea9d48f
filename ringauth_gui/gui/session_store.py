"""What a session reads from the keyring and keeps there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ringauth_gui.attempt import Attempt
from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui import session_keeping as keeping
from ringauth_gui.gui import session_kept
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.oauth.pasted_token import PastedTokens
    from ringauth_gui.sign_out_turn import Reading

AfterReading = Callable[[SessionState, session_kept.Kept], SessionState]


class SessionStore:
    """Reads and keeps for the profile of one session."""

    def __init__(self, run: SessionRun, tools: SessionTools) -> None:
        """Work through ``run``."""
        self._run = run
        self._authorizer = tools.authorizer
        self._clock = tools.clock
        run.outdated.connect(lambda: self.read(keeping.after_late_reading))

    def read(self, after: AfterReading = keeping.after_reading) -> None:
        """Read what is kept; ``after`` makes state of it."""
        self._start(Activity.RESTORING, session_kept.read_kept, after)

    def read_again(self, end: Callable[["Reading"], None]) -> None:
        """Read what is kept; ``end`` is told how that ends, just before it is shown."""
        from ringauth_gui.sign_out_turn import Reading

        profile = self._run.state.profile

        def work(_attempt: Attempt) -> session_kept.Kept | RingAuthError:
            authorizer = self._authorizer()
            authorizer.clients.vault.store.ask_again()
            try:
                return session_kept.read_kept(authorizer, profile)
            except RingAuthError as error:
                return error

        def after(
            state: SessionState, kept: session_kept.Kept | RingAuthError
        ) -> SessionState:
            if isinstance(kept, RingAuthError):
                end(Reading(kept))
                return outcomes.after_failure(state, kept, self._clock())
            end(Reading(elsewhere=kept.elsewhere))
            return keeping.after_reading(state, kept)

        self._run.start(Activity.RESTORING, work, after)

    def keep(self, profile: Profile, entered: NewSecrets) -> None:
        """Keep what was entered, where the profile wants it."""
        self._run.start(
            Activity.SAVING,
            lambda _attempt: session_kept.keep_secrets(
                self._authorizer(), profile, entered
            ),
            keeping.after_reading,
        )

    def keep_again(self) -> None:
        """Try once more to keep what is in memory, and to read what is kept."""
        self._start(Activity.SAVING, session_kept.keep_again)

    def remove_damaged(self) -> None:
        """Remove what is damaged of this profile."""
        self._start(Activity.SAVING, session_kept.remove_damaged)

    def look_for_secret(self) -> None:
        """Find out whether a client secret is kept."""
        profile = self._run.state.profile
        self._run.start(
            Activity.RESTORING,
            lambda _attempt: session_kept.has_kept_secret(self._authorizer(), profile),
            keeping.after_looking,
        )

    def use_pasted(self, pasted: "PastedTokens") -> None:
        """Keep a token from elsewhere in place of the one that is kept."""
        profile = self._run.state.profile
        if self._run.may(self._run.state.why_busy()):
            self._run.start(
                Activity.SAVING,
                lambda _attempt: self._authorizer().use_pasted(profile, pasted),
                outcomes.after_pasting,
            )

    def _start(
        self,
        activity: Activity,
        do: Callable[["Authorizer", Profile], session_kept.Kept],
        after: AfterReading = keeping.after_reading,
    ) -> None:
        profile = self._run.state.profile
        self._run.start(
            activity, lambda _attempt: do(self._authorizer(), profile), after
        )

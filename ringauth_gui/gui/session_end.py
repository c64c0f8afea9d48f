"""Ends one profile's session: revoke, sign out, forget (R16)."""

import threading
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui import session_endings as endings
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.gui.token_use import TokenUse
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.oauth.token import Token
    from ringauth_gui.sign_out_turn import TurnEnd

SECRETS = (SecretKind.CLIENT_SECRET, SecretKind.JWT_CREDENTIAL)


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

    def sign_out_in_turn(
        self, end: Callable[["TurnEnd"], None], *, is_last_try: bool
    ) -> None:
        """Sign out as one of many; ``end`` is told how, just before it is shown."""

        def use_case(
            authorizer: "Authorizer",
            profile: Profile,
            token: "Token",
            cancel: threading.Event,
        ) -> "TurnEnd":
            revocation = authorizer.revocation
            try:
                return revocation.sign_out_in_turn(
                    profile, token, cancel, is_last_try=is_last_try
                )
            except RingAuthError as error:
                return error

        def after(state: SessionState, ended: "TurnEnd") -> SessionState:
            end(ended)
            return endings.after_turn(state, ended, self._clock())

        self._use.start(Activity.REVOKING, use_case, after)

    def forget(self) -> None:
        """Remove the tokens from this computer without telling the server.

        Also where none is in sight: one may have been left behind in the keyring.
        """
        self._instead(self._forget_now, needs_token=False)

    def forget_secrets(self, kinds: Collection[SecretKind]) -> None:
        """Remove the secrets of these ``kinds`` from this computer."""
        profile = self._run.state.profile
        if self._run.may(self._run.state.why_busy()):
            self._run.start(
                Activity.SAVING,
                lambda _attempt: self._authorizer().forget_secrets(profile, kinds),
                endings.after_forgetting_secrets,
            )

    def _instead(self, end: Callable[[], None], *, needs_token: bool = True) -> None:
        """Do ``end`` in place of what runs: its late answer must not count (RV-06)."""
        if self._run.may(self._run.state.why_no_end(needs_token=needs_token)):
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

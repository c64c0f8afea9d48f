"""Everything a window shows of one profile's session; no Qt."""

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringauth_gui.attempt import AuthorizationProgress
from ringauth_gui.caller import caller_of
from ringauth_gui.errors import Refusal
from ringauth_gui.gui.call_words import why_wait
from ringauth_gui.gui.elsewhere import NOTHING_KNOWN, Elsewhere
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.ringcentral.rate_budget import UNUSED, Purpose, RateBudget
from ringauth_gui.server_directory import can_be_checked
from ringauth_gui.storage.profile import Profile, ServerKind

if TYPE_CHECKING:
    from ringauth_gui.oauth.answer_check import AnswerCheck
    from ringauth_gui.oauth.token import Token
    from ringauth_gui.outcomes import SignedIn
    from ringauth_gui.ringcentral.identity import CheckResult

_NO_REFRESH = (
    "No refresh token came. In RingCentral's developer console the app setting “Issue "
    "refresh tokens” is off by default."
)
_NO_REFRESH_BY_JWT = (
    "Authorize again instead: no refresh token comes with a JWT sign-in unless the app "
    "issues them (“Issue refresh tokens” in RingCentral's developer console)."
)


class Activity(enum.Enum):
    """What a session is busy with; the value is the verb that a message needs."""

    RESTORING = "restore"
    SAVING = "save"
    AUTHORIZING = "authorize"
    REFRESHING = "refresh"
    REVOKING = "revoke"
    CHECKING = "check"
    ASKING = "ask"
    DELETING = "delete"


_AT_KEYRING = frozenset((Activity.RESTORING, Activity.SAVING, Activity.DELETING))


_ENDED_BY_SIGN_OUT = frozenset(
    (Activity.REFRESHING, Activity.CHECKING, Activity.ASKING)
)


@dataclass(frozen=True)
class SessionState:
    """One profile's session as it stands.

    Attributes:
        profile: Whose session it is.
        opened: Whether the keyring has been read for it.
        stored: Which secrets are kept for it.
        token: The current token, if any.
        pending: A sign-in by another person, to be confirmed or declined (R27).
        activity: What runs now; None when idle.
        is_slow: Whether that takes so long that it can be cancelled in any case.
        failed: What failed last, to be tried again.
        redirect_uri: The one that the last sign-in used.
        progress: Where a sign-in stands, while one runs.
        waiting_since: When the wait for the browser began.
        message: What the message bar says.
        covered: What it said before the wait for the keyring had to be explained.
        check: What the last Check found.
        answer_checks: How the sign-in's answer was checked.
        keyring_trouble: What of the keyring last failed; empty once it works again.
        calls: The authentication calls that all windows made of late.
        api_calls: The pause that the API asked Check for, if any.
        ended: Why there is no token any more, such as "Revoked 13:52:02".
        elsewhere: What other windows did.
    """

    profile: Profile
    opened: bool = False
    stored: StoredSecrets = NONE_STORED
    token: "Token | None" = None
    pending: "SignedIn | None" = None
    activity: Activity | None = None
    is_slow: bool = False
    failed: Activity | None = None
    redirect_uri: str = ""
    progress: AuthorizationProgress | None = None
    waiting_since: Moment | None = None
    message: Message | None = None
    covered: Message | None = None
    check: "CheckResult | None" = None
    answer_checks: "tuple[AnswerCheck, ...]" = ()
    keyring_trouble: str = ""
    calls: RateBudget = UNUSED
    api_calls: RateBudget = UNUSED
    ended: str = ""
    elsewhere: Elsewhere = NOTHING_KNOWN

    @property
    def is_practice(self) -> bool:
        """Whether the profile signs in to the practice server."""
        return self.profile.server is ServerKind.PRACTICE

    @property
    def counts_calls(self) -> bool:
        """Whether the server is known to allow five authentication calls a minute."""
        return caller_of(self.profile).is_counted

    @property
    def uses_jwt(self) -> bool:
        """Whether the profile signs in with a JWT credential, without a browser."""
        return self.profile.grant_type is GrantType.JWT_BEARER

    @property
    def is_used_elsewhere(self) -> bool:
        """Whether another program may use the token: RingAuth did not obtain it."""
        return self.token is not None and not self.token.obtained_here

    @property
    def is_at_keyring(self) -> bool:
        """Whether the keyring is read or written, which takes moments as a rule."""
        return self.activity in _AT_KEYRING

    @property
    def is_being_opened(self) -> bool:
        """Whether what is kept is known once what runs now has ended."""
        return self.is_at_keyring and self.activity is not Activity.DELETING

    @property
    def can_cancel(self) -> bool:
        """Whether something runs that a person may want to end."""
        return self.activity is not None and (self.is_slow or not self.is_at_keyring)

    @property
    def next_redirect_uri(self) -> str | None:
        """The redirect URI to use when the port of the last one is taken."""
        uris = self.profile.redirect_uris
        others = [uri for uri in uris if uri != self.redirect_uri]
        if self.redirect_uri in uris:
            at = uris.index(self.redirect_uri)
            others = [*uris[at + 1 :], *uris[:at]]
        return others[0] if others else None

    def identity_text(self) -> str:
        """Return the line below the profile's name."""
        if self.uses_jwt and self.activity is Activity.AUTHORIZING:
            return "Signing in with the JWT credential…"
        if self.token is None:
            # Before the keyring was read nobody knows.
            return self.ended or ("Signed out" if self.opened else "")
        identity = None if self.check is None else self.check.identity
        if identity is None:
            owner = self.token.owner_id
            is_other = self.profile.server is ServerKind.OTHER
            who = "Signed in as" if is_other else "Extension ID"
            return f"{who} {owner}" if owner else "Signed in"
        parts = (
            identity.name or identity.email or identity.extension_id,
            identity.extension_number and f"ext. {identity.extension_number}",
            identity.account_id and f"account {identity.account_id}",
        )
        return " · ".join(part for part in parts if part)

    def with_api_pause(self, refusal: Refusal, now: Moment) -> "SessionState":
        """Return the state in which Check waits: an early call prolongs the pause."""
        from ringauth_gui.oauth.error_answer import DEFAULT_PAUSE

        seconds = refusal.retry_after or DEFAULT_PAUSE
        return replace(self, api_calls=self.api_calls.pausing(seconds, now))

    def why_busy(self) -> str | None:
        """Return why nothing can be started now; None when something can."""
        if self.activity is not None:
            return "RingAuth is busy with this profile."
        return None if self.pending is None else "Answer the question above first."

    def why_no_removal(self) -> str | None:
        """Return why the profile cannot be deleted now; what runs is no reason."""
        if self.activity is Activity.DELETING:
            return "It is being deleted."
        return None if self.pending is None else "Answer the question above first."

    def why_no_sign_in(self, now: Moment) -> str | None:
        """Return why Authorize cannot be pressed now; None when it can."""
        purpose = Purpose.ORDINARY if self.uses_jwt else Purpose.SIGN_IN
        return self.why_busy() or self._why_wait(purpose, now)

    def why_no_token_action(self) -> str | None:
        """Return why nothing can be done with a token now; None when it can."""
        if self.token is None:
            return "There is no token. Press Authorize first."
        return self.why_busy()

    def why_no_end(self, *, needs_token: bool = True) -> str | None:
        """Return why neither sign-out nor Forget can be chosen; None when they can.

        What only uses the token may run: it ends in their favour (RV-06).
        """
        if self.activity in _ENDED_BY_SIGN_OUT:
            return None
        return self.why_no_token_action() if needs_token else self.why_busy()

    def why_no_question(self, now: Moment) -> str | None:
        """Return why no permission can be asked for now; None when one can."""
        if self.profile.server is ServerKind.OTHER:
            return "Only RingCentral answers what a user may do."
        return self.why_no_check(now)

    def why_no_check(self, now: Moment) -> str | None:
        """Return why Check cannot be pressed now; None when it can."""
        if not can_be_checked(self.profile):
            return "This server announces no address that says whose a token is."
        # The API counts apart from the authentication calls.
        pause = why_wait(self.api_calls, Purpose.LAST, now, is_counted=False)
        return self.why_no_token_action() or pause

    def why_no_revoke(self, now: Moment) -> str | None:
        """Return why Revoke cannot be pressed now; None when it can."""
        known = self.profile.metadata
        is_other = self.profile.server is ServerKind.OTHER
        if is_other and (known is None or known.revocation_endpoint is None):
            return "This server announces no address where a token can be revoked."
        return self.why_no_token_action() or self._why_wait(Purpose.LAST, now)

    def why_no_refresh(self, now: Moment) -> str | None:
        """Return why Refresh cannot be pressed now; None when it can."""
        if self.token is not None and self.token.refresh_token is None:
            return self._why_no_refresh_token()
        if self.token is not None and self.token.refresh_remaining(now) == 0:
            return "The refresh token is over. Authorize again."
        return self.why_no_token_action() or self._why_wait(Purpose.ORDINARY, now)

    def _why_no_refresh_token(self) -> str:
        if self.is_used_elsewhere:
            return "No refresh token was pasted with the access token."
        if not self.counts_calls:
            return "The server issued no refresh token."
        return _NO_REFRESH_BY_JWT if self.uses_jwt else _NO_REFRESH

    def _why_wait(self, purpose: Purpose, now: Moment) -> str | None:
        """Return why a call has to wait: an early one makes the wait longer."""
        return why_wait(self.calls, purpose, now, is_counted=self.counts_calls)

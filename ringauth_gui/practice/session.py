"""One sign-in of a person with an app, and what becomes of its tokens."""

import enum
import math
import secrets
from dataclasses import dataclass, field

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.grant import Grant, IssuedTokens
from ringauth_gui.practice.refusals import (
    GRANT_EXPIRED,
    GRANT_NOT_FOUND,
    GRANT_REVOKED,
    TOKEN_CORRUPTED,
    TOKEN_EXPIRED,
    TOKEN_NOT_FOUND,
    Refused,
)
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_format import new_token


class Ending(enum.Enum):
    """What a refresh answers after a session was ended; API calls answer OAU-213."""

    REVOKED = "OAU-211"
    NOT_FOUND = "OAU-213"


@dataclass
class _Pair:
    issued_at: float
    access_ends_at: float
    refresh_ends_at: float | None
    access_token: str = field(default_factory=new_token, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    first_used_at: float | None = None

    def __post_init__(self) -> None:
        if self.refresh_ends_at is not None:
            self.refresh_token = new_token()


@dataclass(frozen=True)
class SessionSummary:
    """A session without its secrets.

    Attributes:
        session_id: As the token endpoint told it.
        client_id: The app's.
        extension_id: The person's.
        extension_number: The person's.
        started_at: When the sign-in was.
        access_ends_at: When its access token ends.
        refresh_ends_at: When its refresh token ends; None without one.
    """

    session_id: str
    client_id: str
    extension_id: int
    extension_number: str
    started_at: float
    access_ends_at: float
    refresh_ends_at: float | None


class Session:
    """The tokens of one sign-in; a refresh replaces them, an ending ends all.

    Attributes:
        grant: What the tokens stand for.
        ending: How it was ended; None while it goes on.
    """

    def __init__(self, grant: Grant, behaviour: Behaviour, now: float) -> None:
        self.grant = grant
        self.ending: Ending | None = None
        self._behaviour = behaviour
        self._session_id = secrets.token_urlsafe(16)
        self._endpoint_id = secrets.token_urlsafe(16)
        self._started_at = now
        self._current = self._new_pair(now)
        self._previous_refresh_token: str | None = None
        self._replaced_at: dict[str, float] = {}

    @property
    def _settings(self) -> Settings:
        return self._behaviour.settings

    @property
    def summary(self) -> SessionSummary:
        """The session without its secrets."""
        return SessionSummary(
            session_id=self._session_id,
            client_id=self.grant.app.client_id,
            extension_id=self.grant.person.extension_id,
            extension_number=self.grant.person.extension_number,
            started_at=self._started_at,
            access_ends_at=self._current.access_ends_at,
            refresh_ends_at=self._current.refresh_ends_at,
        )

    def has_access_token(self, untrusted_token: str) -> bool:
        """Whether it is the session's access token, or was until a moment ago."""
        return (
            untrusted_token == self._current.access_token
            or untrusted_token in self._replaced_at
        )

    def has_refresh_token(self, untrusted_token: str) -> bool:
        """Whether it is the session's refresh token or the one before it."""
        return untrusted_token in (
            self._current.refresh_token,
            self._previous_refresh_token,
        )

    def is_alive(self, untrusted_token: str, now: float) -> bool:
        """Whether the token stands for the session, so that it can be revoked."""
        current = self._current
        if untrusted_token in (current.access_token, current.refresh_token):
            return True
        return self.has_refresh_token(untrusted_token) and self._is_in_grace(now)

    def use(self, access_token: str, now: float) -> None:
        """Judge one of the session's access tokens on an API call.

        Raises:
            Refused: OAU-128, OAU-129 or OAU-213.
        """
        if self.ending is not None:
            raise Refused(TOKEN_NOT_FOUND)
        if access_token != self._current.access_token:
            replaced_at = self._replaced_at[access_token]
            is_fresh = now < replaced_at + self._settings.corrupted_period
            raise Refused(TOKEN_CORRUPTED if is_fresh else TOKEN_NOT_FOUND)
        if now >= self._current.access_ends_at:
            raise Refused(TOKEN_EXPIRED)
        if self._current.first_used_at is None:
            self._current.first_used_at = now

    def refresh(self, refresh_token: str, now: float) -> None:
        """Replace the tokens; a repeat with the old one changes nothing.

        Raises:
            Refused: OAU-210, OAU-211 or OAU-213.
        """
        if self.ending is Ending.REVOKED:
            raise Refused(GRANT_REVOKED)
        if self.ending is not None:
            raise Refused(GRANT_NOT_FOUND)
        if refresh_token == self._current.refresh_token:
            ends_at = self._current.refresh_ends_at
            if ends_at is not None and now >= ends_at:
                raise Refused(GRANT_EXPIRED)
            self._replace(now)
        elif not self._is_in_grace(now):
            raise Refused(GRANT_NOT_FOUND)

    def expire_access_token(self, now: float) -> None:
        """Let the access token be over now, as if its time had passed."""
        self._current.access_ends_at = min(self._current.access_ends_at, now)

    def expire_refresh_token(self, now: float) -> None:
        """Let the refresh token be over now, as if its time had passed."""
        ends_at = self._current.refresh_ends_at
        if ends_at is not None:
            self._current.refresh_ends_at = min(ends_at, now)

    def tokens(self, now: float) -> IssuedTokens:
        """The current tokens, with the time that is left to them."""
        current = self._current
        return IssuedTokens(
            grant=self.grant,
            session_id=self._session_id,
            endpoint_id=self._endpoint_id,
            access_token=current.access_token,
            refresh_token=current.refresh_token or "",
            expires_in=_seconds_left(current.access_ends_at, now),
            refresh_token_expires_in=_seconds_left(current.refresh_ends_at or now, now),
        )

    def _is_in_grace(self, now: float) -> bool:
        """Whether the previous refresh token still answers with the new tokens."""
        grace_ends = self._current.issued_at + self._settings.unused_grace
        first_used_at = self._current.first_used_at
        if first_used_at is not None:
            grace_ends = min(grace_ends, first_used_at + self._settings.used_grace)
        return now < grace_ends

    def _replace(self, now: float) -> None:
        period = self._settings.corrupted_period
        self._replaced_at = {
            token: at for token, at in self._replaced_at.items() if now < at + period
        }
        self._replaced_at[self._current.access_token] = now
        self._previous_refresh_token = self._current.refresh_token
        self._current = self._new_pair(now)

    def _new_pair(self, now: float) -> _Pair:
        """Fresh tokens; what the settings say now holds for as long as they live."""
        settings = self._settings
        return _Pair(
            issued_at=now,
            access_ends_at=now + settings.access_token_lifetime,
            refresh_ends_at=(
                now + settings.refresh_token_lifetime
                if self.grant.app.issues_refresh_tokens
                else None
            ),
        )


def _seconds_left(ends_at: float, now: float) -> int:
    return max(0, math.ceil(ends_at - now))

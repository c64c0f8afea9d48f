"""One sign-in of a person with an app, and what becomes of its tokens."""

import secrets
from dataclasses import dataclass, field

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import (
    GRANT_EXPIRED,
    GRANT_NOT_FOUND,
    TOKEN_CORRUPTED,
    TOKEN_EXPIRED,
    TOKEN_NOT_FOUND,
    Refused,
)
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_format import new_token


@dataclass(frozen=True)
class Grant:
    """What a person allowed an app."""

    app: App
    person: Person
    scope: tuple[str, ...]


@dataclass(frozen=True)
class IssuedTokens:
    """What the token endpoint answers with (RFC 6749 section 5.1)."""

    grant: Grant
    session_id: str
    endpoint_id: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int
    refresh_token_expires_in: int


@dataclass
class _Pair:
    issued_at: float
    access_token: str = field(default_factory=new_token, repr=False)
    refresh_token: str = field(default_factory=new_token, repr=False)
    first_used_at: float | None = None


class Session:
    """The tokens of one sign-in; a refresh replaces them, a revocation ends all."""

    def __init__(self, grant: Grant, behaviour: Behaviour, now: float) -> None:
        self.grant = grant
        self._behaviour = behaviour
        self._session_id = secrets.token_urlsafe(16)
        self._endpoint_id = secrets.token_urlsafe(16)
        self._current = _Pair(now)
        self._previous_refresh_token: str | None = None
        self._replaced_at: dict[str, float] = {}

    @property
    def _settings(self) -> Settings:
        return self._behaviour.settings

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
        if access_token != self._current.access_token:
            replaced_at = self._replaced_at[access_token]
            is_fresh = now < replaced_at + self._settings.corrupted_period
            raise Refused(TOKEN_CORRUPTED if is_fresh else TOKEN_NOT_FOUND)
        if now >= self._current.issued_at + self._settings.access_token_lifetime:
            raise Refused(TOKEN_EXPIRED)
        if self._current.first_used_at is None:
            self._current.first_used_at = now

    def refresh(self, refresh_token: str, now: float) -> None:
        """Replace the tokens; a repeat with the old one changes nothing.

        Raises:
            Refused: OAU-210 or OAU-213.
        """
        if refresh_token == self._current.refresh_token:
            if now >= self._current.issued_at + self._settings.refresh_token_lifetime:
                raise Refused(GRANT_EXPIRED)
            self._replace(now)
        elif not self._is_in_grace(now):
            raise Refused(GRANT_NOT_FOUND)

    def tokens(self, now: float) -> IssuedTokens:
        """The current tokens, with the time that is left to them."""
        age = int(now - self._current.issued_at)
        return IssuedTokens(
            grant=self.grant,
            session_id=self._session_id,
            endpoint_id=self._endpoint_id,
            access_token=self._current.access_token,
            refresh_token=self._current.refresh_token,
            expires_in=max(0, self._settings.access_token_lifetime - age),
            refresh_token_expires_in=max(
                0, self._settings.refresh_token_lifetime - age
            ),
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
        self._current = _Pair(now)

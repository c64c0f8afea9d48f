"""One sign-in of a person with an app, and what becomes of its tokens."""

import secrets
from dataclasses import replace

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.grant import Grant, IssuedTokens, SessionLimits
from ringauth_gui.practice.refusals import (
    GRANT_EXPIRED,
    GRANT_NOT_FOUND,
    GRANT_REVOKED,
    TOKEN_CORRUPTED,
    TOKEN_EXPIRED,
    TOKEN_NOT_FOUND,
    Refused,
)
from ringauth_gui.practice.session_summary import Ending, SessionSummary
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_options import TokenOptions
from ringauth_gui.practice.token_pair import TokenPair, new_pair


class Session:
    """The tokens of one sign-in; a refresh replaces them, an ending ends all.

    Attributes:
        grant: What the tokens stand for.
        ending: How it was ended; None while it goes on.
    """

    def __init__(
        self, grant: Grant, options: TokenOptions, behaviour: Behaviour, now: float
    ) -> None:
        self.grant = grant
        self.ending: Ending | None = None
        self._behaviour = behaviour
        self._session_id = secrets.token_urlsafe(16)
        self._endpoint_id = options.endpoint_id or secrets.token_urlsafe(16)
        self._started_at = self._active_at = now
        self._limits = _limits(behaviour.settings, now)
        self._current = self._new_pair(options, now)
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

    @property
    def endpoint_id(self) -> str:
        """The app's instance that the session belongs to."""
        return self._endpoint_id

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

    def is_overdue(self, now: float) -> bool:
        """Whether an administrator's time-out has ended it."""
        limits = self._limits
        if limits.ends_at is not None and now >= limits.ends_at:
            return True
        return (
            limits.idle_timeout is not None
            and now >= self._active_at + limits.idle_timeout
        )

    def is_alive(self, untrusted_token: str, now: float) -> bool:
        """Whether the token stands for the session, so that it can be revoked."""
        current = self._current
        if untrusted_token in (current.access_token, current.refresh_token):
            return True
        return self.has_refresh_token(untrusted_token) and self._is_in_grace(now)

    def is_active(self, untrusted_token: str, now: float) -> bool:
        """Whether the token is one of the current ones and has time left."""
        current = self._current
        if untrusted_token == current.access_token:
            return now < current.access_ends_at
        if untrusted_token == current.refresh_token:
            return now < (current.refresh_ends_at or now)
        return False

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
        self._active_at = now
        if self._current.first_used_at is None:
            self._current.first_used_at = now

    def refresh(self, refresh_token: str, options: TokenOptions, now: float) -> None:
        """Replace the tokens; a repeat with the old one changes nothing.

        Raises:
            Refused: OAU-210, OAU-211 or OAU-213.
        """
        if self.ending is Ending.REVOKED:
            raise Refused(GRANT_REVOKED)
        if self.ending is not None:
            raise Refused(GRANT_NOT_FOUND)
        if refresh_token == self._current.refresh_token:
            self._check_lifetimes(now)
            self._replace(options, now)
        elif not self._is_in_grace(now):
            raise Refused(GRANT_NOT_FOUND)
        self._active_at = now

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
            grant=replace(self.grant, scope=current.scope),
            session_id=self._session_id,
            endpoint_id=self._endpoint_id,
            access_token=current.access_token,
            refresh_token=current.refresh_token or "",
            issued_at=current.issued_at,
            expires_in=_seconds_left(current.access_ends_at, now),
            refresh_token_expires_in=_seconds_left(current.refresh_ends_at or now, now),
            limits=self._limits,
        )

    def _is_in_grace(self, now: float) -> bool:
        """Whether the previous refresh token still answers with the new tokens."""
        return now < self._current.grace_ends_at(self._settings)

    def _check_lifetimes(self, now: float) -> None:
        ends_at = self._current.refresh_ends_at
        if ends_at is not None and now >= ends_at:
            raise Refused(GRANT_EXPIRED)
        has_access = now < self._current.access_ends_at
        if not (has_access or self._settings.refresh_after_access_token):
            raise Refused(GRANT_EXPIRED)

    def _replace(self, options: TokenOptions, now: float) -> None:
        period = self._settings.corrupted_period
        self._replaced_at = {
            token: at for token, at in self._replaced_at.items() if now < at + period
        }
        new = self._new_pair(options, now)
        self._replaced_at[self._current.access_token] = now
        self._previous_refresh_token = self._current.refresh_token
        self._current = new

    def _new_pair(self, options: TokenOptions, now: float) -> TokenPair:
        return new_pair(self.grant, options, self._settings, self._limits, now)


def _limits(settings: Settings, now: float) -> SessionLimits:
    lifetime = settings.session_lifetime
    return SessionLimits(
        ends_at=now + lifetime if lifetime else None,
        idle_timeout=settings.session_idle_timeout or None,
    )


def _seconds_left(ends_at: float, now: float) -> int:
    # Rounded down, so that nobody is promised more than there is.
    return max(0, int(ends_at - now))

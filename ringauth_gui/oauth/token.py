"""The token that a server granted: a frozen value with its lifetimes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ringauth_gui.moment import Moment, anchored, compared, remaining


@dataclass(frozen=True)
class Token:
    """An access token with all that came with it (RFC 6749 section 5.1).

    Attributes:
        access_token: Opaque; RingCentral's holds no expiry.
        token_type: As the server wrote it; always some spelling of ``bearer``.
        issued: When the request was sent that brought the access token.
        expires_in: Lifetime of the access token in seconds; None when unknown.
        refresh_token: None when the server issues none.
        refresh_issued: When the request was sent that brought the refresh token.
        refresh_token_expires_in: Lifetime in seconds; None when unknown.
        scope: The permissions granted, or None when the server named none.
        owner_id: RingCentral's extension ID of the resource owner; at other servers
            the subject of the ID token.
        endpoint_id: RingCentral's ID of the app instance.
        session_id: RingCentral's ID of the session.
        id_token: An OpenID Connect ID token, as it came.
        session_issued: When the request was sent that brought the session's end.
        session_expires_in: Seconds until the session's absolute end; None when the
            server names none.
        session_idle_timeout: Seconds without use that end the session; likewise.
        other: Every other member of the answer, as it came.
        obtained_here: Whether RingAuth obtained it; False for one that was pasted,
            which another program may be using.
    """

    access_token: str = field(repr=False)
    token_type: str
    issued: Moment
    expires_in: int | None = None
    refresh_token: str | None = field(default=None, repr=False)
    refresh_issued: Moment | None = None
    refresh_token_expires_in: int | None = None
    scope: tuple[str, ...] | None = None
    owner_id: str | None = None
    endpoint_id: str | None = None
    session_id: str | None = None
    id_token: str | None = field(default=None, repr=False)
    session_issued: Moment | None = None
    session_expires_in: int | None = None
    session_idle_timeout: int | None = None
    other: Mapping[str, object] = field(default_factory=dict, repr=False)
    obtained_here: bool = True

    def access_remaining(self, now: Moment) -> float | None:
        """Return the seconds left of the access token, None when unknown."""
        return remaining(self.expires_in, self.issued, now)

    def refresh_remaining(self, now: Moment) -> float | None:
        """Return the seconds left of the refresh token, None when unknown or none."""
        if self.refresh_token is None or self.refresh_issued is None:
            return None
        return remaining(self.refresh_token_expires_in, self.refresh_issued, now)

    def session_remaining(self, now: Moment) -> float | None:
        """Return the seconds left of the session, None when the server named no end."""
        if self.session_issued is None:
            return None
        return remaining(self.session_expires_in, self.session_issued, now)

    def session_ends_first(self, now: Moment) -> bool:
        """Return whether the session ends before the access token would."""
        session, access = self.session_remaining(now), self.access_remaining(now)
        return session is not None and access is not None and session < access

    def restored_at(self, now: Moment) -> "Token":
        """Return this token, read from storage at ``now``, on both clocks (R19)."""
        return replace(
            self,
            issued=anchored(self.issued, now),
            refresh_issued=self.refresh_issued and anchored(self.refresh_issued, now),
            session_issued=self.session_issued and anchored(self.session_issued, now),
        )

    def compared_at(self, now: Moment) -> "Token":
        """Return this token as the server's clock tells its age (docs/time.md).

        It is the same object where ``now`` knows nothing better.
        """
        if now.ahead is None:
            return self
        compared_token = replace(
            self,
            issued=compared(self.issued, now),
            refresh_issued=self.refresh_issued and compared(self.refresh_issued, now),
            session_issued=self.session_issued and compared(self.session_issued, now),
        )
        return self if compared_token == self else compared_token

    def refreshed_by(self, answer: "Token") -> "Token":
        """Return ``answer`` completed with what this token keeps over a refresh.

        A refresh answer may leave out the refresh token, the scope, RingCentral's IDs
        and the session's end; what it leaves out stays as it was (RFC 6749 sections
        5.1 and 6).
        """
        token = replace(
            answer,
            scope=answer.scope if answer.scope is not None else self.scope,
            owner_id=answer.owner_id or self.owner_id,
            endpoint_id=answer.endpoint_id or self.endpoint_id,
            session_id=answer.session_id or self.session_id,
            id_token=answer.id_token or self.id_token,
        )
        if answer.session_expires_in is None:
            token = replace(
                token,
                session_issued=self.session_issued,
                session_expires_in=self.session_expires_in,
            )
        if answer.session_idle_timeout is None:
            token = replace(token, session_idle_timeout=self.session_idle_timeout)
        if answer.refresh_token is not None:
            return token
        return replace(
            token,
            refresh_token=self.refresh_token,
            refresh_issued=self.refresh_issued,
            refresh_token_expires_in=self.refresh_token_expires_in,
        )

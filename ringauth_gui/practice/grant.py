"""What a person allowed an app, and the tokens that it was given for it."""

from dataclasses import dataclass, field

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.people import Person


@dataclass(frozen=True)
class Grant:
    """What a person allowed an app.

    Attributes:
        app: The client.
        person: The resource owner.
        scope: The permissions.
        nonce: What the authorization request wants in the ID token.
        signed_in_at: When the person proved who they are.
    """

    app: App
    person: Person
    scope: tuple[str, ...]
    nonce: str | None = field(default=None, repr=False)
    signed_in_at: float = 0.0


@dataclass(frozen=True)
class SessionLimits:
    """What an administrator enforces on a session; None where nothing is.

    Attributes:
        ends_at: The absolute end.
        idle_timeout: Seconds without a sign of life.
    """

    ends_at: float | None = None
    idle_timeout: int | None = None


@dataclass(frozen=True)
class IssuedTokens:
    """What the token endpoint answers with (RFC 6749 section 5.1).

    Attributes:
        grant: What the tokens stand for.
        session_id: The session they belong to.
        endpoint_id: The app's instance.
        access_token: RFC 6749 section 1.4.
        refresh_token: Empty where the app is given none.
        issued_at: When both were issued.
        expires_in: Seconds that the access token has left.
        refresh_token_expires_in: Seconds that the refresh token has left.
        limits: What is enforced on the session.
    """

    grant: Grant
    session_id: str
    endpoint_id: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    issued_at: float
    expires_in: int
    refresh_token_expires_in: int
    limits: SessionLimits = SessionLimits()

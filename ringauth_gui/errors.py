"""Every error that RingAuth raises on purpose."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """What a server's error answer said; its texts are untrusted and already cut.

    Attributes:
        status: The HTTP status.
        error: The OAuth ``error`` member (RFC 6749 section 5.2), if there was one.
        description: ``error_description`` or ``message``, for display as plain text.
        codes: Every RingCentral code found, such as ``OAU-146``, once each; those that
            say more come first.
        request_id: RingCentral's ``RCRequestId`` header.
        retry_after: Seconds to wait, when the server named a time.
        permission: The permission that is missing (``permissionName``).
        parameter: The parameter that is wrong (``parameterName``).
    """

    status: int
    error: str | None = None
    description: str | None = None
    codes: tuple[str, ...] = ()
    request_id: str | None = None
    retry_after: float | None = None
    permission: str | None = None
    parameter: str | None = None


class RingAuthError(Exception):
    """Something stopped RingAuth from doing what it was asked."""


class ConfigurationError(RingAuthError):
    """A field of the profile has a value that cannot be used."""

    def __init__(self, field: str, reason: str) -> None:
        """Name the ``field`` (as in ``client_id``) and the ``reason``, a sentence."""
        super().__init__(reason)
        self.field = field
        self.reason = reason


class CredentialUnusable(ConfigurationError):
    """The profile's JWT credential is missing, has ended, or is no such thing."""

    def __init__(self, reason: str) -> None:
        """Give the ``reason``, a sentence."""
        super().__init__("jwt_credential", reason)


class OperationCancelled(RingAuthError):
    """The person pressed Cancel."""


class AuthorizationError(RingAuthError):
    """The browser part of the sign-in did not succeed."""


class RedirectPortBusy(AuthorizationError):
    """Another program holds the port of the redirect URI."""

    def __init__(self, redirect_uri: str, port: int, program: str | None) -> None:
        """Name the port and, where it can be found out, the program that holds it."""
        super().__init__(f"port {port} is taken")
        self.redirect_uri = redirect_uri
        self.port = port
        self.program = program


class ListenerFailed(AuthorizationError):
    """The loopback interface could not be listened on, for a reason of the system."""


class AuthorizationTimedOut(AuthorizationError):
    """The browser did not come back in time."""


class AuthorizationRefused(AuthorizationError):
    """The authorization server answered with an error (RFC 6749 section 4.1.2.1)."""

    def __init__(self, error: str, description: str | None) -> None:
        """Take the untrusted ``error`` and ``error_description``, already cut."""
        super().__init__(error)
        self.error = error
        self.description = description


class MalformedAuthorizationResponse(AuthorizationError):
    """The browser came back with the right state but without a usable code."""


class IssuerMismatch(AuthorizationError):
    """The answer came from a different authorization server (RFC 9207)."""


class MustWait(RingAuthError):
    """Nothing was sent, because the server may not be asked again yet."""

    def __init__(self, seconds: float) -> None:
        """Take how many ``seconds`` to wait."""
        super().__init__(f"wait {seconds:.0f} s")
        self.seconds = seconds


class CallsUsedUp(MustWait):
    """All authentication calls of this minute are used but the one for Revoke."""


class PauseNotOver(MustWait):
    """The server asked for a pause, and each call in it would start it again."""


class IssuerMissing(IssuerMismatch):
    """The answer names no server, although this one announces that it does."""


class TooManySessions(RingAuthError):
    """A sign-in would be one session too many, as far as this program knows."""

    def __init__(self, count: int) -> None:
        """Take how many sessions are known of."""
        super().__init__(f"{count} sessions are known of")
        self.count = count


class NetworkError(RingAuthError):
    """The server could not be asked, or its answer did not arrive whole."""

    def __init__(self, host: str, reason: str) -> None:
        """Name the ``host`` that was contacted and a short technical ``reason``."""
        super().__init__(f"{host}: {reason}")
        self.host = host
        self.reason = reason


class HostNotFound(NetworkError):
    """The server's name could not be looked up."""


class TlsFailure(NetworkError):
    """The connection was not safe: the certificate or the TLS handshake failed."""


class ServerTooSlow(NetworkError):
    """The server did not answer within the total deadline."""


class AnswerTooLarge(NetworkError):
    """The server's answer is larger than any answer of its kind may be."""


class InvalidServerResponse(RingAuthError):
    """The server answered with something that is not the answer it should give."""

    def __init__(self, reason: str, *, status: int, request_id: str | None) -> None:
        """Take a short ``reason`` that quotes nothing secret."""
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.request_id = request_id


class NotJson(InvalidServerResponse):
    """The answer is not JSON, as when a portal or a proxy answers instead."""


class RedirectedElsewhere(InvalidServerResponse):
    """The server sent the request on to another address, which is never followed."""

    def __init__(self, host: str, *, status: int, request_id: str | None) -> None:
        """Name the ``host`` that the redirect points to, cut and plain."""
        super().__init__(f"redirect to {host}", status=status, request_id=request_id)
        self.host = host


class RequestRefused(RingAuthError):
    """The server refused a request and said why."""

    def __init__(self, refusal: Refusal) -> None:
        """Take what the server said."""
        super().__init__(refusal.error or f"HTTP {refusal.status}")
        self.refusal = refusal


class RateLimited(RequestRefused):
    """Too many calls: the server asks for a pause (HTTP 429)."""


class ServerProblem(RequestRefused):
    """The server has a problem of its own (HTTP 5xx)."""


class TokenRequestRefused(RequestRefused):
    """The token endpoint refused the request (RFC 6749 section 5.2)."""


class ClientRefused(TokenRequestRefused):
    """The client ID, the secret or the way of authentication was refused."""


class GrantNoLongerValid(TokenRequestRefused):
    """The code or refresh token is used up, expired or revoked (invalid_grant)."""


class RevocationRefused(RequestRefused):
    """The revocation endpoint refused the request (RFC 7009 section 2.2.1)."""


class TokenStoreError(RingAuthError):
    """The keyring could not keep or give back a value."""


class ProfileFileError(RingAuthError):
    """The profile file could not be read or written."""


class CredentialsFileError(RingAuthError):
    """A file that was to bring an app's credentials holds none, or cannot be read."""


class HoldsProfiles(CredentialsFileError):
    """A file that was to bring an app's credentials holds profiles instead."""


class OwnerChanged(RingAuthError):
    """A refresh answered with a token of another person, which is never adopted."""


class TriedElsewhere(RingAuthError):
    """Another window tried the refresh by itself just now, and got no new token."""


class SignedOutMeanwhile(RingAuthError):
    """A refresh was answered after the person had signed out; its tokens are not kept.

    Attributes:
        untold: Why the new tokens could not be revoked; None when they are.
    """

    def __init__(self, untold: RingAuthError | None) -> None:
        """Take why the new tokens live on, if they do."""
        super().__init__("signed out meanwhile")
        self.untold = untold

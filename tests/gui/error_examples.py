"""One error of every kind, and a place where it happened."""

import dataclasses
from collections.abc import Callable, Iterator

from ringauth_gui import errors
from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.gui.error_context import Doing, MessageContext

REDIRECT_URI = "http://localhost:27464/callback"
CONTEXT = MessageContext(
    server_name="RingCentral",
    host="platform.ringcentral.com",
    is_practice=False,
    redirect_uri=REDIRECT_URI,
    is_public=False,
    doing="authorize",
    access_left_text="54 min 31 s",
)

_HOST = "platform.ringcentral.com"
_ARGUMENTS: dict[
    type[RingAuthError], Callable[[Callable[..., RingAuthError]], RingAuthError]
] = {
    errors.RedirectedElsewhere: lambda kind: kind(
        "portal.example", status=302, request_id=None
    ),
    errors.InvalidServerResponse: lambda kind: kind(
        "it holds no access token", status=200, request_id=None
    ),
    errors.RequestRefused: lambda kind: kind(
        Refusal(status=400, request_id="7f3c0a62")
    ),
    errors.NetworkError: lambda kind: kind(_HOST, "it refused the connection"),
    errors.TooManySessions: lambda kind: kind(5),
    errors.MustWait: lambda kind: kind(41.3),
    errors.SignedOutMeanwhile: lambda kind: kind(None),
    errors.RedirectPortBusy: lambda kind: kind(REDIRECT_URI, 27464, None),
    errors.AuthorizationRefused: lambda kind: kind("odd_error", None),
    errors.CredentialUnusable: lambda kind: kind("It ended on 2026-11-20."),
    errors.ConfigurationError: lambda kind: kind("client_id", "It is missing."),
    RingAuthError: lambda kind: kind(
        "The keyring is locked. Unlock it, then try again."
    ),
}


def doing_now(doing: Doing) -> MessageContext:
    """Return the place where this was being done."""
    return dataclasses.replace(CONTEXT, doing=doing)


def every_kind(kind: type[RingAuthError] = RingAuthError) -> list[type[RingAuthError]]:
    """Return every subclass of ``kind`` among the errors' own, at any depth."""
    return list(_subclasses(kind))


def example(kind: type[RingAuthError]) -> RingAuthError:
    """Return an error of this kind."""
    made_by = next(base for base in kind.__mro__ if base in _ARGUMENTS)
    return _ARGUMENTS[made_by](kind)


def _subclasses(kind: type[RingAuthError]) -> Iterator[type[RingAuthError]]:
    for subclass in kind.__subclasses__():
        # One defined elsewhere only carries more of what happened.
        if subclass.__module__ == errors.__name__:
            yield subclass
            yield from _subclasses(subclass)

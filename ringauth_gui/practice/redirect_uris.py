"""Which redirect URI an app may be answered on (reference section 2.6)."""

from urllib.parse import urlsplit, urlunsplit

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.refusals import (
    NO_REDIRECT_URI,
    REDIRECT_URI_MISMATCH,
    Refused,
)
from ringauth_gui.practice.settings import Settings

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def registered_redirect_uri(
    app: App, untrusted_redirect_uri: str | None, settings: Settings
) -> str:
    """The redirect URI that the app asked for, or its only one.

    Raises:
        Refused: OAU-109 or OAU-113.
    """
    registered = app.redirect_uris
    if not registered:
        raise Refused(NO_REDIRECT_URI)
    if untrusted_redirect_uri is None:
        if len(registered) == 1 and settings.redirect_uri_may_be_left_out:
            return registered[0]
        raise Refused(REDIRECT_URI_MISMATCH)
    if untrusted_redirect_uri in registered:
        return untrusted_redirect_uri
    if settings.any_loopback_port:
        untrusted = _without_port(untrusted_redirect_uri)
        if untrusted is not None and untrusted in map(_without_port, registered):
            return untrusted_redirect_uri
    raise Refused(REDIRECT_URI_MISMATCH)


def _without_port(untrusted_uri: str) -> str | None:
    """The URI without its port (RFC 8252 section 7.3); None off this computer."""
    try:
        parts = urlsplit(untrusted_uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme != "http" or host not in _LOOPBACK:
        return None
    if untrusted_uri != urlunsplit(parts) or parts.netloc not in _netlocs(host, port):
        return None
    return urlunsplit(parts._replace(netloc=host))


def _netlocs(host: str, port: int | None) -> tuple[str, str]:
    """How host and port are written when nothing else stands beside them."""
    name = f"[{host}]" if ":" in host else host
    return (name, f"{name}:{port}")

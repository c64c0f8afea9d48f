"""The redirect URI of a native app: http on the loopback interface (RFC 8252 7.3)."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.character_name import described_at
from ringauth_gui.oauth.url_parts import split_url

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "::1")
LOWEST_PORT = 1024  # below it, systems ask for an administrator
HIGHEST_PORT = 65535

# A browser rewrites every other path (RFC 3986 section 3.3) before it sends it, so that
# the path received would not be the path registered.
_PATH = re.compile(r"/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
_DOT_SEGMENT = re.compile(r"/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:\[(?P<v6>[^\[\]]*)\]|(?P<name>[^:\[\]]*)):(?P<port>\d+)")


@dataclass(frozen=True)
class RedirectUri:
    """The parts of a redirect URI that was found usable.

    Attributes:
        host: ``localhost``, ``127.0.0.1`` or ``::1``.
        port: From 1024 to 65535.
        path: As written; begins with a slash.
        authority: Host and port as a browser writes them in ``Host``.
    """

    host: str
    port: int
    path: str
    authority: str


def redirect_uri_parts(redirect_uri: str) -> RedirectUri:
    """Return the parts of ``redirect_uri``, whose exact text stays what counts.

    Raises:
        ConfigurationError: With the reason, when it is not http on the loopback
            interface with a port of its own.
    """
    _check_characters(redirect_uri)
    parts = _split(redirect_uri)
    host, port = _authority(parts.netloc)
    _check_path(parts, redirect_uri)
    written_host = f"[{host}]" if ":" in host else host
    return RedirectUri(host, port, parts.path, f"{written_host}:{port}")


def _refused(reason: str) -> ConfigurationError:
    return ConfigurationError("redirect_uri", reason)


def _check_characters(redirect_uri: str) -> None:
    for at, character in enumerate(redirect_uri):
        if not "!" <= character <= "~" or character == "\\":
            found = described_at(redirect_uri, at)
            raise _refused(f"The redirect URI may not hold {found}.")


def _split(redirect_uri: str) -> SplitResult:
    try:
        parts = split_url(redirect_uri)
    except ValueError as error:
        raise _refused("The redirect URI is not an address.") from error
    if parts.scheme != "http" or not parts.netloc:
        raise _refused("The redirect URI must begin with http://.")
    if "@" in parts.netloc:
        raise _refused("The redirect URI may not hold a user name.")
    return parts


def _authority(authority: str) -> tuple[str, int]:
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        raise _refused(
            "The redirect URI must name a host and a port, as in http://localhost:27464/."
        )
    host = (match["v6"] or match["name"] or "").lower()
    if host not in LOOPBACK_HOSTS or (host == "::1") != (match["v6"] is not None):
        raise _refused(
            "The redirect URI must be on this computer: localhost, 127.0.0.1 or [::1]."
        )
    return host, _port(match["port"])


def _port(digits: str) -> int:
    # More digits than a port has are not converted: int() of thousands is an error.
    port = int(digits) if len(digits) <= len(str(HIGHEST_PORT)) else HIGHEST_PORT + 1
    if port < LOWEST_PORT:
        raise _refused(
            f"Port {port} is too low: ports below {LOWEST_PORT} are the system's own."
        )
    if port > HIGHEST_PORT:
        raise _refused(f"The highest port is {HIGHEST_PORT}.")
    return port


def _check_path(parts: SplitResult, redirect_uri: str) -> None:
    if "?" in redirect_uri or "#" in redirect_uri:
        raise _refused("The redirect URI may not hold a query (?) or a fragment (#).")
    if not parts.path:
        raise _refused("The redirect URI must have a path; a slash at its end will do.")
    if not _PATH.fullmatch(parts.path) or _DOT_SEGMENT.search(parts.path):
        raise _refused("A browser would rewrite the path of the redirect URI.")

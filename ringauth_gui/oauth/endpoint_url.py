"""The one URL parser: what it returns is shown, stored and contacted (R8)."""

import re
from urllib.parse import SplitResult, parse_qsl

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.character_name import described_at
from ringauth_gui.oauth.host_name import UnusableHost, checked_host, is_loopback
from ringauth_gui.oauth.url_parts import split_url

MAX_LENGTH = 2048
_DEFAULT_PORTS = {"http": 80, "https": 443}
# Everything but what RFC 3986 allows in an address; the fragment is refused by name
_FOREIGN = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@/?%\[\]-]")
_SCHEMES = tuple(f"{scheme}:" for scheme in _DEFAULT_PORTS)
_ESCAPE = re.compile("%(..?)?", re.DOTALL)
_UNRESERVED = re.compile("[A-Za-z0-9._~-]")
_AUTHORITY = re.compile(r"(\[[^\[\]]*:[^\[\]]*\]|[^\[\]:]*)(:[0-9]*)?")
# What an authorization request adds itself (RFC 6749 section 4.1.1, RFC 7636, OpenID)
_OUR_PARAMETERS = frozenset(
    {
        "client_id",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "redirect_uri",
        "response_type",
        "state",
    }
)


def endpoint_url(text: str, field: str) -> str:
    """Return the endpoint that ``text`` names, in its one normal form.

    Args:
        text: As typed or read; blanks around it do not count.
        field: The field that is named when the text cannot be used.

    Raises:
        ConfigurationError: It is no https address that RingAuth may contact; plain
            http is for this computer alone.
    """
    parts = _split(text.strip(" \t\r\n"), field)
    path = _normal_escapes(parts.path, field) or "/"
    query = _normal_escapes(parts.query, field)
    if {".", ".."} & set(path.split("/")):
        raise ConfigurationError(field, "The address must not hold “.” or “..” steps.")
    return _origin(parts, field) + path + (f"?{query}" if query else "")


def server_address(text: str, field: str) -> str:
    """Return the address of the server that ``text`` names, without a final slash.

    A person may leave out the scheme, which then is https.

    Raises:
        ConfigurationError: As for ``endpoint_url``; or a query follows.
    """
    typed = text.strip(" \t\r\n")
    # A scheme whose slashes are missing is not the name of a server.
    if "://" not in typed and not typed.lower().startswith(_SCHEMES):
        _check_characters(typed, field)  # each is told by its place in what was typed
        typed = f"https://{typed}"
    url = endpoint_url(typed, field)
    if "?" in url:
        raise ConfigurationError(
            field, "A server's address has no query: leave out everything from the “?”."
        )
    return url.rstrip("/")


def authorization_endpoint_url(text: str, field: str) -> str:
    """Return the authorization endpoint; its own query is kept (RFC 6749 3.1).

    Raises:
        ConfigurationError: As for ``endpoint_url``; or its query already holds what
            every authorization request adds.
    """
    url = endpoint_url(text, field)
    for name, _ in parse_qsl(split_url(url).query, keep_blank_values=True):
        if name in _OUR_PARAMETERS:
            raise ConfigurationError(
                field,
                f"The address must not hold “{name}”; RingAuth adds it itself.",
            )
    return url


def _split(text: str, field: str) -> SplitResult:
    _check_characters(text, field)
    try:
        parts = split_url(text)
    except ValueError:
        raise ConfigurationError(field, "The address cannot be read.") from None
    if parts.scheme not in _DEFAULT_PORTS or not text[len(parts.scheme) :].startswith(
        "://"
    ):
        raise ConfigurationError(field, "The address must begin with https://.")
    if "@" in parts.netloc:
        raise ConfigurationError(
            field, "The address must not hold a user name or a password."
        )
    if not _AUTHORITY.fullmatch(parts.netloc):
        raise ConfigurationError(field, "The server's name or port is not valid.")
    if {"[", "]"} & set(parts.path + parts.query):
        raise ConfigurationError(
            field, "The address must not hold brackets after the server's name."
        )
    return parts


def _check_characters(text: str, field: str) -> None:
    if len(text) > MAX_LENGTH:  # first: what follows takes its time with long texts
        raise ConfigurationError(
            field,
            f"The address has {len(text)} characters;"
            f" more than {MAX_LENGTH} cannot be right.",
        )
    if "#" in text:
        raise ConfigurationError(field, "The address must not hold a fragment (#).")
    found = _FOREIGN.search(text)
    if found is None:
        return
    if found.group().isalnum():  # perhaps a look-alike: its host says so better
        _refuse_foreign_host(text, field)
    raise ConfigurationError(
        field,
        f"The address holds {described_at(text, found.start())},"
        " which no address may hold.",
    )


def _refuse_foreign_host(text: str, field: str) -> None:
    authority = text.partition("://")[2] or text
    host = re.split("[/?]", authority)[0].rpartition("@")[2].partition(":")[0]
    try:
        checked_host(host)
    except UnusableHost as error:
        raise ConfigurationError(field, str(error)) from None


def _origin(parts: SplitResult, field: str) -> str:
    try:
        host = checked_host(parts.hostname or "")
        port = parts.port
    except UnusableHost as error:
        raise ConfigurationError(field, str(error)) from None
    except ValueError:
        port = 0
    if port == 0:
        raise ConfigurationError(field, "The port must be a number from 1 to 65535.")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            field,
            "The address must begin with https://; http:// is for this computer only.",
        )
    authority = f"[{host}]" if ":" in host else host
    if port is None or port == _DEFAULT_PORTS[parts.scheme]:
        return f"{parts.scheme}://{authority}"
    return f"{parts.scheme}://{authority}:{port}"


def _normal_escapes(text: str, field: str) -> str:
    def normal(escape: re.Match[str]) -> str:
        digits = escape.group(1) or ""
        if not re.fullmatch("[0-9A-Fa-f]{2}", digits):
            raise ConfigurationError(
                field, "The address holds a % that no two hexadecimal digits follow."
            )
        character = chr(int(digits, 16))
        if _UNRESERVED.fullmatch(character):  # RFC 3986 section 6.2.2.2
            return character
        return f"%{digits.upper()}"

    return _ESCAPE.sub(normal, text)

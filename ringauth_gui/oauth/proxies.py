"""The proxy that the environment names for a request, taken on purpose (R9)."""

from collections.abc import Mapping
from urllib.parse import unquote

from ringauth_gui.errors import NetworkError
from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.url_parts import split_url

_VARIABLES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")


def proxy_for(url: str, environ: Mapping[str, str]) -> str | None:
    """Return the proxy for ``url``, with its credentials, or None for none.

    Plain http is for this computer only, and this computer never needs a proxy.

    Raises:
        NetworkError: The environment names a proxy that cannot be used.
    """
    parts = split_url(url)
    host = parts.hostname or ""
    variable = next((name for name in _VARIABLES if environ.get(name)), None)
    if variable is None or parts.scheme != "https" or is_loopback(host):
        return None
    exceptions = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    if any(_covers(name, host, parts.port or 443) for name in exceptions.split(",")):
        return None
    address = environ[variable]
    if "://" not in address:
        address = f"http://{address}"
    if not _is_usable(address):
        raise NetworkError(
            host,
            f"the proxy named by {variable} cannot be used;"
            " it must look like http://proxy.example.com:8080",
        )
    return address


def _covers(exception: str, host: str, port: int) -> bool:
    """Whether ``*``, a domain or a host, perhaps with a port, means this server."""
    name, _, only_port = exception.strip().lower().partition(":")
    domain = name.removeprefix("*").removeprefix(".")
    if only_port and only_port != str(port):
        return False
    return name == "*" or (bool(domain) and f".{host}".endswith(f".{domain}"))


def _is_usable(address: str) -> bool:
    try:
        parts = split_url(address)
        # HTTP Basic, as the library writes it, has no other characters.
        unquote(parts.netloc.rpartition("@")[0]).encode("latin-1")
        return parts.scheme in {"http", "https"} and bool(parts.hostname and parts.port)
    except ValueError:
        return False

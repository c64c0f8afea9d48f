"""The address of an endpoint, as typed, pasted or read (R8, IN-05 to IN-08, IN-14)."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import (
    authorization_endpoint_url,
    endpoint_url,
    server_address,
)
from tests.fuzz.shown_text import assert_fit_to_show

_OURS = (
    *("state", "redirect_uri", "client_id", "response_type", "nonce"),
    *("code_challenge", "code_challenge_method"),
)
# What docs/addresses.md names; the IPv4 ones also at the end of an IPv6 address
_METADATA_IPV4 = {"100.100.100.200", "168.63.129.16", "192.0.0.192"}
_METADATA = {
    *("fd00:ec2::254", "fd20:ce::254", "metadata.goog", "metadata.google.internal"),
    *_METADATA_IPV4,
}
_IPV4_AT_THE_END = (
    *("0000:0000:0000:0000:0000:0000:", "0000:0000:0000:0000:0000:ffff:"),
    *("0000:0000:0000:0000:ffff:0000:", "0064:ff9b:0000:0000:0000:0000:"),
    "0064:ff9b:0001:",
)
_NORMAL = re.compile(
    r"https?://(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(:[1-9][0-9]{0,4})?"
    r"(?P<rest>[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)"
)
_FIELD = "token_endpoint"


def check(data: bytes) -> None:
    """Look that what is accepted is the address that is contacted, and no other."""
    text = data.decode("utf-8", "surrogateescape")
    url = _accepted(endpoint_url, text)
    if url is not None:
        _look_at(url)
        assert "@" not in re.split("[/?]", text.partition("://")[2])[0]
    address = _accepted(server_address, text)
    if address is not None:
        assert _accepted(server_address, address) == address
        assert _accepted(endpoint_url, f"{address}/x") == f"{address}/x"
    authorization = _accepted(authorization_endpoint_url, text)
    assert authorization in {url, None}
    if authorization is not None:
        query = authorization.partition("?")[2]
        names = [each.partition("=")[0] for each in query.split("&")]
        assert not set(names) & set(_OURS)


def _accepted(read: Callable[[str, str], str], text: str) -> str | None:
    try:
        return read(text, _FIELD)
    except ConfigurationError as error:
        assert error.field == _FIELD  # noqa: PT017 - either may happen
        assert_fit_to_show(error.reason)
        return None


def _look_at(url: str) -> None:
    assert endpoint_url(url, _FIELD) == url
    found = _NORMAL.fullmatch(url)
    assert found is not None
    assert requests.Request("GET", url).prepare().url == url
    assert urlsplit(url).username is None
    host = found["host"].strip("[]")
    assert url.startswith("https://") or _is_here(host)
    assert not _is_forbidden(host)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_forbidden(host: str) -> bool:
    if host in _METADATA:
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if address.is_loopback:
        return False
    if address.exploded.startswith(_IPV4_AT_THE_END):
        inner = str(ip_address(address.packed[-4:]))
        return inner in _METADATA_IPV4 or inner.startswith(("169.254.", "0."))
    return address.is_link_local or address.is_unspecified or address.is_multicast

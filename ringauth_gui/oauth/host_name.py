"""The host of an address: its one form, and the hosts that are never contacted."""

import ipaddress
import re

_LABEL = re.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_MAX_LENGTH = 253
# The system's resolver reads these as IPv4 addresses in disguise, such as 0x7f.1
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")
# Where clouds hand out credentials to whoever asks from inside
_METADATA = frozenset({"fd00:ec2::254", "100.100.100.200", "metadata.google.internal"})


class UnusableHost(ValueError):
    """A host that cannot or must not be contacted; its text is a sentence."""


def checked_host(untrusted_host: str) -> str:
    """Return the host in lower case, an IPv6 address without brackets.

    Raises:
        UnusableHost: It is no ASCII host name, or is a link-local, a cloud's metadata
            or another address that no authorization server has.
    """
    if not untrusted_host:
        raise UnusableHost("The address names no server.")
    if not untrusted_host.isascii():
        raise UnusableHost(_look_alike(untrusted_host))
    host = untrusted_host.lower()
    if ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]):
        host = _checked_ip(host)
    elif len(host) > _MAX_LENGTH or not all(map(_LABEL.fullmatch, host.split("."))):
        raise UnusableHost("The server's name is not a valid host name.")
    if host in _METADATA:
        raise UnusableHost("This address belongs to a cloud's metadata, not a server.")
    return host


def is_loopback(host: str) -> bool:
    """Whether ``host``, already checked, is this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked_ip(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise UnusableHost("The server's IP address is not valid.") from None
    if "%" in host:
        raise UnusableHost("The server's IP address must not name an interface.")
    inner = getattr(address, "ipv4_mapped", None) or address
    if inner.is_link_local:
        raise UnusableHost("A link-local address cannot be a server's address.")
    if inner.is_unspecified or inner.is_multicast:
        raise UnusableHost("This IP address does not belong to one server.")
    return str(inner)


def _look_alike(host: str) -> str:
    try:
        ascii_form = host.encode("idna").decode("ascii")
    except UnicodeError:
        return "The server's name holds letters that are not plain ASCII."
    return (
        "The server's name holds letters that are not plain ASCII;"
        f" its real name is {ascii_form}."
    )

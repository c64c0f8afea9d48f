"""The host of an address: its one form, and the hosts that are never contacted."""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator

_LABEL = re.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_MAX_LENGTH = 253
# The system's resolver reads these as IPv4 addresses in disguise, such as 0x7f.1
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")
# Where clouds hand out credentials to whoever asks from inside, besides link-local ones
_METADATA = frozenset(
    {
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "fd00:ec2::254",
        "fd20:ce::254",
        "metadata.goog",
        "metadata.google.internal",
    }
)
# A gateway sends what goes there to the IPv4 address in the last 32 bits: the
# compatible and the translated form, NAT64 (RFC 6052), NAT64 of one's own (RFC 8215)
_IPV4_AT_THE_END = tuple(
    map(
        ipaddress.IPv6Network,
        ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48"),
    )
)
_THIS_NETWORK = ipaddress.IPv4Network("0.0.0.0/8")
_LAST_32_BITS = 0xFFFF_FFFF

_IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


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
    elif not _is_name(host):
        raise UnusableHost("The server's name is not a valid host name.")
    _refuse_metadata(host)
    return host


def is_loopback(host: str) -> bool:
    """Whether ``host``, already checked, is this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_name(host: str) -> bool:
    return len(host) <= _MAX_LENGTH and all(map(_LABEL.fullmatch, host.split(".")))


def _checked_ip(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise UnusableHost("The server's IP address is not valid.") from None
    if "%" in host:
        raise UnusableHost("The server's IP address must not name an interface.")
    for each in _reached(address):
        _refuse_address(each)
    return str(getattr(address, "ipv4_mapped", None) or address)


def _reached(address: _IpAddress) -> Iterator[_IpAddress]:
    """Yield ``address``, and the IPv4 addresses that it may stand for."""
    yield address
    if isinstance(address, ipaddress.IPv4Address) or address.is_loopback:
        return
    inner = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    yield from (each for each in inner if each is not None)
    if any(address in network for network in _IPV4_AT_THE_END):
        yield ipaddress.IPv4Address(int(address) & _LAST_32_BITS)


def _refuse_address(address: _IpAddress) -> None:
    if address.is_link_local:
        raise UnusableHost("A link-local address cannot be a server's address.")
    _refuse_metadata(str(address))
    is_nobodys = address.is_unspecified or address.is_multicast
    if isinstance(address, ipaddress.IPv4Address):
        is_nobodys |= address.is_reserved or address in _THIS_NETWORK
    if is_nobodys:
        raise UnusableHost("This IP address does not belong to one server.")


def _refuse_metadata(host: str) -> None:
    if host in _METADATA:
        raise UnusableHost("This address belongs to a cloud's metadata, not a server.")


def _look_alike(host: str) -> str:
    real = _real_name(host)
    named = f"; its real name is {real}" if real else ""
    return f"The server's name holds letters that are not plain ASCII{named}."


def _real_name(host: str) -> str:
    """Return the name that is looked up for ``host``; empty where that is in doubt.

    The letters that IDNA 2003 takes for others, such as "ß" for "ss", are letters of
    their own to browsers (RFC 5894 section 7.2).
    """
    if len(host) > _MAX_LENGTH:
        return ""
    try:
        real = host.encode("idna").decode("ascii").lower()
        same = real.encode("ascii").decode("idna")
    except UnicodeError:
        return ""
    is_sure = same == unicodedata.normalize("NFKC", host.lower())
    # The codec lets signs and controls of ASCII through, which no real name has.
    return real if is_sure and _is_name(real) else ""

"""The listening sockets of a redirect URI, on the loopback interface alone (R1, R2)."""

import errno
import socket
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ringauth_gui.errors import ListenerFailed, RedirectPortBusy
from ringauth_gui.oauth.port_owner import program_listening_on
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts

NewSocket = Callable[[socket.AddressFamily], socket.socket]

# Literals, so that no name is ever looked up: a dead resolver must not matter.
_IPV4 = (socket.AF_INET, "127.0.0.1")
_IPV6 = (socket.AF_INET6, "::1")
_ADDRESSES: Mapping[str, tuple[tuple[socket.AddressFamily, str], ...]] = (
    MappingProxyType(
        {"127.0.0.1": (_IPV4,), "::1": (_IPV6,), "localhost": (_IPV4, _IPV6)}
    )
)
_TAKEN = frozenset({errno.EADDRINUSE, errno.EACCES})  # Windows: EACCES when exclusive
_NO_SUCH_FAMILY = frozenset({errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL})
_BACKLOG = 1024  # systems take less where they have less

# Windows: nobody else may bind the port. Elsewhere nobody can while we listen, and
# SO_REUSEADDR only lets the next attempt follow at once on closed connections.
_EXCLUSIVE: int = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)


def listen(
    redirect_uri: str, new_socket: NewSocket = socket.socket
) -> tuple[socket.socket, ...]:
    """Return sockets that listen on every address the redirect URI can mean.

    ``localhost`` means both loopback addresses, or 127.0.0.1 alone where the machine
    has no IPv6; a browser may try either, so neither may be left to others.

    Raises:
        RedirectPortBusy: Another program holds the port on one of them.
        ListenerFailed: The system refuses for another reason.
    """
    parts = redirect_uri_parts(redirect_uri)
    addresses = _ADDRESSES[parts.host]
    sockets: list[socket.socket] = []
    try:
        for family, address in addresses:
            try:
                sockets.append(_listener(new_socket, family, (address, parts.port)))
            except OSError as error:
                if not (sockets and error.errno in _NO_SUCH_FAMILY):
                    raise
    except OSError as error:
        for listener in sockets:
            listener.close()
        if error.errno in _TAKEN:
            program = program_listening_on(parts.port)
            raise RedirectPortBusy(redirect_uri, parts.port, program) from error
        raise ListenerFailed(error.strerror or type(error).__name__) from error
    return tuple(sockets)


def _listener(
    new_socket: NewSocket, family: socket.AddressFamily, address: tuple[str, int]
) -> socket.socket:
    listener = new_socket(family)
    try:
        listener.setsockopt(socket.SOL_SOCKET, _EXCLUSIVE, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener

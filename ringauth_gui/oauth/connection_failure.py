"""What went wrong on the way to a server and back, in short plain words."""

import errno
import http.client
import re
import socket
import ssl
from collections.abc import Callable

from urllib3.exceptions import DecodeError, ProtocolError, ProxyError

from ringauth_gui.errors import (
    AnswerTooLarge,
    HostNotFound,
    NetworkError,
    ServerTooSlow,
    TlsFailure,
)
from ringauth_gui.oauth.bounded_response import MAX_WIRE_BYTES, AnswerTooLong

# OpenSSL's numbers for what may be wrong with a certificate (X509_V_ERR_...)
_CERTIFICATE_PROBLEMS = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is self-signed",
    19: "its certificate comes from an unknown issuer",
    20: "its certificate comes from an unknown issuer",
    23: "its certificate was revoked",
    62: "its certificate is for another host name",
    64: "its certificate is for another address",
}
_CUT_OFF = "the connection was cut off before the whole answer came"
_BROKEN_OFF = "the encrypted connection was broken off"
_UNREADABLE = "its answer is not readable HTTP"


def _certificate_problem(error: BaseException) -> str:
    number = getattr(error, "verify_code", 0)
    return _CERTIFICATE_PROBLEMS.get(number, "its certificate is not trusted")


def _handshake_problem(error: BaseException) -> str:
    reason = getattr(error, "reason", None)
    return f"the TLS handshake failed ({reason})" if reason else "TLS failed"


# The first kind that stands anywhere in the chain of causes decides.
_KINDS: tuple[
    tuple[
        type[BaseException],
        type[NetworkError],
        str | Callable[[BaseException], str],
    ],
    ...,
] = (
    (ssl.SSLCertVerificationError, TlsFailure, _certificate_problem),
    (ssl.SSLEOFError, NetworkError, _CUT_OFF),
    (ssl.SSLZeroReturnError, NetworkError, _CUT_OFF),
    (ssl.SSLError, TlsFailure, _handshake_problem),
    (socket.gaierror, HostNotFound, "its name could not be looked up"),
    (TimeoutError, ServerTooSlow, "it did not answer in time"),
    (ConnectionRefusedError, NetworkError, "it refused the connection"),
    (ConnectionError, NetworkError, _CUT_OFF),
    (AnswerTooLong, AnswerTooLarge, f"more than {MAX_WIRE_BYTES} bytes in all"),
    (http.client.IncompleteRead, NetworkError, _CUT_OFF),
    (http.client.HTTPException, NetworkError, _UNREADABLE),
    (DecodeError, NetworkError, "the compression of its answer is damaged"),
    (ProtocolError, NetworkError, _CUT_OFF),
)


def network_error(
    host: str, error: Exception, *, is_connected: bool = False
) -> NetworkError:
    """Return what the foreign ``error`` means; its own text is not quoted.

    The libraries' texts hold whole addresses, a proxy's password among them.

    Args:
        host: That was contacted.
        error: What was raised.
        is_connected: Whether the handshake was over by then. What TLS complains of
            afterwards, the request may have arrived all the same.
    """
    causes = _causes(error)
    kind, reason = _judged(causes)
    if kind is TlsFailure and is_connected:
        return NetworkError(host, _BROKEN_OFF)
    if not any(isinstance(cause, ProxyError) for cause in causes):
        return kind(host, reason)
    if kind is HostNotFound:  # that was the proxy's name, not the host's
        kind = NetworkError
    return kind(host, f"the proxy: {reason}")


def _judged(causes: list[BaseException]) -> tuple[type[NetworkError], str]:
    if any(getattr(cause, "errno", None) == errno.ENOTCONN for cause in causes):
        return NetworkError, _CUT_OFF  # Python says so as an error of TLS
    for foreign, kind, reason in _KINDS:
        for cause in causes:
            if isinstance(cause, foreign):
                return kind, reason if isinstance(reason, str) else reason(cause)
    return NetworkError, _system_problem(causes)


def _system_problem(causes: list[BaseException]) -> str:
    for cause in causes:
        refused = re.match(r"Tunnel connection failed: (\d{3})", str(cause))
        if refused:
            return f"it refused to connect (HTTP {refused.group(1)})"
        if isinstance(cause, OSError) and isinstance(cause.strerror, str):
            return cause.strerror
    return f"it failed ({type(causes[0]).__name__})"


def _causes(error: BaseException) -> list[BaseException]:
    """Return ``error`` and all that it wraps, however its library wrapped it."""
    causes: list[BaseException] = []
    pending: list[object] = [error]
    while pending:
        cause = pending.pop(0)
        if isinstance(cause, BaseException) and cause not in causes:
            causes.append(cause)
            pending += [cause.__cause__, cause.__context__, *cause.args]
    return causes

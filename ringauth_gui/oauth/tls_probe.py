"""A TLS handshake to see which certificates a server shows; nothing is sent then."""

import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from ringauth_gui.errors import NetworkError
from ringauth_gui.oauth.abortable_call import AbortableCall
from ringauth_gui.oauth.connection import system_trust
from ringauth_gui.oauth.connection_failure import network_error
from ringauth_gui.oauth.lifeline import Lifeline, LookUp

SECONDS = 10.0


@dataclass(frozen=True)
class Certificate:
    """What a certificate says, as the server sent it: untrusted.

    Attributes:
        subject: Whom it is for.
        issuer: Who says so.
        not_after: When it ends, in seconds since the epoch.
    """

    subject: str
    issuer: str
    not_after: float


@dataclass(frozen=True)
class TlsProbe:
    """What a handshake showed.

    Attributes:
        version: Such as ``TLSv1.3``; empty where it did not get so far.
        chain: From the server's own certificate up, as it was sent.
        problem: Why this computer does not trust it; None where it does.
    """

    version: str
    chain: tuple[Certificate, ...]
    problem: str | None = None


def probe_tls(
    host: str,
    port: int,
    look_up: LookUp,
    cancel: threading.Event,
    trust: Callable[[], ssl.SSLContext] = system_trust,
) -> TlsProbe:
    """Shake hands with ``host`` as every request does.

    Where the certificate is not trusted, a second handshake that trusts everybody tells
    whose it is; no byte is sent through that connection.

    Raises:
        NetworkError: There is no connection.
        OperationCancelled: ``cancel`` was set.
    """
    try:
        return _shake_hands(host, port, look_up, cancel, trust)
    except NetworkError as error:
        if not isinstance(error.__cause__, ssl.SSLCertVerificationError):
            raise
        shown = _shake_hands(host, port, look_up, cancel, _trusting_everybody)
        return TlsProbe(shown.version, shown.chain, error.reason)


def _shake_hands(
    host: str,
    port: int,
    look_up: LookUp,
    cancel: threading.Event,
    trust: Callable[[], ssl.SSLContext],
) -> TlsProbe:
    lifeline = Lifeline(look_up)

    def work() -> TlsProbe:
        try:
            with (
                lifeline.connect(host, port, SECONDS) as connection,
                trust().wrap_socket(connection, server_hostname=host) as secured,
            ):
                return TlsProbe(secured.version() or "", _chain(secured))
        except OSError as error:
            raise network_error(host, error) from error

    return AbortableCall(work, lifeline).outcome(host, SECONDS, cancel)


def _trusting_everybody() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    # To see whose certificate it is; nothing is sent, and nothing read is believed.
    context.verify_mode = ssl.CERT_NONE
    return context


def _chain(secured: ssl.SSLSocket) -> tuple[Certificate, ...]:
    """Return what the server sent, as far as it can be read.

    Only its own certificate where Python hides more.
    """
    encoded: Sequence[bytes] = []
    with suppress(AttributeError):
        encoded = _sent_by(secured)
    leaf = secured.getpeercert(binary_form=True)
    if not encoded and leaf is not None:
        encoded = [leaf]
    chain: list[Certificate] = []
    with suppress(ValueError):
        chain.extend(map(_certificate, encoded))
    return tuple(chain)


def _sent_by(secured: Any) -> list[bytes]:  # noqa: ANN401 - as below
    if hasattr(secured, "get_unverified_chain"):  # Python 3.13
        return list(secured.get_unverified_chain())
    # Before that only the object behind the socket tells; it has done so since 3.10.
    return [
        ssl.PEM_cert_to_DER_cert(each.public_bytes())
        for each in secured._sslobj.get_unverified_chain()  # noqa: SLF001
    ]


def _certificate(encoded: bytes) -> Certificate:
    """Return what it says; raises ValueError where nobody can read that."""
    from cryptography import x509  # noqa: PLC0415 - few ask, and it takes long

    try:
        read = x509.load_der_x509_certificate(encoded)
    except x509.InvalidVersion as error:
        raise ValueError(str(error)) from error
    return Certificate(
        subject=read.subject.rfc4514_string(),
        issuer=read.issuer.rfc4514_string(),
        not_after=read.not_valid_after_utc.timestamp(),
    )

"""Every way to spoil TLS, by name, for a client that trusts one authority."""

import datetime
import ssl
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import trustme

from ringauth_gui.errors import NetworkError, ServerTooSlow, TlsFailure
from tests.fakes.answer_scripts import (
    answer,
    answering,
    close_at_once,
    dripping,
    resetting,
    silent,
)
from tests.fakes.conversation import Script

HOST = "platform.test"
_YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
_TOMORROW = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
_HANDSHAKE = b"\x16\x03\x03\x20\x00\x02\x00\x1f\xfc\x03\x03"  # of a ServerHello
_ALERT = b"\x15\x03\x03\x00\x02\x02\x28"  # fatal: handshake_failure

Issue = Callable[[trustme.CA], trustme.LeafCert]
Spoil = Callable[[trustme.CA], ssl.SSLContext | Script]


@dataclass(frozen=True)
class TlsFault:
    """One way to spoil TLS.

    Attributes:
        spoil: Returns what the server does, given the authority that is trusted.
        error: What it is to become; this very kind.
        reason: Part of what it says.
        never_ends: Whether nothing but the deadline, or a person, ends it.
    """

    spoil: Spoil
    error: type[NetworkError] = TlsFailure
    reason: str = ""
    never_ends: bool = False


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return what a server with this ``certificate`` speaks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _self_signed(_: trustme.CA) -> ssl.SSLContext:
    own = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with own.cert_pem.tempfile() as chain, own.private_key_pem.tempfile() as key:
        context.load_cert_chain(chain, key)
    return context


def _old(trusted: trustme.CA) -> ssl.SSLContext:
    context = server_context(trusted.issue_cert(HOST))
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def _hanging_up(trusted: trustme.CA) -> ssl.SSLContext:
    context = server_context(trusted.issue_cert(HOST))
    context.sni_callback = lambda *_: ssl.ALERT_DESCRIPTION_CLOSE_NOTIFY
    return context


def _demanding_a_certificate(trusted: trustme.CA) -> ssl.SSLContext:
    context = server_context(trusted.issue_cert(HOST))
    trusted.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def _certified(
    issue: Callable[[trustme.CA], trustme.LeafCert], reason: str
) -> TlsFault:
    def spoil(trusted: trustme.CA) -> ssl.SSLContext:
        return server_context(issue(trusted))

    return TlsFault(spoil, reason=f"its certificate {reason}")


def _in_place_of_tls(
    script: Script, error: type[NetworkError] = TlsFailure, reason: str = ""
) -> TlsFault:
    return TlsFault(lambda _: script, error, reason, never_ends=error is ServerTooSlow)


WRONG_CERTIFICATES: Mapping[str, TlsFault] = {
    "self-signed": TlsFault(_self_signed, reason="its certificate is self-signed"),
    "unknown issuer": _certified(
        lambda _: trustme.CA().issue_cert(HOST), "comes from an unknown issuer"
    ),
    "expired": _certified(
        lambda ca: ca.issue_cert(HOST, not_after=_YESTERDAY), "has expired"
    ),
    "not yet valid": _certified(
        lambda ca: ca.issue_cert(HOST, not_before=_TOMORROW), "is not valid yet"
    ),
    "wrong host": _certified(
        lambda ca: ca.issue_cert("other.test"), "is for another host name"
    ),
    "look-alike host": _certified(
        lambda ca: ca.issue_cert(f"{HOST}.evil.test"), "is for another host name"
    ),
    "address only": _certified(
        lambda ca: ca.issue_cert("127.0.0.1"), "is for another host name"
    ),
}

TLS_FAULTS: Mapping[str, TlsFault] = {
    **WRONG_CERTIFICATES,
    "old protocol": TlsFault(_old, reason="the TLS handshake failed"),
    "hangs up by the book": TlsFault(_hanging_up),
    "closes": _in_place_of_tls(close_at_once, NetworkError, "cut off"),
    "resets": _in_place_of_tls(resetting(_HANDSHAKE), NetworkError, "cut off"),
    "closes in the handshake": _in_place_of_tls(
        answering(_HANDSHAKE), NetworkError, "cut off"
    ),
    "alert": _in_place_of_tls(answering(_ALERT), reason="the TLS handshake failed"),
    "plain HTTP": _in_place_of_tls(answering(answer()), reason="WRONG_VERSION_NUMBER"),
    "silence": _in_place_of_tls(silent, ServerTooSlow),
    "drips the handshake": _in_place_of_tls(dripping(_HANDSHAKE, b"\0"), ServerTooSlow),
    "demands a certificate": TlsFault(_demanding_a_certificate, NetworkError),
}

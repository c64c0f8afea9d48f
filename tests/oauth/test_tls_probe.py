"""A handshake shows whose certificates a server has, and sends nothing."""

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
import trustme

from ringauth_gui.errors import NetworkError
from ringauth_gui.oauth.tls_probe import _chain, probe_tls
from tests.fakes.recording_transport import everything_is_here, nothing_is_found

HOST = "platform.test"
NEVER = threading.Event()
YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)


class TlsListener:
    """Shakes hands with everybody, and keeps what they send."""

    def __init__(self, certificate: trustme.LeafCert) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(self._context)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.received: list[bytes] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.settimeout(5)
            try:
                with self._context.wrap_socket(connection, server_side=True) as peer:
                    self.received.append(peer.recv(1024))
            except OSError:
                connection.close()


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that the system trusts, as OpenSSL is told of one."""
    authority = trustme.CA(organization_name="Office CA")
    file = tmp_path / "system-trust.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


@pytest.fixture
def trusted(authority: trustme.CA) -> Iterator[TlsListener]:
    with closing(TlsListener(authority.issue_cert(HOST))) as listener:
        yield listener


def test_a_trusted_server_shows_its_certificate(trusted: TlsListener) -> None:
    probe = probe_tls(HOST, trusted.port, everything_is_here, NEVER)

    assert probe.problem is None
    assert probe.version in {"TLSv1.2", "TLSv1.3"}
    assert "Office CA" in probe.chain[0].issuer
    assert probe.chain[0].not_after > datetime.datetime.now(datetime.UTC).timestamp()


def test_an_issuer_that_nobody_trusts_is_named_and_nothing_is_sent() -> None:
    stranger = trustme.CA(organization_name="Strange CA")

    with closing(TlsListener(stranger.issue_cert(HOST))) as listener:
        probe = probe_tls(HOST, listener.port, everything_is_here, NEVER)

    assert probe.problem == "its certificate comes from an unknown issuer"
    assert "Strange CA" in probe.chain[0].issuer
    assert b"".join(listener.received) == b""


def test_a_certificate_that_is_over_is_told_with_its_end(
    authority: trustme.CA,
) -> None:
    over = authority.issue_cert(HOST, not_after=YESTERDAY)

    with closing(TlsListener(over)) as listener:
        probe = probe_tls(HOST, listener.port, everything_is_here, NEVER)

    assert probe.problem == "its certificate has expired"
    assert probe.chain[0].not_after == pytest.approx(YESTERDAY.timestamp(), abs=1)


def test_a_chain_is_shown_from_the_servers_own_up(authority: trustme.CA) -> None:
    between = authority.create_child_ca()

    with closing(TlsListener(between.issue_cert(HOST))) as listener:
        probe = probe_tls(HOST, listener.port, everything_is_here, NEVER)

    assert probe.problem is None
    assert len(probe.chain) == 2
    assert probe.chain[0].issuer == probe.chain[1].subject


def test_without_a_connection_there_is_no_finding() -> None:
    with pytest.raises(NetworkError, match="could not be looked up"):
        probe_tls(HOST, 443, nothing_is_found, NEVER)


def test_what_speaks_no_tls_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(NetworkError):
            probe_tls(HOST, port, everything_is_here, NEVER)
        thread.join(5)


def test_what_cannot_be_read_ends_the_chain_and_nothing_else(
    authority: trustme.CA,
) -> None:
    own = ssl.PEM_cert_to_DER_cert(authority.cert_pem.bytes().decode())
    no_version = own.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x07", 1)

    class Shown:
        """A connection that somebody shows such certificates through."""

        def __init__(self, *encoded: bytes) -> None:
            self._encoded = encoded

        def get_unverified_chain(self) -> list[bytes]:
            return list(self._encoded)

        def getpeercert(self, *, binary_form: bool) -> bytes | None:
            return self._encoded[0] if binary_form else None

    def shown(*encoded: bytes) -> int:
        return len(_chain(cast(ssl.SSLSocket, Shown(*encoded))))

    assert no_version != own
    assert (shown(own, own), shown(own, b"junk"), shown(b"junk", own)) == (2, 1, 0)
    assert shown(no_version, own) == 0

"""The HTTP door's TLS: the system's trust, always on, and nothing before it."""

import datetime
import os
import socket
import ssl
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import trustme

from ringauth_gui.errors import NetworkError, TlsFailure
from ringauth_gui.oauth.connection import LifelineAdapter, system_trust
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.lifeline import Lifeline
from tests.fakes.fake_http_server import FakeHttpServer, answer, answering
from tests.fakes.recording_transport import RecordingTransport, everything_is_here

HOST = "platform.test"
QUERY = "canary=query"
YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
TOMORROW = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
Issue = Callable[[trustme.CA], trustme.LeafCert]


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that the system trusts, as OpenSSL is told of one."""
    authority = trustme.CA()
    file = tmp_path / "system-trust.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def https_server(certificate: trustme.LeafCert) -> FakeHttpServer:
    return FakeHttpServer(
        answering(answer()), tls=server_context(certificate), name=HOST
    )


def test_a_certificate_that_the_system_trusts_is_accepted(trusted: trustme.CA) -> None:
    transport = RecordingTransport(look_up=everything_is_here)

    with https_server(trusted.issue_cert(HOST)) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.status == 200
    assert server.requests[0].header("Host") == f"{HOST}:{server.port}"


@pytest.mark.parametrize(
    ("issue", "reason"),
    [
        (lambda _: trustme.CA().issue_cert(HOST), "comes from an unknown issuer"),
        (lambda ca: ca.issue_cert(HOST, not_after=YESTERDAY), "has expired"),
        (lambda ca: ca.issue_cert(HOST, not_before=TOMORROW), "is not valid yet"),
        (lambda ca: ca.issue_cert("other.test"), "is for another host name"),
        (lambda ca: ca.issue_cert("127.0.0.1"), "is for another host name"),
    ],
    ids=["unknown issuer", "expired", "not yet valid", "wrong host", "address only"],
)
def test_a_wrong_certificate_is_refused_before_any_byte_of_http(
    trusted: trustme.CA, issue: Issue, reason: str
) -> None:  # TK-27
    transport = RecordingTransport(look_up=everything_is_here)

    with https_server(issue(trusted)) as server, pytest.raises(TlsFailure) as caught:
        transport.send(HttpRequest("POST", server.url, form={"code": "canary"}))

    assert caught.value.host == HOST
    assert caught.value.reason == f"its certificate {reason}"
    assert server.connections == 1
    assert server.requests == []


def test_a_self_signed_certificate_is_refused(
    tmp_path: Path, trusted: trustme.CA
) -> None:  # TK-27
    own = trustme.CA()
    pem = own.cert_pem.bytes() + own.private_key_pem.bytes()
    (tmp_path / "self-signed.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "self-signed.pem")
    transport = RecordingTransport(look_up=everything_is_here)

    with (
        FakeHttpServer(answering(answer()), tls=context, name=HOST) as server,
        pytest.raises(TlsFailure, match="its certificate is self-signed"),
    ):
        transport.send(HttpRequest("GET", server.url))

    assert trusted is not own
    assert server.requests == []


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_bundles_for_other_programs_do_not_count(
    variable: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trusted: trustme.CA,
) -> None:
    foreign = trustme.CA()
    foreign.cert_pem.write_to_path(str(tmp_path / "bundle.pem"))
    monkeypatch.setenv(variable, str(tmp_path / "bundle.pem"))
    transport = RecordingTransport(
        environ={variable: str(tmp_path / "bundle.pem")}, look_up=everything_is_here
    )

    with https_server(foreign.issue_cert(HOST)) as server, pytest.raises(TlsFailure):
        transport.send(HttpRequest("GET", server.url))

    assert trusted is not foreign


def test_the_keys_of_the_traffic_are_not_written_to_a_file(
    trusted: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # TK-35
    server = https_server(trusted.issue_cert(HOST))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    transport = RecordingTransport(environ=os.environ, look_up=everything_is_here)

    with server:
        transport.send(HttpRequest("GET", server.url))

    assert not (tmp_path / "keys").exists()


def test_tls_is_strict_by_construction() -> None:
    context = system_trust()

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_no_bundle_of_the_library_is_loaded_beside_the_systems_trust() -> None:
    adapter = LifelineAdapter(Lifeline(socket.getaddrinfo))
    prepared = requests.Request("GET", f"https://{HOST}/").prepare()

    pool: Any = adapter.get_connection_with_tls_context(prepared, verify=True)
    adapter.cert_verify(pool, f"https://{HOST}/", verify=True, cert=None)

    assert pool.cert_reqs == "CERT_REQUIRED"
    assert pool.ca_certs is None
    assert pool.ca_cert_dir is None


def test_a_failure_quotes_nothing_of_the_address_but_the_host() -> None:
    transport = RecordingTransport(look_up=everything_is_here)
    server = https_server(trustme.CA().issue_cert(HOST))

    with server, pytest.raises(TlsFailure) as caught:
        transport.send(HttpRequest("GET", f"{server.url}?{QUERY}"))

    assert QUERY not in "".join(traceback.format_exception(caught.value))


def test_old_tls_is_refused(trusted: trustme.CA) -> None:
    context = server_context(trusted.issue_cert(HOST))
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1 is deprecated"):
        context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    transport = RecordingTransport(look_up=everything_is_here)
    server = FakeHttpServer(answering(answer()), tls=context, name=HOST)

    with server, pytest.raises(TlsFailure, match="the TLS handshake failed"):
        transport.send(HttpRequest("GET", server.url))

    assert server.requests == []


def test_a_server_without_tls_is_a_tls_failure() -> None:
    transport = RecordingTransport(look_up=everything_is_here)

    with (
        FakeHttpServer(answering(), greeting=b"220 Hello\r\n" * 5) as server,
        pytest.raises(TlsFailure, match="WRONG_VERSION_NUMBER"),
    ):
        transport.send(HttpRequest("GET", f"https://{HOST}:{server.port}/"))


def test_a_handshake_that_is_hung_up_on_is_a_network_error(trusted: trustme.CA) -> None:
    context = server_context(trusted.issue_cert(HOST))
    context.sni_callback = lambda *_: ssl.ALERT_DESCRIPTION_CLOSE_NOTIFY
    transport = RecordingTransport(look_up=everything_is_here)
    server = FakeHttpServer(answering(answer()), tls=context, name=HOST)

    with server, pytest.raises(NetworkError):
        transport.send(HttpRequest("GET", server.url))

"""The HTTP door's TLS: the system's trust, always on, and nothing before it."""

import os
import socket
import ssl
import traceback
from pathlib import Path
from typing import Any

import pytest
import requests
import trustme

from ringauth_gui.errors import NetworkError, TlsFailure
from ringauth_gui.oauth.connection import LifelineAdapter, system_trust
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.lifeline import Lifeline
from tests.fakes.answer_scripts import answer, answering, silent
from tests.fakes.conversation import Conversation
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport, everything_is_here
from tests.fakes.tls_faults import HOST, TLS_FAULTS, server_context

QUERY = "canary=query"
SHORT, LONG = 0.3, 30.0


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


@pytest.mark.parametrize("name", TLS_FAULTS)
def test_spoilt_tls_is_told_in_plain_words(trusted: trustme.CA, name: str) -> None:
    fault = TLS_FAULTS[name]
    transport = RecordingTransport(look_up=everything_is_here)
    seconds = SHORT if fault.never_ends else LONG

    with (
        FakeHttpServer(silent, tls=fault.spoil(trusted), name=HOST) as server,
        pytest.raises(NetworkError) as caught,
    ):
        transport.send(HttpRequest("GET", server.url, total_seconds=seconds))

    assert type(caught.value) is fault.error
    assert fault.reason in caught.value.reason
    assert caught.value.host == HOST
    assert server.connections <= 1
    assert server.requests == []


def test_what_breaks_tls_after_the_request_is_no_unsafe_connection(
    trusted: trustme.CA,
) -> None:
    transport = RecordingTransport(look_up=everything_is_here)
    context = server_context(trusted.issue_cert(HOST))

    def touched_on_the_way(conversation: Conversation) -> None:
        conversation.send(b"HTTP/1.1 200 OK\r\n")
        conversation.send_untouched(b"\x17\x03\x03\x00\x20" + bytes(32))
        conversation.wait_until_client_leaves()

    with (
        FakeHttpServer(touched_on_the_way, tls=context, name=HOST) as server,
        pytest.raises(NetworkError, match="broken off") as caught,
    ):
        transport.send(HttpRequest("GET", server.url))

    assert type(caught.value) is NetworkError  # for the request has arrived
    assert len(server.requests) == 1


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


@pytest.mark.case("TK-35")
def test_the_keys_of_the_traffic_are_not_written_to_a_file(
    trusted: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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

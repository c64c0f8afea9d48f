"""The HTTP door through a proxy: used on purpose, blamed fairly, never quoted."""

import ssl
import traceback
from pathlib import Path

import pytest
import trustme

from ringauth_gui.errors import AnswerTooLarge, NetworkError, TlsFailure
from ringauth_gui.oauth.exchange import HttpRequest
from tests.fakes.answer_scripts import answer, answering, flooding
from tests.fakes.conversation import Conversation
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import (
    RecordingTransport,
    everything_is_here,
    nothing_is_found,
    unused_port,
)

HOST = "platform.test"
URL = f"https://{HOST}/restapi"
PASSWORD = "canary-proxy-password"


def proxied(server: FakeHttpServer, **more: str) -> RecordingTransport:
    environ = {"HTTPS_PROXY": f"http://someone:{PASSWORD}@127.0.0.1:{server.port}"}
    return RecordingTransport(environ={**environ, **more}, look_up=everything_is_here)


def test_a_foreign_host_is_asked_through_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "system-trust.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "system-trust.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    inner = []

    def tunnel(conversation: Conversation) -> None:
        conversation.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        conversation.start_tls(context)
        inner.append(conversation.read_request())
        conversation.send(answer(b'{"through": "proxy"}'))

    with FakeHttpServer(tunnel) as proxy:
        transport = proxied(proxy)
        response = transport.send(HttpRequest("GET", URL))

    assert response.body == b'{"through": "proxy"}'
    assert proxy.requests[0].target == f"{HOST}:443"
    assert proxy.requests[0].header("Proxy-Authorization") is not None
    [received] = inner
    assert received is not None
    assert received.header("Proxy-Authorization") is None
    [exchange] = transport.exchanges
    assert dict(received.headers) == exchange.request_headers
    assert PASSWORD not in repr(exchange) + str(exchange.request_headers)


def test_a_proxy_that_refuses_is_named_without_its_password() -> None:
    refusal = answer(b"", status="407 Proxy Authentication Required")

    with (
        FakeHttpServer(answering(refusal)) as proxy,
        pytest.raises(NetworkError) as caught,
    ):
        proxied(proxy).send(HttpRequest("GET", URL))

    assert caught.value.host == HOST
    assert caught.value.reason == "the proxy: it refused to connect (HTTP 407)"
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))


def test_a_proxy_that_is_not_there_is_blamed() -> None:
    proxy = f"http://someone:{PASSWORD}@127.0.0.1:{unused_port()}"
    transport = RecordingTransport(environ={"https_proxy": proxy})

    with pytest.raises(NetworkError) as caught:
        transport.send(HttpRequest("GET", URL))

    assert caught.value.reason == "the proxy: it refused the connection"
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))


def test_a_proxy_that_is_not_found_is_blamed_rather_than_the_host() -> None:
    transport = RecordingTransport(
        environ={"https_proxy": "http://proxy.test:3128"}, look_up=nothing_is_found
    )

    with pytest.raises(NetworkError) as caught:
        transport.send(HttpRequest("GET", URL))

    assert caught.value.reason == "the proxy: its name could not be looked up"


def test_a_proxy_with_a_wrong_certificate_is_refused() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    with FakeHttpServer(answering(answer()), tls=context) as proxy:
        transport = RecordingTransport(environ={"https_proxy": proxy.url})
        with pytest.raises(TlsFailure, match="the proxy: its certificate"):
            transport.send(HttpRequest("GET", URL))

    assert proxy.requests == []


@pytest.mark.case("TK-35")
def test_the_keys_of_the_traffic_with_a_proxy_are_not_written_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "system-trust.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "system-trust.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    refusal = answer(b"", status="403 Forbidden")

    with FakeHttpServer(answering(refusal), tls=context) as proxy:
        transport = RecordingTransport(environ={"https_proxy": proxy.url})
        with pytest.raises(NetworkError, match=r"refused to connect \(HTTP 403\)"):
            transport.send(HttpRequest("GET", URL))

    assert not (tmp_path / "keys").exists()


def test_this_computer_is_never_asked_through_a_proxy() -> None:
    with FakeHttpServer(answering(answer())) as proxy:
        environ = {"http_proxy": proxy.url, "all_proxy": proxy.url}
        transport = RecordingTransport(environ=environ)
        with FakeHttpServer(answering(answer())) as server:
            transport.send(HttpRequest("GET", server.url))

    assert proxy.connections == 0


def test_a_proxy_that_cannot_be_used_is_a_recorded_failure() -> None:
    environ = {"ALL_PROXY": f"socks5://someone:{PASSWORD}@127.0.0.1:1080"}
    transport = RecordingTransport(environ=environ)

    with pytest.raises(NetworkError, match="the proxy named by ALL_PROXY") as caught:
        transport.send(HttpRequest("GET", URL))

    assert PASSWORD not in str(caught.value)
    assert [exchange.failure for exchange in transport.exchanges] == [
        caught.value.reason
    ]


def test_a_proxy_whose_answer_has_no_end_is_stopped() -> None:
    flood = flooding(b"HTTP/1.1 200 Connection established\r\n", b"X: 1\r\n" * 9999)

    with FakeHttpServer(flood) as proxy:
        transport = RecordingTransport(
            environ={"https_proxy": proxy.url}, look_up=everything_is_here
        )
        with pytest.raises(AnswerTooLarge):
            transport.send(HttpRequest("GET", URL))

"""The HTTP door's ways to a server: look-up, connect, proxies."""

import socket
import ssl
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import pytest
import trustme

from ringauth_gui.errors import (
    HostNotFound,
    NetworkError,
    OperationCancelled,
    ServerTooSlow,
    TlsFailure,
)
from ringauth_gui.oauth.exchange import HttpRequest
from tests.fakes.fake_http_server import (
    Conversation,
    FakeHttpServer,
    answer,
    answering,
)
from tests.fakes.recording_transport import RecordingTransport, everything_is_here

HOST = "platform.test"
URL = f"https://{HOST}/restapi"
AT_ONCE = 5.0  # generous: only to tell "at once" from a hang
PASSWORD = "canary-proxy-password"


def nothing_is_found(*_: object, **__: object) -> list[tuple[Any, ...]]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


class HangingLookUp:
    """A look-up that waits until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.let_go = threading.Event()

    def __call__(self, _: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
        self.asked.set()
        self.let_go.wait(30)
        return everything_is_here("", port, **options)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_host_that_is_not_found_is_named() -> None:  # TK-28
    transport = RecordingTransport(look_up=nothing_is_found)

    with pytest.raises(HostNotFound) as caught:
        transport.send(HttpRequest("GET", URL))

    assert caught.value.host == HOST
    assert caught.value.reason == "its name could not be looked up"


def test_a_look_up_that_hangs_is_left_behind() -> None:  # TK-28, CB-19
    look_up = HangingLookUp()
    transport = RecordingTransport(look_up=look_up)
    started = time.monotonic()

    with FakeHttpServer(answering(answer())) as server:
        url = f"http://{HOST}:{server.port}/"
        with pytest.raises(ServerTooSlow):
            transport.send(HttpRequest("GET", url, total_seconds=0.3))
        [left] = [t for t in threading.enumerate() if t.name == f"exchange with {HOST}"]
        look_up.let_go.set()
        left.join(AT_ONCE)

    assert time.monotonic() - started < AT_ONCE
    assert left.daemon
    assert not left.is_alive()
    assert server.connections == 0
    assert len(transport.exchanges) == 1


def test_a_look_up_that_hangs_can_be_cancelled() -> None:
    look_up = HangingLookUp()
    transport = RecordingTransport(look_up=look_up)
    cancel = threading.Event()

    def cancel_once_asked() -> None:
        look_up.asked.wait(30)
        cancel.set()

    person = threading.Thread(target=cancel_once_asked)
    person.start()

    with pytest.raises(OperationCancelled):
        transport.send(HttpRequest("GET", URL), cancel)

    person.join()
    look_up.let_go.set()
    assert [exchange.failure for exchange in transport.exchanges] == ["cancelled"]


def test_a_refused_connection_is_a_network_error() -> None:
    transport = RecordingTransport()

    with pytest.raises(NetworkError) as caught:
        transport.send(HttpRequest("GET", f"http://127.0.0.1:{free_port()}/"))

    assert caught.value.reason == "it refused the connection"


def test_the_next_address_is_tried_when_one_fails() -> None:
    def dead_first(_: str, port: int, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - getaddrinfo's own
        return [
            *socket.getaddrinfo("127.0.0.1", free_port(), **options),
            *socket.getaddrinfo("127.0.0.1", port, **options),
        ]

    transport = RecordingTransport(look_up=dead_first)

    with FakeHttpServer(answering(answer()), name=HOST) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.status == 200


def test_a_host_without_any_address_is_a_network_error() -> None:
    transport = RecordingTransport(look_up=lambda *_, **__: [])

    with pytest.raises(NetworkError):
        transport.send(HttpRequest("GET", URL))


def test_a_connection_that_nobody_accepts_times_out() -> None:
    transport = RecordingTransport()

    with socket.socket() as listener, socket.socket() as first, socket.socket() as more:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for filler in (first, more):  # the queue of a server that accepts nothing
            filler.setblocking(False)  # noqa: FBT003 - the socket's own signature
            filler.connect_ex(listener.getsockname())
        port = listener.getsockname()[1]
        url = f"http://127.0.0.1:{port}/"

        with pytest.raises(ServerTooSlow):
            transport.send(HttpRequest("GET", url, total_seconds=0.3))


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
    proxy = f"http://someone:{PASSWORD}@127.0.0.1:{free_port()}"
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

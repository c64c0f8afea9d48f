"""What the HTTP door records of an exchange, and what it keeps out of every log."""

import logging
import threading

import pytest

from ringauth_gui.errors import NetworkError, OperationCancelled
from ringauth_gui.moment import Moment, system_clock
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.oauth.transport import HttpTransport
from tests.fakes.answer_scripts import answer, answering, resetting
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport

AUTHORIZATION = "Basic Y2FuYXJ5LWlkOmNhbmFyeS1zZWNyZXQ="
REFRESH_TOKEN = "canary-refresh-token-0123456789"


def token_request(url: str) -> HttpRequest:
    return HttpRequest(
        "POST",
        url,
        {"Authorization": AUTHORIZATION},
        {"grant_type": "refresh_token", "refresh_token": REFRESH_TOKEN},
        total_seconds=10.0,
        note="refresh_token",
    )


def test_an_answered_exchange_is_recorded_once() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        request = token_request(server.url)
        response = transport.send(request)

    [exchange] = transport.exchanges
    assert exchange.request is request
    assert exchange.request_headers == dict(server.requests[0].headers)
    assert exchange.sent == Moment(1_750_000_000.0, 1000.0)
    assert exchange.seconds >= 0
    assert exchange.response is response
    assert exchange.failure is None


def test_a_failed_exchange_is_recorded_once() -> None:
    transport = RecordingTransport()

    with (
        FakeHttpServer(resetting(answer(b"{", length=99))) as server,
        pytest.raises(NetworkError),
    ):
        transport.send(token_request(server.url))

    [exchange] = transport.exchanges
    assert exchange.response is None
    assert exchange.failure == "the connection was cut off before the whole answer came"


def test_a_request_cancelled_before_it_starts_is_never_sent() -> None:
    transport = RecordingTransport()
    cancel = threading.Event()
    cancel.set()

    with (
        FakeHttpServer(answering(answer())) as server,
        pytest.raises(OperationCancelled),
    ):
        transport.send(token_request(server.url), cancel)

    assert server.connections == 0
    assert [exchange.failure for exchange in transport.exchanges] == ["cancelled"]


def test_a_record_that_fails_does_not_break_the_call(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_: Exchange) -> None:
        raise RuntimeError(REFRESH_TOKEN)

    transport = HttpTransport(
        user_agent="RingAuth/0.0", clock=system_clock, record=refuse
    )

    with FakeHttpServer(answering(answer())) as server:
        response = transport.send(token_request(server.url))

    assert response.status == 200
    assert "An exchange was not recorded: RuntimeError" in caplog.text
    assert REFRESH_TOKEN not in caplog.text


def test_nothing_of_the_wire_is_logged_at_the_most_verbose_level(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:  # RD-01, RD-08
    caplog.set_level(logging.DEBUG)
    transport = RecordingTransport()
    unreadable = answer(b'{"a": "canary-body"}', f"no colon {REFRESH_TOKEN}")

    with FakeHttpServer(answering(unreadable)) as server:
        transport.send(token_request(f"{server.url}?canary=query"))

    said = caplog.text + "".join(capfd.readouterr())
    for canary in ("canary", AUTHORIZATION, REFRESH_TOKEN, "127.0.0.1"):
        assert canary not in said


@pytest.mark.case("RD-04")
def test_nothing_secret_is_in_the_representation_of_an_exchange() -> None:  # RD-04
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer(b'{"a": "canary-body"}'))) as server:
        transport.send(token_request(server.url))

    shown = repr(transport.exchanges)
    for canary in (AUTHORIZATION, REFRESH_TOKEN, "canary-body"):
        assert canary not in shown

"""The HTTP door: what is sent, what comes back and what is recorded."""

import logging
import threading
from pathlib import Path

import pytest

from ringauth_gui.errors import NetworkError, OperationCancelled
from ringauth_gui.moment import Moment, system_clock
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.oauth.transport import HttpTransport, user_agent
from tests.fakes.fake_http_server import FakeHttpServer, answer, answering, resetting
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


def test_a_form_arrives_with_exactly_the_headers_asked_for() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        transport.send(token_request(f"{server.url}token?brandId=1210"))

    received = server.requests[0]
    assert (received.method, received.target) == ("POST", "/token?brandId=1210")
    assert received.body == (
        f"grant_type=refresh_token&refresh_token={REFRESH_TOKEN}".encode()
    )
    assert dict(received.headers) == {
        "Host": f"127.0.0.1:{server.port}",
        "User-Agent": "RingAuth/0.0 (Test 1)",
        "Accept": "application/json",
        "Accept-Language": "en-US",
        "Accept-Encoding": "gzip, deflate",
        "Authorization": AUTHORIZATION,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(received.body)),
    }


def test_a_get_has_no_body() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        transport.send(HttpRequest("GET", server.url))

    assert server.requests[0].header("Content-Length") is None
    assert server.requests[0].header("Content-Type") is None


def test_a_form_value_stays_one_value() -> None:  # IN-13
    transport = RecordingTransport()
    typed = "x&redirect_uri=https://evil.example é"

    with FakeHttpServer(answering(answer())) as server:
        transport.send(HttpRequest("POST", server.url, form={"client_id": typed}))

    assert server.requests[0].body == (
        b"client_id=x%26redirect_uri%3Dhttps%3A%2F%2Fevil.example+%C3%A9"
    )


def test_the_answer_is_given_whole() -> None:
    transport = RecordingTransport()
    script = answering(answer(b'{"a": 1}', "RCRequestId: r1", "X-Two: 1", "X-Two: 2"))

    with FakeHttpServer(script) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert (response.status, response.body) == (200, b'{"a": 1}')
    assert response.headers == {
        "content-length": "8",
        "rcrequestid": "r1",
        "x-two": "1, 2",
    }
    assert response.sent == Moment(1_750_000_000.0, 1000.0)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_both_loopback_addresses_are_reached(address: str) -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer()), address=address) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.status == 200


@pytest.mark.parametrize(
    "status", ["204 No Content", "400 Bad Request", "401 No", "429 Slow", "503 Down"]
)
def test_every_status_is_an_answer(status: str) -> None:  # TK-21, TK-22, TK-24, TK-26
    transport = RecordingTransport()
    script = answering(answer(b"", "WWW-Authenticate: Basic", status=status))

    with FakeHttpServer(script) as server:
        response = transport.send(token_request(server.url))

    assert response.status == int(status[:3])
    assert server.connections == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:  # TK-20, RV-04
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as other:
        script = answering(
            answer(b"", f"Location: {other.url}", status=f"{status} Elsewhere")
        )
        with FakeHttpServer(script) as server:
            response = transport.send(token_request(server.url))

    assert response.status == status
    assert response.headers["location"] == other.url
    assert other.connections == 0


def test_a_cookie_is_not_sent_back() -> None:
    transport = RecordingTransport()
    script = answering(answer(b"{}", "Set-Cookie: session=1; Path=/"))

    with FakeHttpServer(script) as server:
        transport.send(HttpRequest("GET", server.url))
        transport.send(HttpRequest("GET", server.url))

    assert server.requests[1].header("Cookie") is None


@pytest.mark.parametrize("headers", [{}, {"Authorization": AUTHORIZATION}])
def test_a_netrc_file_changes_nothing(
    headers: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # TK-32
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login netrc-login password netrc-password\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        transport.send(HttpRequest("GET", server.url, headers))

    assert server.requests[0].header("Authorization") == headers.get("Authorization")


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


def test_a_failed_exchange_is_recorded_once() -> None:  # TK-29
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


def test_nothing_secret_is_in_the_representation_of_an_exchange() -> None:  # RD-04
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer(b'{"a": "canary-body"}'))) as server:
        transport.send(token_request(server.url))

    shown = repr(transport.exchanges)
    for canary in (AUTHORIZATION, REFRESH_TOKEN, "canary-body"):
        assert canary not in shown


@pytest.mark.parametrize(
    ("system", "release", "expected"),
    [
        ("Linux", "6.1.0-13-amd64", "RingAuth/0.1.0 (Linux 6.1)"),
        ("Windows", "11", "RingAuth/0.1.0 (Windows 11)"),
        ("Plän 9", "unknown", "RingAuth/0.1.0 (Pln 9)"),
    ],
)
def test_the_user_agent_names_version_and_system(
    system: str, release: str, expected: str
) -> None:
    assert user_agent("0.1.0", system, release) == expected


def test_the_user_agent_of_this_computer_is_plain() -> None:
    assert user_agent("0.1.0").startswith("RingAuth/0.1.0 (")
    assert user_agent("0.1.0").isascii()

"""The HTTP door: what is sent, what comes back and what is recorded."""

from pathlib import Path

import pytest

from ringauth_gui.errors import NetworkError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import UNTIMED, HttpRequest
from ringauth_gui.oauth.transport import user_agent
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport, nothing_is_found

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


@pytest.mark.case("IN-13")
def test_a_form_value_stays_one_value() -> None:
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


def test_interim_answers_are_passed_over() -> None:
    transport = RecordingTransport()
    interim = (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    )

    with FakeHttpServer(answering(2 * interim, answer(b'{"a": 1}'))) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert (response.status, response.body) == (200, b'{"a": 1}')
    assert "link" not in response.headers


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_both_loopback_addresses_are_reached(address: str) -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer()), address=address) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.status == 200


@pytest.mark.parametrize(
    "status", ["204 No Content", "400 Bad Request", "401 No", "429 Slow", "503 Down"]
)
def test_every_status_is_an_answer(status: str) -> None:
    transport = RecordingTransport()
    script = answering(answer(b"", "WWW-Authenticate: Basic", status=status))

    with FakeHttpServer(script) as server:
        response = transport.send(token_request(server.url))

    assert response.status == int(status[:3])
    assert server.connections == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
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


@pytest.mark.case("TK-32")
@pytest.mark.parametrize("headers", [{}, {"Authorization": AUTHORIZATION}])
def test_a_netrc_file_changes_nothing(
    headers: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login netrc-login password netrc-password\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        transport.send(HttpRequest("GET", server.url, headers))

    assert server.requests[0].header("Authorization") == headers.get("Authorization")


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


def test_what_the_time_was_spent_on_is_recorded() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer())) as server:
        transport.send(HttpRequest("GET", server.url))

    (exchange,) = transport.exchanges
    parts = exchange.timings
    spent = [parts.connect, parts.wait, parts.read]
    assert all(part is not None and part >= 0 for part in spent)
    assert sum(part or 0.0 for part in spent) <= exchange.seconds


def test_without_a_connection_there_is_nothing_to_tell_apart() -> None:
    transport = RecordingTransport(look_up=nothing_is_found)

    with pytest.raises(NetworkError):
        transport.send(HttpRequest("GET", "http://nowhere.example"))

    (exchange,) = transport.exchanges
    assert exchange.timings == UNTIMED

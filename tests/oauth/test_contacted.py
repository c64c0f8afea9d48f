"""Whom the HTTP door contacts, and with what: exactly what was checked and shown."""

import contextlib
import re
import socket
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError, NetworkError
from ringauth_gui.oauth.endpoint_url import endpoint_url
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.proxies import proxy_for
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport
from tests.oauth.near_urls import NEAR_URLS, TAILS

# Read without any parser: what a person reads in the normal form
SHOWN = re.compile(r"(https?)://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([0-9]+))?/.*")


class AskedFor:
    """A look-up that remembers who was asked for, and finds nobody."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        self.asked.append((host, port))
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.case("IN-05", "IN-06", "IN-08", "IN-14")
@settings(max_examples=200)
@given(NEAR_URLS)
@example("https://a.example:00443//evil.example/")
@example("http://[::ffff:7f00:1]:8080?@evil.example/")
@example("https://a.example?@evil.example:81/")
@example("https://a.example;evil.example/")
@example("https://127.1/")
@example("https://0x7f000001/")
@example("https://017700000001/")
def test_who_is_looked_up_is_who_is_shown(text: str) -> None:
    with contextlib.suppress(ConfigurationError):
        url = endpoint_url(text, "token_endpoint")
        look_up = AskedFor()

        with pytest.raises(NetworkError):
            RecordingTransport(look_up=look_up).send(HttpRequest("GET", url))

        shown = SHOWN.fullmatch(url)
        assert shown is not None
        port = int(shown[3] or {"http": 80, "https": 443}[shown[1]])
        assert look_up.asked == [(shown[2].strip("[]"), port)]


@pytest.fixture(scope="module")
def listening() -> Any:  # noqa: ANN401 - a generator of it
    with FakeHttpServer(answering(answer())) as server:
        yield server


@pytest.mark.case("IN-13")
@settings(max_examples=60)
@given(tail=TAILS)
@example(tail="//evil.example/%2e%2E%2f?%2e=%7e&&;=+")
@example(tail="/a;b='c'/%ff?https://evil.example/@:")
def test_what_arrives_is_what_is_shown(listening: FakeHttpServer, tail: str) -> None:
    with contextlib.suppress(ConfigurationError):
        url = endpoint_url(listening.url.rstrip("/") + tail, "token_endpoint")

        RecordingTransport().send(HttpRequest("GET", url))

        arrived = listening.requests[-1]
        assert f"http://{arrived.header('Host')}{arrived.target}" == url


@pytest.mark.parametrize(
    "proxy",
    [
        "http://CORP\\someone:word@proxy.test:3128",  # urllib3's host is "corp"
        "http://a b@proxy.test:3128",
        "http://someone:%E2%82%AC@proxy.test:3128",  # no such sign in HTTP Basic
    ],
)
def test_a_proxy_that_the_library_cannot_use_as_it_is_written_is_refused(
    proxy: str,
) -> None:
    with pytest.raises(NetworkError, match="HTTPS_PROXY cannot be used"):
        proxy_for("https://a.example/", {"HTTPS_PROXY": proxy})


@given(
    st.lists(
        st.sampled_from([*"\\@:/?#% ", "a", "80", "[::1]", "%e9", "%e2%82%ac"]),
        max_size=7,
    )
)
def test_a_usable_proxy_is_the_one_that_is_contacted(pieces: list[str]) -> None:
    proxy = f"http://{''.join(pieces)}@proxy.test:3128"
    look_up = AskedFor()
    transport = RecordingTransport(environ={"HTTPS_PROXY": proxy}, look_up=look_up)

    with pytest.raises(NetworkError):
        transport.send(HttpRequest("GET", "https://a.example/"))

    assert look_up.asked in ([], [("proxy.test", 3128)])

"""Whatever bytes a server answers with, a request ends as it is meant to."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ringauth_gui.errors import NetworkError
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.transport import MAX_ANSWER_BYTES
from tests.fakes.conversation import Conversation
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport

LINES = (
    *(b"HTTP/1.1 200 OK", b"HTTP/1.0 401 No", b"HTTP/1.1 100 Continue", b"HTTP/9 1 x"),
    *(b"HTTP/1.1 204 None", b"HTTP/1.1 304 Same", b"HTTP/1.1 103 Hints", b""),
    *(b"Content-Length: 2", b"Content-Length: -1", b"Content-Length: 9999999999"),
    *(b"Content-Length: 2, 3", b"Content-Length: x", b"Transfer-Encoding: chunked"),
    *(b"Transfer-Encoding: gzip, chunked", b"Transfer-Encoding: identity"),
    *(b"Content-Encoding: gzip", b"Content-Encoding: deflate, gzip", b" folded"),
    *(b"Content-Encoding: br", b"Connection: close", b": no name", b"no colon"),
    *(b"Date: now", b"Retry-After: \xff", b"X: \x00\x1b", b"\xef\xbb\xbfX: 1", b"0"),
    *(
        b"2",
        b"ffffffffffffffffffff",
        b"-1",
        b"-2",
        b"1;x=y",
        b"1_0",
        b"{}",
        b"\x1f\x8b",
    ),
)
answers = st.lists(
    st.sampled_from(LINES) | st.binary(max_size=20), max_size=12
).flatmap(
    lambda lines: st.sampled_from([b"\r\n", b"\n", b"\r"]).map(
        lambda end: end.join([b"HTTP/1.1 200 OK", *lines])
    )
)


class Echo:
    """A server that answers with what it is given next."""

    def __init__(self) -> None:
        self.next = b""
        self.server = FakeHttpServer(self._answer)

    def _answer(self, conversation: Conversation) -> None:
        conversation.send(self.next)


@pytest.fixture(scope="module")
def echo() -> Iterator[Echo]:
    echo = Echo()
    with echo.server:
        yield echo


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(untrusted=answers | st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_network_error(
    echo: Echo, untrusted: bytes
) -> None:
    transport = RecordingTransport()
    echo.next = untrusted

    try:
        response = transport.send(HttpRequest("GET", echo.server.url))
    except NetworkError:
        return

    assert 100 <= response.status <= 999
    assert len(response.body) <= MAX_ANSWER_BYTES

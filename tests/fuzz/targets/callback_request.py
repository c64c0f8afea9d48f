"""The requests that reach the callback port, in the pieces in which they come (R3)."""

import re
import socket
from collections.abc import Iterator, Sequence
from http import HTTPStatus

import h11

from ringauth_gui.oauth.callback_pages import page_response, see_other, without_body
from ringauth_gui.oauth.loopback_connection import LoopbackConnection
from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint
from tests.fuzz.answer_query import is_answer_by_hand
from tests.fuzz.authorization import attempt
from tests.fuzz.genuine_request import genuine_query, is_plain
from tests.oauth.authorization_requests import REDIRECT_URI
from tests.oauth.loopback_harness import pages

CUT = b"\x1e"  # where one piece ends and the next one begins
_PIECE = 32 * 1024  # as much as a read takes for certain
_PAGES = pages()
_URI = redirect_uri_parts(REDIRECT_URI)


def check(data: bytes) -> None:
    """Look that only the genuine request counts, and that nothing comes back of it."""
    pieces = data.split(CUT)
    raw = b"".join(pieces)

    answer, response = _visited(pieces)

    expected = genuine_query(raw, is_answer_by_hand)
    assert answer == (answer and expected), "what counted is not the genuine query"
    if is_plain(raw):
        assert answer == expected, "the genuine request did not count"
    assert response is None or response in _FIXED, "not a fixed response"
    assert (answer, response) == _visited([raw]), "the pieces make a difference"


def answer_to(pieces: Sequence[bytes]) -> str | None:
    """Return the query that counted, None where the request did not."""
    return _visited(pieces)[0]


def _visited(pieces: Sequence[bytes]) -> tuple[str | None, bytes | None]:
    """Return the answer that was taken and the response, each None where none is."""
    endpoint = RedirectionEndpoint(_URI, _PAGES, STANDARD_LIMITS, attempt().is_answer)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        connection = LoopbackConnection(ours, 0.0, STANDARD_LIMITS)
        for piece in _readable(pieces):
            theirs.sendall(piece)
            try:
                request = connection.read()
            except h11.RemoteProtocolError:
                return None, _unvarying(endpoint.malformed())
            if request is not None:
                response = endpoint.respond(request)
                assert response is not None, "an answer is held only once it is there"
                return endpoint.untrusted_answer, _unvarying(response)
    return None, None


def _readable(pieces: Sequence[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        for start in range(0, len(piece), _PIECE):
            yield piece[start : start + _PIECE]


def _unvarying(response: bytes) -> bytes:
    """Return the response without the time and without the attempt's own path."""
    undated = re.sub(rb"\r\nDate: [^\r\n]{29}\r\n", b"\r\n", response)
    return re.sub(rb"/result/[\w-]{22}\r\n", b"/result\r\n", undated)


_REFUSALS = [
    page_response(each, _PAGES.refused) for each in HTTPStatus if 400 <= each < 500
]
_FIXED = {
    _unvarying(see_other(f"{_URI.path}/result")),
    *map(_unvarying, _REFUSALS),
    *map(_unvarying, map(without_body, _REFUSALS)),
}

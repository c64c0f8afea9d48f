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
NEXT = b"\x1d"  # where the next visitor's bytes begin
_PIECE = 32 * 1024  # as much as a read takes for certain
_PAGES = pages()
_URI = redirect_uri_parts(REDIRECT_URI)

Visit = Sequence[bytes]


def check(data: bytes) -> None:
    """Look that only the genuine request counts, and that nothing comes back of it."""
    visits = [each.split(CUT) for each in data.split(NEXT)]
    endpoint = _endpoint()
    responses = [_looked_at(endpoint, visit) for visit in visits]

    other = _endpoint()
    in_one_piece = [_response(other, [b"".join(visit)]) for visit in visits]
    assert responses == in_one_piece, "the pieces make a difference"
    assert endpoint.untrusted_answer == other.untrusted_answer


def answer_to(visit: Visit) -> str | None:
    """Return the query that counted, None where the request did not."""
    endpoint = _endpoint()
    _response(endpoint, visit)
    return endpoint.untrusted_answer


def _endpoint() -> RedirectionEndpoint:
    return RedirectionEndpoint(_URI, _PAGES, STANDARD_LIMITS, attempt().is_answer)


def _looked_at(endpoint: RedirectionEndpoint, visit: Visit) -> bytes | None:
    raw = b"".join(visit)
    before = endpoint.untrusted_answer

    response = _response(endpoint, visit)

    answer, expected = endpoint.untrusted_answer, genuine_query(raw, is_answer_by_hand)
    if before is not None:
        assert answer == before, "a later answer changed something"
    else:
        assert answer in {None, expected}, "what counted is not the genuine query"
        assert answer == expected or not is_plain(raw), "the genuine one did not count"
    assert response is None or response in _FIXED, "not a fixed response"
    return response


def _response(endpoint: RedirectionEndpoint, visit: Visit) -> bytes | None:
    """Return what the visitor is told, None where nothing is said yet."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        connection = LoopbackConnection(ours, 0.0, STANDARD_LIMITS)
        for piece in _readable(visit):
            theirs.sendall(piece)
            try:
                request = connection.read()
            except h11.RemoteProtocolError as error:
                is_too_large = error.error_status_hint == _TOO_LARGE
                return _unvarying(endpoint.malformed(is_too_large=is_too_large))
            if request is not None:
                response = endpoint.respond(request)
                assert response is not None, "only the result is waited for"
                return _unvarying(response)
    return None


def _readable(visit: Visit) -> Iterator[bytes]:
    for piece in visit:
        for start in range(0, len(piece), _PIECE):
            yield piece[start : start + _PIECE]


def _unvarying(response: bytes) -> bytes:
    """Return the response without the time and without the attempt's own path."""
    undated = re.sub(rb"\r\nDate: [^\r\n]{29}\r\n", b"\r\n", response)
    return re.sub(rb"/result/[\w-]{22}\r\n", b"/result\r\n", undated)


_TOO_LARGE = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
_REFUSALS = [
    page_response(_TOO_LARGE, _PAGES.too_large),
    *(page_response(each, _PAGES.refused) for each in HTTPStatus if 400 <= each < 500),
]
_FIXED = {
    _unvarying(see_other(f"{_URI.path}/result")),
    _unvarying(page_response(HTTPStatus.GONE, _PAGES.finished)),
    *map(_unvarying, _REFUSALS),
    *map(_unvarying, map(without_body, _REFUSALS)),
}

"""The address that a person pastes, from a browser on another computer (R3, R26)."""

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint
from tests.fuzz.answer_query import is_answer_by_hand
from tests.fuzz.authorization import attempt
from tests.fuzz.genuine_request import AUTHORITY
from tests.oauth.authorization_requests import REDIRECT_URI
from tests.oauth.loopback_harness import pages

_URI = redirect_uri_parts(REDIRECT_URI)
_PAGES = pages()
_ORIGIN = f"http://{AUTHORITY.decode()}"


def check(data: bytes) -> None:
    """Look that the address is the answer where a browser's visit there would be."""
    text = data.decode("utf-8", "surrogateescape")
    endpoint = RedirectionEndpoint(_URI, _PAGES, STANDARD_LIMITS, attempt().is_answer)

    is_answer = endpoint.offer(text)

    expected = _query_by_hand(text)
    assert is_answer == (expected is not None)
    assert endpoint.untrusted_answer == expected
    assert endpoint.answered.is_set() == is_answer


def _query_by_hand(text: str) -> str | None:
    address = text.strip()
    origin, target = address[: len(_ORIGIN)], address[len(_ORIGIN) :].split("#")[0]
    path, mark, query = target.partition("?")
    is_there = origin.lower() == _ORIGIN and path == "/callback" and mark == "?"
    is_sent = all("!" <= each <= "~" for each in target) and len(target) <= 16 * 1024
    return query if is_there and is_sent and is_answer_by_hand(query) else None

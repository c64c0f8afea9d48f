"""The line and the shape of a request, at their edges."""

from http import HTTPStatus

import h11
import pytest

from ringauth_gui.oauth.callback_request import (
    BrowserVisit,
    RefusedRequest,
    browser_visit,
)
from ringauth_gui.oauth.loopback_limits import LoopbackLimits

AUTHORITY = "localhost:27464"
HOST = ("Host", AUTHORITY)
LIMITS = LoopbackLimits(request_line_bytes=40)


def get(target: str, *headers: tuple[str, str]) -> h11.Request:
    return h11.Request(method="GET", target=target, headers=[HOST, *headers])


@pytest.mark.parametrize(
    ("target", "visit"),
    [
        ("/callback?a=b?c", BrowserVisit("/callback", "a=b?c")),
        ("/callback?", BrowserVisit("/callback", "")),
        ("/callback", BrowserVisit("/callback", None)),
    ],
)
def test_path_and_query_are_told_apart(target: str, visit: BrowserVisit) -> None:
    assert browser_visit(get(target), AUTHORITY, LIMITS) == visit


def test_a_line_just_within_the_limit_is_accepted() -> None:
    line = "/" + "x" * (40 - len("GET / HTTP/1.1"))

    assert browser_visit(get(line), AUTHORITY, LIMITS).path == line


def test_a_line_just_beyond_the_limit_is_refused() -> None:
    with pytest.raises(RefusedRequest) as refusal:
        browser_visit(get("/" + "x" * 27), AUTHORITY, LIMITS)

    assert refusal.value.status == HTTPStatus.REQUEST_URI_TOO_LONG


@pytest.mark.parametrize("version", ["0.9", "1.2", "2.0", "9.9"])
def test_a_version_that_no_browser_speaks_is_refused(version: str) -> None:
    spoken = h11.Request(method="GET", target="/", headers=[HOST], http_version=version)

    with pytest.raises(RefusedRequest) as refusal:
        browser_visit(spoken, AUTHORITY, LIMITS)

    assert refusal.value.status == HTTPStatus.BAD_REQUEST

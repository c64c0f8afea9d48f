"""The limits and the shape of a request, at their edges."""

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
LIMITS = LoopbackLimits(request_line_bytes=40, header_bytes=60, header_lines=3)


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


def test_what_is_just_within_the_limits_is_accepted() -> None:
    line = "/" + "x" * (40 - len("GET / HTTP/1.1"))
    headers = 60 - len(f"Host: {AUTHORITY}\r\n") - 2 * len("a: \r\n")

    largest = get(line, ("a", "x" * headers), ("a", ""))

    assert browser_visit(largest, AUTHORITY, LIMITS).path == line


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (get("/" + "x" * 27), HTTPStatus.REQUEST_URI_TOO_LONG),
        (get("/", ("a", "x" * 60)), HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
        (
            get("/", ("a", ""), ("b", ""), ("c", "")),
            HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        ),
    ],
)
def test_what_is_just_beyond_the_limits_is_refused(
    request_: h11.Request, status: HTTPStatus
) -> None:
    with pytest.raises(RefusedRequest) as refusal:
        browser_visit(request_, AUTHORITY, LIMITS)

    assert refusal.value.status == status


@pytest.mark.parametrize("version", ["0.9", "1.2", "2.0", "9.9"])
def test_a_version_that_no_browser_speaks_is_refused(version: str) -> None:
    spoken = h11.Request(method="GET", target="/", headers=[HOST], http_version=version)

    with pytest.raises(RefusedRequest) as refusal:
        browser_visit(spoken, AUTHORITY, LIMITS)

    assert refusal.value.status == HTTPStatus.BAD_REQUEST

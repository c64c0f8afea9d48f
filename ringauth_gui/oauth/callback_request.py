"""The one shape of request that may carry an authorization response (R3)."""

import re
from dataclasses import dataclass
from http import HTTPStatus

import h11

from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from ringauth_gui.oauth.redirect_uri import RedirectUri

_TARGET = re.compile(r"[!-~]+")  # what a request line can hold (RFC 9112 section 3.2)
_LINE_OVERHEAD = len("  HTTP/1.1")
_VERSIONS = (b"1.0", b"1.1")
_BODY = (b"content-length", b"transfer-encoding")
# A browser that fetches ahead of the person says so in one of these.
_AHEAD = (b"sec-purpose", b"purpose", b"x-purpose", b"x-moz")
_NAVIGATION = ((b"sec-fetch-mode", b"navigate"), (b"sec-fetch-dest", b"document"))

_Headers = tuple[tuple[bytes, bytes], ...]


class RefusedRequest(Exception):
    """A request that is not what is awaited; carries the status to answer with."""

    def __init__(self, status: HTTPStatus) -> None:
        """Take the ``status``, one of the 4xx."""
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True)
class BrowserVisit:
    """A browser's top-level navigation to this authority.

    Attributes:
        path: Without the query.
        untrusted_query: As it came, without the question mark; None when none came.
    """

    path: str
    untrusted_query: str | None


def browser_visit(
    request: h11.Request, authority: str, limits: LoopbackLimits
) -> BrowserVisit:
    """Return what ``request`` visits; its headers were measured as they came.

    Raises:
        RefusedRequest: It is not a person's navigation to ``authority``.
    """
    headers = tuple(request.headers)  # which h11 makes anew each time they are read
    _check_line(request, limits)
    if request.http_version not in _VERSIONS:
        raise RefusedRequest(HTTPStatus.BAD_REQUEST)
    if request.method != b"GET":
        raise RefusedRequest(HTTPStatus.METHOD_NOT_ALLOWED)
    if [host.lower() for host in _values(headers, b"host")] != [authority.encode()]:
        raise RefusedRequest(HTTPStatus.MISDIRECTED_REQUEST)
    if any(_values(headers, name) for name in _BODY):
        raise RefusedRequest(HTTPStatus.BAD_REQUEST)
    if any(_values(headers, name) for name in _AHEAD):
        raise RefusedRequest(HTTPStatus.FORBIDDEN)
    for name, expected in _NAVIGATION:
        if any(value != expected for value in _values(headers, name)):
            raise RefusedRequest(HTTPStatus.FORBIDDEN)
    return _visit(request.target.decode("ascii"))


def pasted_visit(
    untrusted_address: str, uri: RedirectUri, limits: LoopbackLimits
) -> BrowserVisit | None:
    """Return what a pasted address visits, None when it is not at the redirect URI."""
    address = untrusted_address.strip()
    origin = f"http://{uri.authority}"
    if address[: len(origin)].lower() != origin:
        return None
    # The fragment stays in the browser; on the wire it would not have been seen.
    target, _, _ = address[len(origin) :].partition("#")
    if len(target) > limits.request_line_bytes or not _TARGET.fullmatch(target):
        return None
    return _visit(target)


def _visit(target: str) -> BrowserVisit:
    path, mark, query = target.partition("?")
    return BrowserVisit(path, query if mark else None)


def _values(headers: _Headers, name: bytes) -> list[bytes]:
    return [value for header, value in headers if header == name]


def _check_line(request: h11.Request, limits: LoopbackLimits) -> None:
    line = len(request.method) + len(request.target) + _LINE_OVERHEAD
    if line > limits.request_line_bytes:
        raise RefusedRequest(HTTPStatus.REQUEST_URI_TOO_LONG)

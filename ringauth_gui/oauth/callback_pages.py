"""The fixed pages that a browser may be shown, as whole HTTP responses (R6)."""

from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path

_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Connection", "close"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


@dataclass(frozen=True)
class ResultPages:
    """The pages, as UTF-8 HTML without anything of a request in them.

    Attributes:
        signed_in: The sign-in succeeded.
        not_signed_in: It did not; the window says why.
        refused: The request is not what is awaited here.
        finished: The browser's part is over; the window shows the outcome.
    """

    signed_in: bytes
    not_signed_in: bytes
    refused: bytes
    finished: bytes


def read_result_pages(folder: Path) -> ResultPages:
    """Return the pages that lie in ``folder``."""
    return ResultPages(
        signed_in=(folder / "signed-in.html").read_bytes(),
        not_signed_in=(folder / "not-signed-in.html").read_bytes(),
        refused=(folder / "refused.html").read_bytes(),
        finished=(folder / "finished.html").read_bytes(),
    )


def page_response(status: HTTPStatus, page: bytes) -> bytes:
    """Return a whole response that shows ``page``."""
    # RFC 9110 section 15.5.6 wants Allow with 405; it is true of every answer here.
    return _response(status, page, ("Allow", "GET"))


def see_other(path: str) -> bytes:
    """Return a whole response that sends the browser on to ``path``."""
    return _response(HTTPStatus.SEE_OTHER, b"", ("Location", path))


def without_body(response: bytes) -> bytes:
    """Return only the head of ``response``, as HEAD asks for (RFC 9110 9.3.2)."""
    head, separator, _ = response.partition(b"\r\n\r\n")
    return head + separator


def _response(status: HTTPStatus, body: bytes, header: tuple[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
    varying = (
        header,
        ("Date", formatdate(usegmt=True)),
        ("Content-Length", str(len(body))),
    )
    lines += [f"{name}: {value}" for name, value in (*_HEADERS, *varying)]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body

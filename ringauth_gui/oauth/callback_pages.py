"""The fixed pages that a browser may be shown, as whole HTTP responses (R6)."""

import base64
import hashlib
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
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_POLICY = (
    "default-src 'none'; style-src {}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_STYLE_LINK = '<link rel="stylesheet" href="page.css">'
_STYLE_START, _STYLE_END = "<style>", "</style>"


@dataclass(frozen=True)
class ResultPages:
    """The pages, as whole UTF-8 HTML without anything of a request in them.

    Attributes:
        signed_in: The sign-in succeeded.
        not_signed_in: It did not; the window says why.
        refused: The request is not what is awaited here.
        too_large: It has more headers than are read, as those of a browser with many
            cookies of other servers on this computer have.
        finished: The browser's part is over; the window shows the outcome.
    """

    signed_in: bytes
    not_signed_in: bytes
    refused: bytes
    too_large: bytes
    finished: bytes


def read_result_pages(folder: Path) -> ResultPages:
    """Return the pages that lie in ``folder``, each with their common style in it."""
    style = (folder / "page.css").read_text("utf-8")

    def page(name: str) -> bytes:
        text = (folder / name).read_text("utf-8")
        whole = f"{_STYLE_START}{style}{_STYLE_END}"
        return text.replace(_STYLE_LINK, whole).encode()

    return ResultPages(
        signed_in=page("signed-in.html"),
        not_signed_in=page("not-signed-in.html"),
        refused=page("refused.html"),
        too_large=page("too-large.html"),
        finished=page("finished.html"),
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
        ("Content-Security-Policy", _POLICY.format(_style_source(body))),
        ("Date", formatdate(usegmt=True)),
        ("Content-Length", str(len(body))),
    )
    lines += [f"{name}: {value}" for name, value in (*_HEADERS, *varying)]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


def _style_source(page: bytes) -> str:
    """Return what allows the page's own style, and no other."""
    start, end = _STYLE_START.encode(), _STYLE_END.encode()
    style = page.partition(start)[2].partition(end)[0]
    if not style:
        return "'none'"
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode("ascii")
    return f"'sha256-{digest}'"

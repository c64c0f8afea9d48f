"""The pages for the browser, as they are shipped and as they are sent."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from ringauth_gui.oauth.callback_pages import (
    page_response,
    read_result_pages,
    see_other,
    without_body,
)
from tests.oauth.loopback_harness import PAGES_FOLDER, pages

POLICY = "Content-Security-Policy"
NAMES = ["signed-in", "not-signed-in", "refused", "too-large", "finished"]
LOWEST_CONTRAST = 4.5
PAIRS = [
    *[("text", "panel"), ("quiet", "panel")],
    *[(kind, f"{kind}-back") for kind in ("good", "bad", "note")],
]


class Outline(HTMLParser):
    """Collects what the tests ask about: elements, attributes and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    @override
    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts[self.elements[-1]] = " ".join(data.split())


def page(name: str) -> str:
    whole: bytes = getattr(pages(), name.replace("-", "_"))
    return whole.decode("utf-8")


def luminance(colour: str) -> float:
    """Compute the relative luminance of WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def headers_of(response: bytes) -> dict[str, str]:
    head = response.partition(b"\r\n\r\n")[0].decode("ascii")
    return dict(line.split(": ", 1) for line in head.split("\r\n")[1:])


def test_the_outcomes_read_as_designed() -> None:
    signed_in, not_signed_in = Outline(page(NAMES[0])), Outline(page(NAMES[1]))

    assert signed_in.texts["h1"] == "You are signed in"
    assert signed_in.texts["p"] == "RingAuth has the token. You can close this tab."
    assert not_signed_in.texts["h1"] == "Not signed in"
    assert not_signed_in.texts["p"] == (
        "RingAuth could not finish. Its window says why and what to do. "
        "Do not send this page's address to anyone."
    )


@pytest.mark.case("AR-19")
@pytest.mark.parametrize("name", NAMES[1:])
def test_a_page_that_may_stand_on_a_code_warns_not_to_share_its_address(
    name: str,
) -> None:
    assert (
        "Do not send this page's address to anyone." in Outline(page(name)).texts["p"]
    )


@pytest.mark.case("CB-16")
@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_no_script_and_nothing_from_elsewhere(name: str) -> None:
    outline = Outline(page(name))

    assert not {"script", "link", "img", "iframe", "form", "a"} & set(outline.elements)
    assert not [key for key, _ in outline.attributes if key.startswith("on")]
    assert "http" not in page(name)
    assert "url(" not in page(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_can_be_read_by_everybody(name: str) -> None:
    outline = Outline(page(name))

    assert ("lang", "en") in outline.attributes
    assert ("charset", "utf-8") in outline.attributes
    assert ("name", "viewport") in outline.attributes
    assert ("aria-hidden", "true") in outline.attributes
    assert outline.elements.count("h1") == 1
    assert outline.elements.count("main") == 1
    assert outline.texts["title"] == f"{outline.texts['h1']} - RingAuth"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_allowed_its_own_style_and_no_other(name: str) -> None:
    style = page(name).partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = headers_of(page_response(HTTPStatus.OK, page(name).encode()))[POLICY]

    assert "prefers-color-scheme" in style
    assert f"; style-src 'sha256-{digest}'; " in policy
    assert "unsafe" not in policy


def test_line_ends_of_another_system_do_not_keep_the_style_from_a_page(
    tmp_path: Path,
) -> None:
    for file in PAGES_FOLDER.iterdir():
        lines = file.read_text("utf-8").replace("\n", "\r\n")
        (tmp_path / file.name).write_bytes(lines.encode())

    assert read_result_pages(tmp_path) == pages()


def test_every_pair_of_colours_has_enough_contrast_in_light_and_dark() -> None:
    style = (PAGES_FOLDER / "page.css").read_text("utf-8")
    light, dark = style.split("@media (prefers-color-scheme: dark)")

    for scheme in (light, dark):
        colours: dict[str, Any] = dict(re.findall(r"--([\w-]+): (#\w{6})", scheme))
        for foreground, background in PAIRS:
            assert contrast(colours[foreground], colours[background]) >= LOWEST_CONTRAST


@pytest.mark.case("CB-16")
@pytest.mark.parametrize(
    "response",
    [page_response(HTTPStatus.OK, b"page"), see_other("/callback/result")],
)
def test_every_response_is_closed_uncached_unframed_and_confined(
    response: bytes,
) -> None:
    headers = headers_of(response)

    assert headers["Connection"] == "close"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers[POLICY] == (
        "default-src 'none'; style-src 'none'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    assert "Server" not in headers
    assert not [name for name in headers if name.startswith("Access-Control")]


def test_a_page_is_sent_whole_with_its_length() -> None:
    response = page_response(HTTPStatus.OK, pages().signed_in)

    assert headers_of(response)["Content-Length"] == str(len(pages().signed_in))
    assert response.endswith(b"\r\n\r\n" + pages().signed_in)


def test_a_redirect_names_a_path_and_has_no_body() -> None:
    response = see_other("/callback/result")

    assert response.startswith(b"HTTP/1.1 303 See Other\r\n")
    assert headers_of(response)["Location"] == "/callback/result"
    assert response.endswith(b"\r\n\r\n")


def test_the_head_of_a_response_keeps_its_length_without_the_body() -> None:
    response = without_body(page_response(HTTPStatus.NOT_FOUND, b"page"))

    assert headers_of(response)["Content-Length"] == "4"
    assert response.endswith(b"\r\n\r\n")

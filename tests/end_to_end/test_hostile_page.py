"""A page that means harm, in the browser in which the person signs in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask, Response
from playwright.sync_api import Page
from werkzeug.serving import make_server

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.hostile_site import HostileSite
from tests.end_to_end.overseer import Overseer, PageLost
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.running_browser import RunningBrowser, sign_in
from tests.end_to_end.signed_in import wait_for_token
from tests.end_to_end.token_requests import token_requests

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

MARK = "hostile-mark"  # stands in everything that the page sends
REFUSED = "<h1>This page is only for RingAuth</h1>"
PORT = 27464
TARGETS = (f"http://localhost:{PORT}", f"http://127.0.0.1:{PORT}")
WAYS_INTO_A_TAB = 9
# On a busy machine not every way comes to its end in each, and pages are lost.
MOST_TRIES = 3
LEARNED_OF_THE_CARELESS = {
    "a fetch",
    "a fetch without CORS",
    "a record",
    "a service worker",
    "a worker's fetch",
    "an XMLHttpRequest by POST",
}


@contextmanager
def careless_server() -> Iterator[None]:
    """Answer everybody in the receiver's place, and let everybody read it."""
    app = Flask(__name__)

    @app.route("/<path:_>", methods=["GET", "POST", "OPTIONS"])
    def answer(_: str) -> Response:
        leave = ("Origin", "Headers", "Methods")
        headers = {f"Access-Control-Allow-{each}": "*" for each in leave}
        return Response("<iframe></iframe>", headers=headers, mimetype="text/html")

    server = make_server("127.0.0.1", PORT, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def test_a_hostile_page_neither_stops_nor_overhears_a_sign_in(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    asked: list[str] = []
    with (
        HostileSite() as site,
        PracticeServer(),
        token_requests() as exchanged,
        RunningBrowser(folder, browser) as chromium,
        Program(desktop, browser, ["--practice"]) as program,
    ):
        overseer = Overseer(chromium, site)
        overseer.wait_for_rounds()
        program.window.press("authorizeButton")
        address = chromium.next_address()
        person = chromium.open(address)
        person.on("request", lambda sent: asked.append(sent.url))
        _check_tabs(_tabs(overseer, site.tabs[0]), site)
        _check_that_the_window_waits(program)
        chromium.open(site.tabs[1]).evaluate("void openTabs()")

        sign_in(person)

        wait_for_token(program.window)
        assert "You are signed in" in person.inner_text("body")
        overseer.wait_for_rounds(2)
        assert exchanged == ["authorization_code"]
        assert {each.way: each.learned for each in site.told() if each.learned} == {}
        assert not [url for url in overseer.framed if url.startswith(TARGETS)]
        for secret in (_query(address)["state"], _code(asked)):
            assert secret not in site.requests()
        program.quit()


def test_where_a_server_is_careless_the_page_does_learn_something(
    folder: Path, browser: Browser
) -> None:
    with (
        careless_server(),
        HostileSite() as site,
        RunningBrowser(folder, browser) as chromium,
    ):
        overseer = Overseer(chromium, site)

        for _ in range(MOST_TRIES):
            overseer.wait_for_rounds(2)
            learned = {each.way for each in site.told() if each.learned}
            if learned >= LEARNED_OF_THE_CARELESS:
                break

        assert learned >= LEARNED_OF_THE_CARELESS
        assert [url for url in overseer.framed if url.startswith(TARGETS)]


def _tabs(overseer: Overseer, address: str) -> list[Page]:
    for _ in range(MOST_TRIES - 1):
        with suppress(PageLost):
            return overseer.open_tabs(address, WAYS_INTO_A_TAB)
    return overseer.open_tabs(address, WAYS_INTO_A_TAB)


def _check_tabs(tabs: list[Page], site: HostileSite) -> None:
    """Check that each is told the same fixed words, and is out of the page's reach."""
    for tab in tabs:
        content = tab.content()
        assert tab.url.startswith(TARGETS)
        assert REFUSED in content
        assert MARK not in content
    holds = [each.cut_off for each in site.told() if each.cut_off is not None]
    assert holds
    assert all(holds)


def _check_that_the_window_waits(program: Program) -> None:
    program.window.wait_for("waitingPanel")
    message = program.window.read("messageBar")
    assert message is None or not message.is_showing


def _code(asked: list[str]) -> str:
    callback = next(url for url in asked if url.startswith(TARGETS))
    return _query(callback)["code"]


def _query(address: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}

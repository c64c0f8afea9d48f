"""The practice server's own page in a real Chromium, and a page that attacks it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from typing_extensions import override

from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.person_at_browser import CHROMIUM, FLAGS
from tests.practice.control_use import ControlUse
from tests.practice.visitor import Visitor

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(120)]

NARROW = 400
ATTACK = """<!doctype html><title>Attack</title>
<form id="form" method="post" action="{0}/practice/">
<input name="action" value="scene"><input name="key" value="penalty"></form>
<form id="text" method="post" enctype="text/plain" action="{0}/practice/scenes/penalty">
<input name="a" value="b"></form>
<a id="link" href="{0}/practice/state">state</a>"""
FETCH = """async ([address, method, headers]) => {
  try {
    const answer = await fetch(address, {method, headers});
    return answer.status;
  } catch (error) { return "blocked"; }
}"""


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with PracticeServer(0) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def control(server: PracticeServer) -> Iterator[ControlUse]:
    control = ControlUse(server.address)
    yield control
    control.send("POST", "reset")


def test_a_scene_is_started_and_ended_on_the_page(
    page: Page, control: ControlUse
) -> None:
    page.goto(control.address)
    page.click("text=Scenes, faults and settings")
    page.click("#scene-penalty button")
    playing = control.state()["scene"]
    said = page.inner_text("main")

    page.click("text=Behave as RingCentral again")

    assert playing["key"] == "penalty"
    assert "The scene Penalty is on." in said
    assert control.state()["scene"] is None


def test_a_fault_a_setting_and_a_session_are_switched_on_the_page(
    page: Page, control: ControlUse
) -> None:
    session = Visitor(control.address).get_tokens()["session_id"]
    page.goto(f"{control.address}/practice/")
    page.click("#fault-slow summary")
    page.fill("#fault-slow input[name=amount]", "3")
    page.uncheck("#fault-slow input[value=jwt]")
    page.click("#fault-slow button[value=fault-on]")
    page.fill("#setting-penalty", "30")
    page.click("text=Save settings")
    state = control.state()

    page.click(f"form:has(input[value='{session}']) button")

    assert [each["amount"] for each in state["faults"]] == [3]
    assert [each["endpoints"] for each in state["faults"]] == [["code", "refresh"]]
    assert state["settings"]["penalty"] == 30
    assert control.state()["sessions"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_of_a_narrow_window(
    browser: Browser, server: PracticeServer, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": NARROW, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(f"{server.address}/practice/")

    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    assert page.locator("section.card").count() > len(SCENES)
    page.close()


def test_a_page_of_another_server_switches_and_reads_nothing(
    page: Page, control: ControlUse
) -> None:
    before = control.state()
    with _attacker(ATTACK.format(control.address)) as attacker:
        for name in ("form", "text"):
            page.goto(attacker)
            with page.expect_navigation():
                page.evaluate(f"document.getElementById('{name}').submit()")
            assert "errors" in page.inner_text("body")
        page.goto(attacker)
        with page.expect_navigation():
            page.click("#link")
        assert "settings" not in page.inner_text("body")
        page.goto(attacker)
        json = {"Content-Type": "application/json"}
        for method, path, headers in (
            ("GET", "state", {}),
            ("POST", "reset", json),
            ("DELETE", "sessions", {}),
        ):
            request = [f"{control.address}/practice/{path}", method, headers]
            assert page.evaluate(FETCH, request) == "blocked"

    assert control.state() == before


@contextmanager
def _attacker(body: str) -> Iterator[str]:
    """Serve one page on another port of this computer."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as attacker:
        thread = threading.Thread(target=attacker.serve_forever)
        thread.start()
        yield f"http://localhost:{attacker.server_port}/"
        attacker.shutdown()
        thread.join()

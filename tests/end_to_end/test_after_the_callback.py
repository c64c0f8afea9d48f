"""What the browser keeps of a sign-in that is over, and what it can do with it."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.running_browser import RunningBrowser, sign_in
from tests.end_to_end.signed_in import revealed, wait_for_token
from tests.end_to_end.token_requests import token_requests

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

CALLBACK = "http://localhost:27464/callback"
REFUSED = "ERR_CONNECTION_REFUSED"
CHAIN_END = 0x20000000  # of Chromium's visits: not only a step to the next address


@pytest.mark.case("CB-17")
def test_the_browser_ends_on_an_address_without_the_code_and_lists_no_other(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    with (
        RunningBrowser(folder, browser) as chromium,
        Program(desktop, browser, ["--practice"]) as program,
    ):
        program.window.press("authorizeButton")
        person = chromium.open(chromium.next_address())

        sign_in(person)

        wait_for_token(program.window)
        assert person.url.startswith(f"{CALLBACK}/result/")
        assert "?" not in person.url
        assert not [each for each in _tab_history(person) if "code=" in each]
        program.quit()

    shown = _visits_that_are_listed(chromium.profile)
    assert [each for each in shown if each.startswith(f"{CALLBACK}/result/")]
    assert not [each for each in shown if "code=" in each]


@pytest.mark.case("CB-11")
def test_reload_and_back_after_success_change_nothing(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    asked: list[str] = []
    with (
        PracticeServer(),
        token_requests() as exchanged,
        RunningBrowser(folder, browser) as chromium,
        Program(desktop, browser, ["--practice"]) as program,
    ):
        program.window.press("authorizeButton")
        person = chromium.open(chromium.next_address())
        person.on("request", lambda sent: asked.append(sent.url))
        sign_in(person)
        wait_for_token(program.window)
        token = revealed(program.window, "Access")
        callback = next(url for url in asked if url.startswith(f"{CALLBACK}?"))

        with pytest.raises(PlaywrightError, match=REFUSED):
            person.reload()
        with suppress(PlaywrightError):  # the page before it came of a form
            person.go_back()
        with suppress(PlaywrightError):
            person.go_forward()
        with pytest.raises(PlaywrightError, match=REFUSED):
            chromium.open(callback)

        assert exchanged == ["authorization_code"]
        assert revealed(program.window, "Access") == token
        program.quit()


def _tab_history(page: Page) -> list[str]:
    session = page.context.new_cdp_session(page)
    history = session.send("Page.getNavigationHistory")
    return [entry["url"] for entry in history["entries"]]


def _visits_that_are_listed(profile: Path) -> list[str]:
    """Return what the browser's list of visited pages shows."""
    database = profile / "Default" / "History"
    with closing(sqlite3.connect(database)) as history:
        rows = history.execute(
            "SELECT urls.url, visits.transition FROM visits, urls "
            "WHERE visits.url = urls.id AND NOT urls.hidden"
        )
        return [url for url, transition in rows if transition & CHAIN_END]

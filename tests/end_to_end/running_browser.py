"""A Chromium that the person has had open for a while, with other people's pages."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.end_to_end.person_at_browser import CHROMIUM, FLAGS, take
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import VISIT_SECONDS, Browser

HANDED_OVER = Path(__file__).with_name("handed_over.py")


class RunningBrowser:
    """Opens the addresses that RingAuth hands to ``$BROWSER`` in a tab of their own.

    Attributes:
        context: The browser's tabs.
        profile: The folder with all that the browser keeps.
    """

    context: BrowserContext

    def __init__(self, folder: Path, browser: Browser) -> None:
        """Take the place of ``browser``, whose person starts one for each address."""
        self.profile = folder / "chromium"
        self._address = folder / "address"
        self._running = ExitStack()
        browser.variables |= {
            "BROWSER": f"{sys.executable} {HANDED_OVER}",
            "RINGAUTH_TEST_ADDRESS": str(self._address),
        }

    def __enter__(self) -> Self:
        """Open the browser."""
        with ExitStack() as running:
            playwright = running.enter_context(sync_playwright())
            self.context = playwright.chromium.launch_persistent_context(
                self.profile, executable_path=CHROMIUM, args=FLAGS
            )
            running.callback(self.context.close)
            self._running = running.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._running.close()

    def next_address(self) -> str:
        """Wait for the address that RingAuth hands over, and return it."""
        wait_until(self._address.exists, VISIT_SECONDS, "handed to the browser")
        address = self._address.read_text("utf-8")
        self._address.unlink()
        return address

    def open(self, address: str) -> Page:
        """Open a tab."""
        page = self.context.new_page()
        page.goto(address)
        return page


def sign_in(page: Page) -> None:
    """Sign in at the practice server and grant what the app asks for."""
    take(page, "sign in")
    take(page, "authorize")

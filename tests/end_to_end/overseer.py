"""Sees in the browser what no page can: the hostile pages' tabs and frames."""

from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Page

from tests.end_to_end.hostile_site import HostileSite
from tests.end_to_end.processes import wait_until
from tests.end_to_end.running_browser import RunningBrowser

ROUND_SECONDS = 60.0  # a round takes two on an idle machine
TABS_SECONDS = 30.0


class PageLost(Exception):
    """The browser lost a page, which is nobody's doing here."""


class Overseer:
    """Opens the hostile pages, and watches what they do.

    Chromium 156 sometimes loses a page that opens tabs, and does so oftener where it
    attacks from where it is as well, so that there are two kinds.

    Attributes:
        storms: The pages that attack from where they are, one of each origin.
        framed: The address of everything that was shown in a frame of theirs.
    """

    def __init__(self, chromium: RunningBrowser, site: HostileSite) -> None:
        """Let the ``site``'s storms attack from now on."""
        self._chromium = chromium
        self._site = site
        self.framed: list[str] = []
        self.storms = [chromium.open(address) for address in site.storms]
        for page in self.storms:
            page.on("framenavigated", self._note)

    def wait_for_rounds(self, number: int = 1) -> None:
        """Return when each storm has finished so many rounds more."""
        aims = {each: number + self._last_round(each) for each in self.storms}

        def reached() -> bool:
            self._hear_news()
            return all(self._last_round(each) >= aim for each, aim in aims.items())

        wait_until(reached, ROUND_SECONDS, f"finished: {number} rounds")

    def open_tabs(self, address: str, number: int) -> list[Page]:
        """Let the page at ``address`` open its tabs; return those when all have come.

        Raises:
            PageLost: They are not so many, or not each shows something.
        """
        opener = self._chromium.open(address)
        known = list(self._chromium.context.pages)

        def opened() -> list[Page]:
            return [each for each in self._chromium.context.pages if each not in known]

        def have_come() -> bool:
            # The browser tells of some only after their opener is done with them.
            self._hear_news()
            return len(opened()) == number

        try:
            opener.evaluate("openTabs()")
            wait_until(have_come, TABS_SECONDS, f"opened: {number} tabs")
            for tab in opened():
                tab.wait_for_selector("h1")
        except (PlaywrightError, AssertionError) as error:
            shown = [each.url for each in opened()]
            raise PageLost(f"{error}: {shown}") from error
        return opened()

    def _hear_news(self) -> None:
        self.storms[0].wait_for_timeout(50)

    def _note(self, frame: Frame) -> None:
        if frame.parent_frame is not None:
            self.framed.append(frame.url)

    def _last_round(self, page: Page) -> int:
        where = urlsplit(page.url).netloc
        rounds = (told.round for told in self._site.told() if told.page == where)
        return max(rounds, default=-1)

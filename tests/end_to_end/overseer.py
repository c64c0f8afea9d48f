"""Sees in the browser what no page can: the hostile pages' tabs and frames."""

from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page

from tests.end_to_end.hostile_site import HostileSite
from tests.end_to_end.processes import wait_until
from tests.end_to_end.running_browser import RunningBrowser

ROUND_SECONDS = 60.0  # a round takes two on an idle machine


class Overseer:
    """Opens the hostile pages, and watches what they do.

    Chromium 156 sometimes loses a page that does both, so that there are two kinds.

    Attributes:
        storms: The pages that attack from where they are, one of each origin.
        openers: The pages that open tabs, likewise.
        framed: The address of everything that was shown in a frame of theirs.
    """

    def __init__(self, chromium: RunningBrowser, site: HostileSite) -> None:
        """Let the ``site``'s storms attack from now on."""
        self._chromium = chromium
        self._site = site
        self.framed: list[str] = []
        self.storms = [chromium.open(address) for address in site.storms]
        self.openers = [chromium.open(address) for address in site.tabs]
        self._known = list(chromium.context.pages)
        for page in self.storms:
            page.on("framenavigated", self._note)

    def wait_for_rounds(self, number: int = 1) -> None:
        """Return when each storm has finished so many rounds more."""
        aims = {each: number + self._last_round(each) for each in self.storms}

        def reached() -> bool:
            self.storms[0].wait_for_timeout(50)  # the browser's news is heard meanwhile
            return all(self._last_round(each) >= aim for each, aim in aims.items())

        wait_until(reached, ROUND_SECONDS, f"finished: {number} rounds")

    def opened(self, *known: Page) -> list[Page]:
        """Return the tabs that the hostile pages opened: all but the ``known``."""
        known = (*known, *self._known)
        return [each for each in self._chromium.context.pages if each not in known]

    def _note(self, frame: Frame) -> None:
        if frame.parent_frame is not None:
            self.framed.append(frame.url)

    def _last_round(self, page: Page) -> int:
        where = urlsplit(page.url).netloc
        rounds = (told.round for told in self._site.told() if told.page == where)
        return max(rounds, default=-1)

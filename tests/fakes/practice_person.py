"""A person at the practice server: signs in, and allows or denies the app."""

import threading
from urllib.parse import urlsplit

import requests

from tests.fakes.fake_browser import NAVIGATION, FakeBrowser, LoadedPage
from tests.practice.visitor import Visitor, ticket_of


class PracticePerson:
    """Opens an address as a system browser does, and does what a person would.

    Attributes:
        who: The extension that signs in.
        decision: ``authorize`` or ``deny``.
    """

    def __init__(self, who: str = "101", decision: str = "authorize") -> None:
        self.who = who
        self.decision = decision
        self._browser = FakeBrowser()
        self._went = threading.Event()

    def open(self, address: str) -> bool:
        """Begin to sign in at ``address``."""
        self._went.clear()
        threading.Thread(target=self._sign_in, args=(address,), daemon=True).start()
        return True

    def page(self) -> LoadedPage:
        """Wait for the page that the browser ends on."""
        assert self._went.wait(10)
        return self._browser.page()

    def _sign_in(self, address: str) -> None:
        parts = urlsplit(address)
        visitor = Visitor(f"{parts.scheme}://{parts.netloc}")
        page = requests.get(address, headers=NAVIGATION, timeout=10)
        ticket = ticket_of(page)
        visitor.sign_in(ticket, who=self.who)
        answer = visitor.consent(ticket, self.decision)
        self._browser.open(answer.headers["Location"])
        self._went.set()

"""A person who fills in the pages of other servers, without a browser to look at."""

import re
import threading
from collections.abc import Mapping

import requests

from tests.strangers.facts import PASSWORD, WHO

MOST_PAGES = 6
_CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
# What tells a page, and what a person enters there.
_PAGES: Mapping[str, Mapping[str, str]] = {
    'name="sub"': {"sub": WHO},
    'name="login"': {"login": WHO},
    'name="password"': {"password": PASSWORD},
    'value="accept"': {"answer": "accept"},
}


class Visitor:
    """Opens an address as a system browser does, and signs in there."""

    def open(self, address: str) -> bool:
        """Begin to sign in at ``address``."""
        threading.Thread(target=self._sign_in, args=(address,), daemon=True).start()
        return True

    def _sign_in(self, address: str) -> None:
        with requests.Session() as session:
            page = session.get(address, timeout=10)
            for _ in range(MOST_PAGES):
                entered = next(
                    (what for sign, what in _PAGES.items() if sign in page.text), None
                )
                if entered is None:
                    return
                token = _CSRF.search(page.text)
                form = {**entered, **({"csrf_token": token[1]} if token else {})}
                page = session.post(page.url, data=form, timeout=10)

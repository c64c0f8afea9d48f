"""The browser that sends the current request, told by a cookie of the pages."""

from flask import request
from werkzeug.wrappers import Response

from ringauth_gui.practice.people import Person
from ringauth_gui.practice.world import World

_COOKIE = "practice_browser"


class SignedInBrowser:
    """Recognizes the browser, where the settings let it stay signed in."""

    def __init__(self, world: World) -> None:
        self._behaviour = world.behaviour
        self._browsers = world.browsers

    @property
    def person(self) -> Person | None:
        """Who is signed in in it; None for nobody."""
        if not self._behaviour.settings.browser_stays_signed_in:
            return None
        return self._browsers.person(self._untrusted_key)

    def sign_in(self, person: Person, answer: Response) -> None:
        """Have ``answer`` give the browser a new key, in place of an earlier one."""
        if not self._behaviour.settings.browser_stays_signed_in:
            return
        self._browsers.end(self._untrusted_key)
        key = self._browsers.start(person)
        answer.set_cookie(_COOKIE, key, httponly=True, samesite="Lax")

    def sign_out(self, answer: Response) -> None:
        """Forget who was signed in, here and with ``answer`` in the browser."""
        self._browsers.end(self._untrusted_key)
        answer.delete_cookie(_COOKIE, httponly=True, samesite="Lax")

    @property
    def _untrusted_key(self) -> str:
        return request.cookies.get(_COOKIE, "")

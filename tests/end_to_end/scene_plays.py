"""How each scene is played by a person, step by step."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ringauth_gui.practice.apps import CONFIDENTIAL_APP
from ringauth_gui.practice.scene import Place, Promise, Scene
from ringauth_gui.practice.scenes import SIGN_IN_BEFORE
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import SIGN_IN, authorize, save_profile, sign_in

_OVER = r"over, ([2-9]|[0-9]{2}) s ago"


@dataclass(frozen=True)
class Player:
    """A person who plays scenes in one window.

    Attributes:
        program: The program.
        browser: The person's browser.
        start: Starts the scene in question.
    """

    program: Program
    browser: Browser
    start: Callable[[], None]

    def play(self, scene: Scene) -> None:
        """Take the steps that the scene tells, word for word."""
        steps = list(scene.steps)
        if steps[0] == SIGN_IN_BEFORE:
            sign_in(self.program, self.browser)
            del steps[0]
        self.start()
        for step in steps:
            self._takes()[step]()

    def _takes(self) -> Mapping[str, Callable[[], object]]:
        """Return how each step is taken that a scene may tell."""
        window = self.program.window
        return {
            "Use the confidential app with its known secret.": self._enter_secret,
            "Give the profile the scope “openid ReadAccounts” (Advanced options).": (
                lambda: self._enter_option("scopeEdit", "openid ReadAccounts")
            ),
            "Give the profile the brand ID 3420 (Advanced options).": (
                lambda: self._enter_option("brandIdEdit", "3420")
            ),
            "Press Authorize, sign in and allow it.": (
                lambda: authorize(self.program, self.browser, *SIGN_IN)
            ),
            "Press Authorize and allow it.": (
                lambda: authorize(self.program, self.browser, "authorize")
            ),
            "Press Authorize.": lambda: authorize(self.program, self.browser),
            "Press Refresh.": lambda: window.press("refreshButton"),
            "Press Check.": lambda: window.press("checkButton"),
            "Press Try again in the message.": (
                lambda: window.press("messageAction-try-again")
            ),
            "Wait eleven seconds.": (
                # The window calls it over a moment before the server does.
                lambda: window.wait_for(
                    "accessExpiryValue",
                    lambda it: re.search(_OVER, it.text) is not None,
                )
            ),
            "Look at the Account tab.": lambda: window.choose("tabs", "Account"),
        }

    def _enter_secret(self) -> None:
        self.program.window.choose("tabs", "Profile")
        self._save("clientSecretEdit", CONFIDENTIAL_APP.client_secret or "")

    def _enter_option(self, field: str, value: str) -> None:
        window = self.program.window
        window.choose("tabs", "Profile")
        if "checked" not in window.wait_for("advancedButton").states:
            window.press("advancedButton")
        self._save(field, value)

    def _save(self, field: str, value: str) -> None:
        window = self.program.window
        window.type(field, value)
        save_profile(window)
        window.choose("tabs", "Token")

    def expect(self, promise: Promise) -> None:
        """Wait until the window keeps the promise."""
        window = self.program.window
        if promise.place is Place.TITLE:
            window.wait_for("messageTitle", lambda it: it.text == promise.text)
        elif promise.place is Place.ANSWER_CHECKS:
            window.wait_for_any(promise.text)
        elif promise.place is Place.REFRESH_TIP:
            window.wait_for("refreshButton", lambda it: promise.text in it.description)
        else:
            window.wait_for_text(promise.place.value, promise.text)

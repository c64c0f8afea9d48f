"""How each scene is played by a person, step by step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ringauth_gui.practice.apps import CONFIDENTIAL_APP
from ringauth_gui.practice.scene import Place, Promise
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import SIGN_IN, authorize, sign_in
from tests.end_to_end.window import Control, Window

REFRESHED = ("sign in", "start", "refresh")
AUTHORIZED = ("start", "authorize")
PLAYS: Mapping[str, tuple[str, ...]] = {
    "secret-rotated": ("enter the secret", *AUTHORIZED),
    "session-ended": REFRESHED,
    "penalty": REFRESHED,
    "no-refresh-token": AUTHORIZED,
    "user-without-permission": ("sign in", "start", "check"),
    "no-app-access": REFRESHED,
    "user-disabled": REFRESHED,
    "session-limit": REFRESHED,
    "access-denied": AUTHORIZED,
    "lost-answer": (*REFRESHED, "try again"),
    "network-portal": REFRESHED,
    "wrong-json": REFRESHED,
    "server-down": REFRESHED,
    "expires-soon": ("start", "sign in", "wait", "check"),
    "session-end": AUTHORIZED,
    "id-token-key": (*AUTHORIZED, "look at the Account tab"),
    "other-brand": ("start", "authorize in vain"),
}


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

    def play(self, step: str) -> None:
        """Take one step."""
        window = self.program.window
        steps: Mapping[str, Callable[[], object]] = {
            "start": self.start,
            "enter the secret": lambda: enter_secret(window),
            "sign in": lambda: sign_in(self.program, self.browser),
            "authorize": lambda: authorize(self.program, self.browser, *SIGN_IN),
            "authorize in vain": lambda: authorize(self.program, self.browser),
            "refresh": lambda: window.press("refreshButton"),
            "check": lambda: window.press("checkButton"),
            "try again": lambda: window.press("messageAction-try-again"),
            "wait": lambda: window.wait_for("countdown", _is_over),
            "look at the Account tab": lambda: window.choose("tabs", "Account"),
        }
        steps[step]()

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


def enter_secret(window: Window) -> None:
    """Type the ready app's secret into its profile."""
    window.choose("tabs", "Profile")
    window.type("clientSecretEdit", CONFIDENTIAL_APP.client_secret or "")
    window.press("saveProfileButton")
    window.wait_for("discardProfileButton", lambda button: not button.is_usable)
    window.choose("tabs", "Token")


def _is_over(countdown: Control) -> bool:
    return "Access token: over" in countdown.description

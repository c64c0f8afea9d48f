"""The steps that most end-to-end tests share."""

import re

from tests.end_to_end.program import Browser, Program, Visit
from tests.end_to_end.window import Window

SIGN_IN = ("sign in", "authorize")
UNITS = {"d": 86400, "h": 3600, "min": 60, "s": 1}


def try_it(window: Window) -> None:
    """Press Try it on the first screen and wait for the practice profile."""
    window.press("tryPracticeButton")
    window.wait_for("authorizeButton", lambda control: control.is_usable)


def authorize(program: Program, browser: Browser, *steps: str) -> Visit:
    """Press Authorize and take ``steps`` in the browser; return where that ended."""
    browser.will(*steps)
    program.window.press("authorizeButton")
    try:
        return browser.next_visit()
    except AssertionError as late:
        seen = f"{program.window.dump()}\n{browser.trouble()}"
        raise AssertionError(f"{late}\n{seen}") from None


def sign_in(program: Program, browser: Browser) -> Visit:
    """Authorize, with the right password, and wait for the token."""
    visit = authorize(program, browser, *SIGN_IN)
    wait_for_token(program.window)
    return visit


def save_profile(window: Window) -> None:
    """Save what is typed on the Profile tab, and wait until that is done."""
    window.press("saveProfileButton")
    window.wait_for("discardProfileButton", lambda button: not button.is_usable)


def wait_for_token(window: Window) -> None:
    """Wait until the token is shown."""
    window.wait_for_text("accessTokenField", "•")


def revealed(window: Window, kind: str) -> str:
    """Show the access or refresh token, return it, and hide it again.

    Args:
        window: Where the token is.
        kind: ``Access`` or ``Refresh``.
    """
    field, button = f"{kind.lower()}TokenField", f"show{kind}TokenButton"
    window.press(button)
    shown = window.wait_for(field, lambda control: "•" not in control.text).text
    window.press(button)
    window.wait_for_text(field, "•")
    return shown


def seconds_left(window: Window) -> int:
    """Return what the countdown says of the access token."""
    text = window.wait_for("countdown").description
    told = re.search(r"Access token: (.*?) left", text)
    assert told is not None, text
    return sum(int(number) * UNITS[unit] for number, unit in _amounts(told[1]))


def _amounts(text: str) -> list[tuple[str, str]]:
    return re.findall(r"(\d+) (d|h|min|s)\b", text)

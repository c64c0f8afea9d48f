"""The main job, as a person does it, from the first screen to the second app."""

import time

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import (
    revealed,
    seconds_left,
    sign_in,
    try_it,
    wait_for_token,
)
from tests.end_to_end.window import Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

PUBLIC_APP = "practice-public-app"


def test_from_the_first_screen_to_tomorrow_to_the_public_app(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser) as program:
        try_it(program.window)
        visit = sign_in(program, browser)
        assert "You are signed in" in visit.text
        assert "?" not in visit.address
        _check(program.window)
        _refresh(program.window)
        before, seen_at = seconds_left(program.window), time.monotonic()
        token = revealed(program.window, "Access")
        program.quit()

    with Program(desktop, browser) as program:
        wait_for_token(program.window)
        expected = before - (time.monotonic() - seen_at)
        assert seconds_left(program.window) == pytest.approx(expected, abs=3)
        assert revealed(program.window, "Access") == token
        _revoke(program.window)
        _change_to_the_public_app(program.window)
        visit = sign_in(program, browser)
        assert "You are signed in" in visit.text
        assert f"client_id={PUBLIC_APP}" in visit.requested[0]
        assert revealed(program.window, "Access") != token
        program.quit()


def _check(window: Window) -> None:
    window.press("checkButton")
    identity = window.wait_for_text("identityLine", "Ada Practice")
    assert "101" in identity


def _refresh(window: Window) -> None:
    old = revealed(window, "Access")
    window.press("refreshButton")
    window.wait_for_text("messageTitle", "Refreshed")
    assert revealed(window, "Access") != old


def _revoke(window: Window) -> None:
    window.press("revokeButton")
    window.press("confirmRevokeButton")
    window.wait_for_text("messageText", "proved: the API answers 401")
    window.wait_until_gone("accessTokenField")


def _change_to_the_public_app(window: Window) -> None:
    window.choose("tabs", "Profile")
    window.type("clientIdEdit", PUBLIC_APP)
    has_secret = window.wait_for("hasSecretCheck")
    if "checked" in has_secret.states:
        window.press("hasSecretCheck")
    window.press("saveProfileButton")
    window.wait_for("discardProfileButton", lambda button: not button.is_usable)
    window.choose("tabs", "Token")

"""The five authentication calls of a minute, as a person sees them go."""

import re

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import sign_in
from tests.end_to_end.window import Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


def test_the_meter_goes_down_and_the_last_call_is_kept_for_revoke(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        window = program.window
        window.choose("tabs", "HTTP log")
        window.wait_for_text("callMeterText", "5 of 5 calls left this minute")

        window.choose("tabs", "Token")
        sign_in(program, browser)
        window.choose("tabs", "HTTP log")
        window.wait_for_text("callMeterText", "3 of 5 calls left this minute")
        assert "Calls: 3 of 5 left" in window.wait_for("statusLine").text
        window.wait_for_text("callMeterTold", "server says: auth,")

        _refresh(window)
        window.wait_for_text("callMeterText", "2 of 5 calls left this minute")
        _refresh(window)
        window.wait_for_text("callMeterText", "1 of 5 calls left this minute")

        refresh = window.wait_for("refreshButton", lambda button: not button.is_usable)
        assert re.search(r"kept for Revoke: wait \d+ s", refresh.description)
        assert not window.wait_for("authorizeButton").is_usable
        before = refresh.description
        window.wait_for("refreshButton", lambda button: button.description != before)

        window.press("revokeButton")
        window.press("confirmRevokeButton")
        window.wait_for_text("messageTitle", "Revoked")
        window.wait_for_text("callMeterText", "0 of 5 calls left this minute")


def _refresh(window: Window) -> None:
    window.press("refreshButton")
    window.wait_for_text("messageTitle", "Refreshed")
    window.press("dismissMessageButton")
    window.wait_until_gone("messageBar")

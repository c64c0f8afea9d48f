"""Several windows on one desktop, one keyring and one profile."""

import sys
import time
from collections.abc import Callable, Iterator

import pytest

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import revealed, save_profile, sign_in, wait_for_token
from tests.end_to_end.window import SECONDS, Window
from tests.practice.control_use import ControlUse

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

SHORT_LIFE = 30  # seconds; half of it passes before it is refreshed by itself
REQUESTS = 9  # for as many the fault is on; each refresh that arrives takes one away
SLOW = {"times": REQUESTS, "amount": 2}


@pytest.fixture
def control() -> Iterator[ControlUse]:
    """Run the practice server by itself, and return what switches it."""
    with PracticeServer() as server:
        yield ControlUse(server.address)


@pytest.fixture
def windows(
    desktop: Desktop, browser: Browser, control: ControlUse
) -> Iterator[tuple[Program, Program]]:
    """Return the programs of two windows with one profile, which is signed out."""
    assert control.state()["sessions"] == []
    with Program(desktop, browser, ["--practice"]) as first:
        first.window.wait_for("authorizeButton", lambda button: button.is_usable)
        with Program(desktop, browser, ["--practice"]) as second:
            second.window.wait_for("authorizeButton", lambda button: button.is_usable)
            yield first, second


@pytest.mark.case("PR-07")
def test_what_one_window_does_the_other_shows(
    windows: tuple[Program, Program], browser: Browser
) -> None:
    first, second = windows
    here, there = first.window, second.window

    sign_in(first, browser)
    _takes("sign-in", lambda: wait_for_token(there))
    there.wait_for_text("messageTitle", "Another window signed in at ")

    here.press("refreshButton")
    here.wait_for_text("messageTitle", "Refreshed")
    _takes("refresh", lambda: there.wait_for_text("messageTitle", "refreshed this"))
    assert revealed(there, "Access") == revealed(here, "Access")

    here.press("revokeButton")
    here.press("confirmRevokeButton")
    here.wait_for_text("messageTitle", "Revoked")
    _takes("revoke", lambda: there.wait_for_text("identityLine", "by another window"))
    there.wait_for_text("messageTitle", "Another window revoked this token at ")
    assert not there.wait_for("refreshButton").is_usable

    here.choose("tabs", "Profile")
    here.type("profileNameEdit", "Renamed there")
    save_profile(here)
    _takes("new name", lambda: _wait_for_row(there, "Renamed there"))
    first.quit()
    second.quit()


@pytest.mark.case("PR-07")
def test_two_windows_that_refresh_at_the_same_moment_send_one_request(
    windows: tuple[Program, Program], browser: Browser, control: ControlUse
) -> None:
    first, second = windows
    here, there = first.window, second.window
    sign_in(first, browser)
    wait_for_token(there)
    before = revealed(there, "Refresh")
    control.send("PUT", "faults/slow", {"endpoints": ["refresh"], **SLOW})

    here.press("refreshButton")
    there.press("refreshButton")
    here.wait_for_text("messageTitle", "Refreshed")
    there.wait_for_text("messageText", "Another window had already refreshed it.")

    (slow,) = control.state()["faults"]
    assert slow["times"] == REQUESTS - 1
    assert revealed(here, "Refresh") == revealed(there, "Refresh") != before
    first.quit()
    second.quit()


@pytest.mark.case("PR-07")
def test_three_windows_that_refresh_by_themselves_send_one_request(
    windows: tuple[Program, Program],
    desktop: Desktop,
    browser: Browser,
    control: ControlUse,
) -> None:
    with Program(desktop, browser, ["--practice"]) as third:
        programs = (*windows, third)
        third.window.wait_for("authorizeButton", lambda button: button.is_usable)
        control.send("PATCH", "settings", {"access_token_lifetime": SHORT_LIFE})
        sign_in(windows[0], browser)
        control.send("PATCH", "settings", {"access_token_lifetime": 3600})
        control.send("PUT", "faults/slow", {"endpoints": ["refresh"], **SLOW})
        for program in programs:
            wait_for_token(program.window)
            before = revealed(program.window, "Refresh")

        # The others take this over from the file of the profiles.
        windows[0].window.press("autoRefreshCheck")
        for program in programs:
            program.window.wait_for(
                "countdown", lambda control: "min" in control.description
            )

        (slow,) = control.state()["faults"]
        after = {revealed(program.window, "Refresh") for program in programs}
        assert slow["times"] == REQUESTS - 1
        assert len(after - {before}) == 1
        for program in programs:
            program.quit()


def _takes(what: str, seen: Callable[[], object]) -> None:
    """Wait until the other window shows ``what``, and print how long that took."""
    began = time.monotonic()
    seen()
    seconds = time.monotonic() - began
    sys.stdout.write(f"{what}: the other window showed it after {seconds:.2f} s\n")


def _wait_for_row(window: Window, name: str) -> None:
    wait_until(
        lambda: any(item.startswith(name) for item in window.items("profileList")),
        SECONDS,
        f"in the list: {name}",
    )

"""This computer's clock beside the server's, as a person sees it."""

from collections.abc import Iterator

import pytest

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import seconds_left, sign_in
from tests.practice.control_use import ControlUse

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


@pytest.fixture
def control() -> Iterator[ControlUse]:
    """Run the practice server by itself, and return what switches it."""
    with PracticeServer() as server:
        yield ControlUse(server.address)


@pytest.mark.case("TK-37")
def test_a_server_ten_minutes_away_is_warned_of_and_changes_no_countdown(
    desktop: Desktop, browser: Browser, control: ControlUse
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        window = program.window
        window.wait_for_text("statusLine", "Clock: not compared yet")
        sign_in(program, browser)
        window.wait_for_text("statusLine", "Clock: in step with the server (")

        control.send("PUT", "faults/wrong-clock", {"amount": 10})
        window.press("refreshButton")

        window.wait_for_text("statusLine", "Clock: 10 min behind the server")
        window.wait_for_text("messageTitle", "clock is 10 min behind the server's")
        window.wait_for_text("messageText", "Refreshed.")
        assert 3540 < seconds_left(window) <= 3600
        program.quit()

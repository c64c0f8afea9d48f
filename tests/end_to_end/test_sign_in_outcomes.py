"""Every way in which a sign-in ends, as a person meets it."""

import socket
from contextlib import closing

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import SHORT_OF_TIME, Browser, Program
from tests.end_to_end.signed_in import SIGN_IN, authorize, sign_in

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

CALLBACK = ("127.0.0.1", 27464)


def test_after_a_wrong_password_the_right_one_signs_in(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        visit = authorize(program, browser, "wrong password", *SIGN_IN)

        assert "You are signed in" in visit.text
        program.window.wait_for_text("accessTokenField", "•")


def test_who_gives_up_after_a_wrong_password_can_cancel(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        visit = authorize(program, browser, "wrong password")
        assert "That was not the password" in visit.text
        assert program.window.wait_for("waitingPanel").is_showing

        program.window.press("cancelButton")

        program.window.wait_until_gone("waitingPanel")
        program.window.wait_for("authorizeButton", lambda button: button.is_usable)
        wait_until(_is_port_free, 2, "the callback port free")


def test_deny_is_told_in_the_browser_and_in_the_window(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        visit = authorize(program, browser, "sign in", "deny")

        assert "Not signed in" in visit.text
        assert "?" not in visit.address
        program.window.wait_for_text("messageTitle", "refused")
        assert "access_denied" in program.window.wait_for("messageDetails").text


def test_a_browser_that_never_comes_back_is_waited_for_until_the_deadline(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"], started_by=SHORT_OF_TIME) as program:
        authorize(program, browser, "sign in")

        program.window.wait_for_text("messageTitle", "did not come back in time")

        program.window.wait_for("authorizeButton", lambda button: button.is_usable)
        wait_until(_is_port_free, 2, "the callback port free")


def test_with_the_port_taken_no_browser_opens_and_the_port_is_named(
    desktop: Desktop, browser: Browser
) -> None:
    browser.will(*SIGN_IN)
    with Program(desktop, browser, ["--practice"]) as program:
        with closing(socket.create_server(CALLBACK)):
            program.window.press("authorizeButton")
            program.window.wait_for_text("messageTitle", "27464")
        assert browser.visits() == []

        sign_in(program, browser)

        assert len(browser.visits()) == 1


def test_another_person_has_to_be_confirmed(desktop: Desktop, browser: Browser) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        sign_in(program, browser)

        visit = authorize(program, browser, "sign in as Grace", "authorize")

        assert "Not signed in" in visit.text
        assert "You are signed in" not in visit.text
        program.window.wait_for_text("messageTitle", "Another person signed in")


def test_the_program_quits_while_it_waits_for_the_browser(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        authorize(program, browser)
        program.window.wait_for("waitingPanel")

        program.quit()

        wait_until(_is_port_free, 2, "the callback port free")


def _is_port_free() -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(CALLBACK) != 0

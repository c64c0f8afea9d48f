"""Strangers who know the genuine answer, at the port of the program that awaits it."""

import threading
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.running_browser import RunningBrowser, sign_in
from tests.end_to_end.signed_in import wait_for_token
from tests.end_to_end.token_requests import token_requests
from tests.fakes.callback_attacker import attack, faults
from tests.fakes.callback_crowd import CallbackCrowd
from tests.fakes.callback_probe import ProbeResult
from tests.fakes.callback_target import CallbackTarget

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

ADDRESSES = ("127.0.0.1", "::1")
A_SECOND = 200


class Strangers:
    """Come between the authorization server's answer and the browser that brings it.

    Attributes:
        results: What came of everything that they did.
        seen: What the window showed meanwhile.
    """

    def __init__(self, program: Program, crowd: ExitStack) -> None:
        """Crowd the port of ``program`` until ``crowd`` ends."""
        self.results: list[ProbeResult] = []
        self.seen: set[str] = set()
        self._program = program
        self._crowd = crowd

    def hold(self, route: Route) -> None:
        """Keep back the server's answer until everything was tried with it."""
        answer = route.fetch(max_redirects=0)
        parts = urlsplit(answer.headers["location"])
        targets = [
            CallbackTarget(each, parts.port or 0, parts.path, query=parts.query)
            for each in ADDRESSES
        ]
        attacking = threading.Thread(target=self._attack, args=targets)
        attacking.start()
        while attacking.is_alive():
            self._look()
        self._crowd.enter_context(CallbackCrowd(*targets, a_second=A_SECOND))
        route.fulfill(response=answer)

    def _attack(self, *targets: CallbackTarget) -> None:
        for target in targets:
            self.results += attack(target)

    def _look(self) -> None:
        for name in ("waitingPanel", "messageBar"):
            control = self._program.window.read(name)
            if control is not None and control.is_showing:
                self.seen.add(name)


def test_strangers_who_know_the_answer_do_not_get_ahead_of_the_browser(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    with (
        PracticeServer(),
        token_requests() as exchanged,
        RunningBrowser(folder, browser) as chromium,
        Program(desktop, browser, ["--practice"]) as program,
        ExitStack() as crowd,
    ):
        program.window.press("authorizeButton")
        person = chromium.open(chromium.next_address())
        strangers = Strangers(program, crowd)
        person.route("**/consent", strangers.hold)

        sign_in(person)

        wait_for_token(program.window)
        assert "You are signed in" in person.inner_text("body")
        assert faults(strangers.results) == []
        assert strangers.seen == {"waitingPanel"}
        assert exchanged == ["authorization_code"]
        program.quit()

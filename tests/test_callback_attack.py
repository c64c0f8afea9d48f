"""A whole sign-in whose callback port strangers know, its genuine answer included."""

import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ringauth_gui.storage.profile import Profile
from tests.end_to_end.processes import wait_until
from tests.fakes.callback_attacker import attack, faults
from tests.fakes.callback_crowd import CallbackCrowd
from tests.fakes.callback_probe import ProbeResult
from tests.fakes.callback_target import CallbackTarget
from tests.fakes.core import Core, free_port, new_profile
from tests.fakes.fake_authorization_server import TOKEN, FakeAuthorizationServer
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import is_refused, pages

ADDRESSES = ("127.0.0.1", "::1")
PATIENCE = 30.0
GENEROUS = 10.0  # seconds for the genuine answer; three are promised

Abuse = Callable[[tuple[CallbackTarget, ...], Callable[[], None]], None]


class LateBrowser:
    """A browser whose genuine answer is known to strangers before it arrives.

    Attributes:
        browser: What brings it in the end.
        answered_in: The seconds until it had the page that it was sent on to.
    """

    def __init__(self, abuse: Abuse) -> None:
        self.browser = FakeBrowser()
        self.answered_in = 0.0
        self.failures: list[BaseException] = []
        self._abuse = abuse
        self._thread: threading.Thread | None = None

    def open(self, address: str) -> bool:
        self._thread = threading.Thread(target=self._run, args=(address,), daemon=True)
        self._thread.start()
        return True

    def end(self) -> None:
        assert self._thread is not None
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        assert self.failures == []

    def _run(self, address: str) -> None:
        try:
            answer = _location_of(address)
            self._abuse(_targets(answer), lambda: self._arrive(answer))
        except BaseException as error:  # noqa: BLE001 - handed to the test by end()
            self.failures.append(error)

    def _arrive(self, answer: str) -> None:
        began = time.monotonic()
        self.browser.open(answer)
        self.browser.page()
        self.answered_in = time.monotonic() - began


def _location_of(address: str) -> str:
    """Return where the authorization server sends the browser."""
    parts = urlsplit(address)
    server = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    server.request("GET", f"{parts.path}?{parts.query}")
    location = server.getresponse().headers["Location"]
    server.close()
    return str(location)


def _targets(answer: str) -> tuple[CallbackTarget, ...]:
    parts = urlsplit(answer)
    port = parts.port or 0
    return tuple(
        CallbackTarget(address, port, parts.path, query=parts.query)
        for address in ADDRESSES
    )


def _port_of(profile: Profile) -> int:
    return urlsplit(profile.redirect_uris[0]).port or 0


def _in_use() -> tuple[int | None, int]:
    """Return how many descriptors, as far as the system tells, and how many threads."""
    folder = Path("/proc/self/fd")
    descriptors = len(list(folder.iterdir())) if folder.exists() else None
    return descriptors, threading.active_count()


@pytest.fixture
def profile() -> Profile:
    uri = f"http://localhost:{free_port()}/callback"
    return new_profile(redirect_uris=(uri,))


@pytest.mark.case("CB-02", "CB-03", "CB-04", "CB-05", "CB-06", "CB-09", "CB-10")
@pytest.mark.case("CB-16", "CB-18", "CB-22")
@pytest.mark.case("AR-01", "AR-02", "AR-03", "AR-04", "AR-06")
def test_nothing_that_strangers_do_counts_or_comes_back(
    server: FakeAuthorizationServer, tmp_path: Path, profile: Profile
) -> None:
    results: list[ProbeResult] = []

    def probe(targets: tuple[CallbackTarget, ...], arrive: Callable[[], None]) -> None:
        for target in targets:
            results.extend(attack(target))
        assert server.requests_to(TOKEN) == []
        arrive()

    late = LateBrowser(probe)
    Core(server.address, late.open, tmp_path).authorize(profile)
    late.end()

    assert faults(results) == []
    shown = {pages().refused, pages().too_large}
    assert {each.body for each in results if each.body} == shown
    assert late.browser.page().body == pages().signed_in.decode()
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("CB-01", "CB-08")
def test_a_crowd_keeps_nobody_from_signing_in_and_leaves_nothing_behind(
    server: FakeAuthorizationServer, tmp_path: Path, profile: Profile
) -> None:
    results: list[ProbeResult] = []

    def crowd(targets: tuple[CallbackTarget, ...], arrive: Callable[[], None]) -> None:
        with CallbackCrowd(*targets) as strangers:
            results.extend(attack(targets[0]))
            arrive()
            assert strangers.came > 100

    late = LateBrowser(crowd)
    before = _in_use()
    Core(server.address, late.open, tmp_path).authorize(profile)
    is_closed = [is_refused(_port_of(profile), address) for address in ADDRESSES]
    late.end()

    assert is_closed == [True, True]
    assert faults(results) == []
    assert late.answered_in < GENEROUS
    assert late.browser.page().body == pages().signed_in.decode()
    assert len(server.requests_to(TOKEN)) == 1
    # The server's own threads end a moment after they have answered.
    wait_until(lambda: _in_use() == before, PATIENCE, "all given back")

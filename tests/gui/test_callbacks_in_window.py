"""What a person sees of the callback port, each time with a real one."""

import socket
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.system_browser import SystemBrowser
from tests.fakes.core import free_port
from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    approve,
    new_canary,
)
from tests.fakes.fake_browser import FakeBrowser
from tests.gui.reading import child
from tests.gui.wire_shell import WireShell
from tests.oauth.loopback_harness import is_refused

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def port_of(wired: WireShell) -> int:
    return urlsplit(wired.profile.redirect_uris[0]).port or 0


def with_sign_in(wired: WireShell, **changes: object) -> None:
    """Change what a sign-in works with: the browser's opener, or its time."""
    sign_in = replace(wired.core.sign_in, **changes)  # type: ignore[arg-type] # its own
    wired.core.authorizer = replace(wired.core.authorizer, sign_in=sign_in)
    wired.authorizer = wired.core.authorizer  # type: ignore[assignment] # the real one


def begin(wired: WireShell) -> None:
    """Press Authorize, and wait until the browser's answer is waited for."""
    wired.click("authorizeButton")
    wired.wait_until(lambda: wired.state.waiting_since is not None)
    wired.wait_until(lambda: not is_refused(port_of(wired)))


def genuine(wired: WireShell, attempt: int) -> str:
    """Return the address of the genuine answer to one attempt, from the first on."""
    asked = parse_qs(urlsplit(wired.browser.opened[attempt]).query)
    answer = {"code": new_canary("code"), "state": asked["state"][0]}
    return f"{asked['redirect_uri'][0]}?{urlencode(answer)}"


def refuses(address: str) -> bool:
    """Whether a browser that comes with ``address`` finds the port closed."""
    browser = FakeBrowser()
    browser.open(address)
    try:
        browser.page()
    except ConnectionRefusedError:
        return True
    return False


@pytest.mark.case("CB-12")
def test_after_cancel_the_browser_is_refused_and_the_old_tokens_stay(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    kept = wired.start_kept()
    server.authorize = lambda _asked: None
    begin(wired)

    wired.act("cancelButton")

    assert wired.text("messageTitle") == "Cancelled"
    assert refuses(genuine(wired, 0))
    assert server.requests_to(TOKEN) == []
    assert wired.kept == kept
    assert wired.state.token is not None


@pytest.mark.case("CB-13")
def test_when_nobody_comes_the_wait_ends_and_the_next_can_begin(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.authorize = lambda _asked: None
    with_sign_in(wired, seconds=0.3)

    wired.sign_in()

    assert wired.text("messageTitle") == "The browser did not come back in time"
    assert wired.button("authorizeButton").isEnabled()
    assert refuses(genuine(wired, 0))
    assert server.requests_to(TOKEN) == []
    assert wired.kept is None


@pytest.mark.case("CB-14")
def test_a_taken_port_is_named_before_any_browser_opens(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    unregistered = free_port()
    with socket.create_server(("127.0.0.1", 0)) as holder:
        taken = holder.getsockname()[1]
        uri = f"http://127.0.0.1:{taken}/callback"
        wired.profile = replace(wired.profile, redirect_uris=(uri,))

        wired.sign_in()

    assert wired.text("messageTitle").startswith(f"Port {taken} is taken")
    assert "The browser was not opened." in wired.text("messageText")
    assert wired.browser.opened == []
    assert server.requests == []
    assert is_refused(unregistered)
    assert wired.button("authorizeButton").isEnabled()


@pytest.mark.case("AR-13")
def test_pressed_twice_there_is_one_sign_in_and_an_older_answer_is_ignored(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.authorize = lambda _asked: None
    wired.start(wired.profile)
    begin(wired)
    wired.button("authorizeButton").click()
    assert len(wired.browser.opened) == 1
    wired.act("cancelButton")
    begin(wired)

    stale = FakeBrowser()
    stale.open(genuine(wired, 0))

    assert stale.page().status == 403
    assert wired.state.waiting_since is not None
    fresh = FakeBrowser()
    fresh.open(genuine(wired, 1))
    wired.wait_idle()
    assert "You are signed in" in fresh.page().body
    assert len(server.requests_to(TOKEN)) == 1
    assert wired.kept is not None


def broken_start(_command: object) -> bool:
    return False


@pytest.mark.case("AR-16")
@pytest.mark.parametrize(
    "opener",
    [
        SystemBrowser({}, "linux", broken_start).open,
        SystemBrowser({"BROWSER": "/ringauth/has/no/such/program"}, "linux").open,
        SystemBrowser({"BROWSER": "'unbalanced"}, "linux").open,
    ],
)
def test_without_a_browser_the_link_is_offered_and_the_answer_waited_for(
    wired: WireShell,
    server: FakeAuthorizationServer,
    opener: Callable[[str], bool],
) -> None:
    with_sign_in(wired, open_browser=opener)
    server.authorize = approve
    wired.start(wired.profile)
    begin(wired)
    panel = child(wired.window, QWidget, "waitingPanel")
    wired.wait_until(lambda: wired.text("authorizationLink") != "")
    assert panel.isVisible()
    assert wired.button("copyLinkButton").isEnabled()

    other_browser = FakeBrowser()
    other_browser.open(wired.text("authorizationLink"))
    wired.wait_idle()

    assert "You are signed in" in other_browser.page().body
    assert wired.kept is not None

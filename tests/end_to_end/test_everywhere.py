"""Sign out everywhere, with a real keyring and a server that counts calls."""

from collections.abc import Iterator

import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, App
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ADA
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.kept_sessions import KeptProfile, kept, leave
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.window import SECONDS, Window
from tests.fakes.fake_authorization_server import (
    REVOKE,
    FakeAuthorizationServer,
    refusal,
)
from tests.practice.sign_ins import exchange, request_of

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

MENU_ITEM = "Sign out everywhere RingAuth knows…"
TWO_A_MINUTE = Settings(auth_limit=2)
PROVED = "Signed out: revoked — proved: the API answers 401"
REFUSED = "Signed out here; the server could not be told ("
LEFT = "Not signed out: left as it was"
NAMES = ("Tester 1", "Tester 2", "Tester 3", "Support desk", "Nobody", "Elsewhere")
MINUTE = 60.0


@pytest.fixture
def practice() -> Iterator[PracticeServer]:
    with PracticeServer(settings=TWO_A_MINUTE) as server:
        yield server


@pytest.fixture
def refusing() -> Iterator[FakeAuthorizationServer]:
    with FakeAuthorizationServer() as server:
        server.script(REVOKE, refusal(403, "invalid_client", "OAU-167"))
        yield server


@pytest.fixture
def six(
    desktop: Desktop, practice: PracticeServer, refusing: FakeAuthorizationServer
) -> Desktop:
    """Return a desktop with six profiles: three of one app, one of another."""
    other = ("CANARY-access", "CANARY-refresh", "session-1")
    leave(
        desktop,
        [
            *(kept(f"Tester {at}", _sign_in(practice, PUBLIC_APP)) for at in (1, 2, 3)),
            kept(
                "Support desk",
                _sign_in(practice, CONFIDENTIAL_APP),
                CONFIDENTIAL_APP.client_secret or "",
            ),
            KeptProfile("Nobody", PUBLIC_APP.client_id),
            KeptProfile(
                "Elsewhere", "client-1", tokens=other, address=refusing.address
            ),
        ],
    )
    return desktop


def _sign_in(practice: PracticeServer, app: App) -> IssuedTokens:
    rules = practice.world.rules
    return exchange(rules, rules.issue_code(request_of(app), ADA), app)


def test_a_cancel_leaves_a_clear_state_and_going_on_ends_all(
    six: Desktop,
    browser: Browser,
    practice: PracticeServer,
    refusing: FakeAuthorizationServer,
) -> None:
    with Program(six, browser) as program:
        window = program.window
        window.wait_for("authorizeButton")
        window.trigger(MENU_ITEM)
        window.wait_for_text("signOutAllSummary", "Sign out all 6 profiles?")
        window.press("signOutAllButton")
        window.wait_for_text("signOutAllSummary", "5 of 6 done.")
        _wait_until_third(window, "Waiting for the limit of calls: ")

        window.press("cancelSignOutAllButton")
        window.wait_for_text("signOutAllSummary", "Not signed out: 1")

        *of_practice, elsewhere = _rows(window)
        assert of_practice == [PROVED, PROVED, LEFT, PROVED, "Nothing is kept here"]
        assert elsewhere.startswith(REFUSED)
        assert len(practice.world.rules.sessions()) == 1
        assert _tokens(six) == 1

        window.press("goOnSignOutAllButton")
        window.wait_for_text("signOutAllSummary", "5 of 6 done.")
        _wait_until_third(window, PROVED, MINUTE + SECONDS)

        window.wait_for_text("signOutAllSummary", "Signed out: 4")
        assert practice.world.rules.sessions() == ()
        assert _tokens(six) == 0
        assert _client_secrets(six) == 1
        assert len(refusing.requests_to(REVOKE)) == 1
        window.press("closeSignOutAllButton")
        program.quit()


def test_the_window_closes_in_the_middle_of_it(six: Desktop, browser: Browser) -> None:
    with Program(six, browser) as program:
        window = program.window
        window.wait_for("authorizeButton")
        window.trigger(MENU_ITEM)
        window.press("signOutAllButton")
        window.wait_for_text("signOutAllSummary", "5 of 6 done.")
        _wait_until_third(window, "Waiting for the limit of calls: ")
        said = _rows(window)
        assert said.count(PROVED) == 3, said

        program.quit()

    assert _tokens(six) == 1


def _rows(window: Window) -> list[str]:
    """Return where each profile stands, as a screen reader reads it."""
    texts = window.items("signOutAllTable")
    return [texts[texts.index(name) + 2] for name in NAMES]


def _wait_until_third(window: Window, says: str, seconds: float = SECONDS) -> None:
    """Wait until the row of the third tester begins with ``says``."""
    try:
        wait_until(lambda: _rows(window)[2].startswith(says), seconds, says)
    except AssertionError as late:
        raise AssertionError(f"{late}; they say {_rows(window)}") from None


def _tokens(desktop: Desktop) -> int:
    """Return how many tokens lie in the keyring."""
    return sum("access_token" in each for each in _secrets(desktop))


def _client_secrets(desktop: Desktop) -> int:
    """Return how many client secrets lie in the keyring."""
    return sum('"client_secret"' in each for each in _secrets(desktop))


def _secrets(desktop: Desktop) -> list[str]:
    return [item.secret for item in keyring_items(desktop.variables)]

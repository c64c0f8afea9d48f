"""The whole program at servers that others wrote, with their pages in Chromium."""

from pathlib import Path

import pytest

from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import authorize, revealed, wait_for_token
from tests.end_to_end.window import Window
from tests.strangers.facts import NAME, WHO
from tests.strangers.servers import (
    CLIENT_ID,
    Stranger,
    canaille,
    oidc_provider_mock,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

AT_CANAILLE = ("enter the login", "enter the password", "accept")
CLAIMS = ("signature", "issuer", "audience", "lifetime", "nonce")


def test_canaille_from_its_typed_address_to_the_proof_of_revocation(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    with (
        canaille(folder, DEFAULT_REDIRECT_URI) as stranger,
        Program(desktop, browser) as program,
    ):
        _connect_app(program.window, stranger)
        visit = authorize(program, browser, *AT_CANAILLE)
        assert "You are signed in" in visit.text
        _refresh_and_check(program.window, NAME)

        program.window.choose("tabs", "Token")
        program.window.press("revokeButton")
        program.window.press("confirmRevokeButton")
        program.window.wait_for_text("messageText", "proved: the API answers 401")
        program.window.wait_until_gone("accessTokenField")
        program.quit()


def test_oidc_provider_mock_which_has_no_way_to_revoke(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    with (
        oidc_provider_mock(folder, DEFAULT_REDIRECT_URI) as stranger,
        Program(desktop, browser) as program,
    ):
        _connect_app(program.window, stranger)
        visit = authorize(program, browser, "say who")
        assert "You are signed in" in visit.text
        _refresh_and_check(program.window, WHO)

        revoke = program.window.wait_for("revokeButton")
        assert not revoke.is_usable
        assert "no address where a token can be revoked" in revoke.description
        program.quit()


def _connect_app(window: Window, stranger: Stranger) -> None:
    """Set up the app as a person does, its server by nothing but the address."""
    window.press("connectAppButton")
    window.type("profileNameEdit", "Stranger")
    window.choose("serverCombo", "Other server")
    window.type("serverUrlEdit", stranger.address)
    window.type("clientIdEdit", CLIENT_ID)
    if "checked" not in window.wait_for("hasSecretCheck").states:
        window.press("hasSecretCheck")
    window.type("clientSecretEdit", stranger.client_secret)
    window.press("advancedButton")
    window.type("scopeEdit", "openid profile")
    window.press("nonceCheck")
    window.press("saveProfileButton")
    window.wait_for("discardProfileButton", lambda button: not button.is_usable)
    window.wait_for("authorizeButton", lambda button: button.is_usable)
    window.choose("tabs", "Token")


def _refresh_and_check(window: Window, name: str) -> None:
    """Refresh, ask whose token it is, and read how the answer was checked."""
    wait_for_token(window)
    old = revealed(window, "Access")
    window.press("refreshButton")
    window.wait_for_text("messageTitle", "Refreshed")
    assert revealed(window, "Access") != old

    window.press("checkButton")
    window.wait_for_text("identityLine", name)

    window.choose("tabs", "Account")
    shown = [each.text or each.name for each in window.tree() if each.is_showing]
    for claim in CLAIMS:
        at = shown.index(f"ID token {claim}")
        assert "passed" in shown[at - 1], shown

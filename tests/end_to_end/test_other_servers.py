"""The whole program at servers that others wrote, with their pages in Chromium."""

from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import authorize, revealed, wait_for_token
from tests.end_to_end.window import Window
from tests.fakes.core import new_profile
from tests.fakes.fixed_clock import FixedClock
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
BEFORE = replace(
    new_profile(
        server=ServerKind.OTHER,
        client_id=CLIENT_ID,
        has_secret=True,
        options=RequestOptions(scope=("openid", "profile"), sends_nonce=True),
    ),
    redirect_uris=(DEFAULT_REDIRECT_URI,),
)


def test_canaille_from_its_typed_address_to_the_proof_of_revocation(
    desktop: Desktop, browser: Browser, folder: Path
) -> None:
    _keep_profile(desktop)
    with (
        canaille(folder, DEFAULT_REDIRECT_URI) as stranger,
        Program(desktop, browser) as program,
    ):
        _type_server(program.window, stranger)
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
    _keep_profile(desktop)
    with (
        oidc_provider_mock(folder, DEFAULT_REDIRECT_URI) as stranger,
        Program(desktop, browser) as program,
    ):
        _type_server(program.window, stranger)
        visit = authorize(program, browser, "say who")
        assert "You are signed in" in visit.text
        _refresh_and_check(program.window, WHO)

        revoke = program.window.wait_for("revokeButton")
        assert not revoke.is_usable
        assert "no address where a token can be revoked" in revoke.description
        program.quit()


def _keep_profile(desktop: Desktop) -> None:
    """Keep a profile of another server, of which nothing is known yet."""
    folder = desktop.home / ".config" / "ringauth"
    folder.mkdir(mode=0o700, parents=True)
    ProfileFile(folder / "profiles.json", FixedClock()).save([BEFORE])


def _type_server(window: Window, stranger: Stranger) -> None:
    """Enter the server's address and the secret; wait until its metadata are read."""
    window.choose("tabs", "Profile")
    window.type("serverUrlEdit", stranger.address)
    window.type("clientSecretEdit", stranger.client_secret)
    window.press("saveProfileButton")
    window.wait_for("discardProfileButton", lambda button: not button.is_usable)
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

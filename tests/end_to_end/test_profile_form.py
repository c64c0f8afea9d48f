"""The profile form by a screen reader's means: options, a trap, a JWT credential."""

from urllib.parse import parse_qs, urlsplit

import pytest

from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.settings import DEFAULT_PORT
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import (
    save_profile,
    sign_in,
    try_it,
    wait_for_token,
)
from tests.end_to_end.window import Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

JWT = signed_credential(CREDENTIALS[0], f"http://127.0.0.1:{DEFAULT_PORT}")


def test_options_with_a_trap_mended_and_then_a_sign_in_by_jwt(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser) as program:
        window = program.window
        try_it(window)
        _set_options(window)
        asked = parse_qs(urlsplit(sign_in(program, browser).requested[0]).query)
        window.wait_for_text("accessExpiryValue", "lifetime 10 min")
        _sign_in_by_jwt(window)
        program.quit()

    assert asked["prompt"] == ["login sso consent"]
    assert asked["login_hint"] == ["Ada"]
    assert len(browser.visits()) == 1


def _set_options(window: Window) -> None:
    window.choose("tabs", "Profile")
    window.press("advancedButton")
    window.type("promptEdit", "consent")
    window.press("promptComboRemedyButton")
    window.wait_for_text("promptEdit", "login sso consent")
    window.type("loginHintEdit", "Ada")
    window.type("accessTokenTtlEdit", "600")
    save_profile(window)
    window.choose("tabs", "Token")


def _sign_in_by_jwt(window: Window) -> None:
    window.choose("tabs", "Profile")
    window.choose("signInCombo", "With a JWT credential")
    window.press(f"{JWT_ONLY_APP.client_id}Button")
    window.type("jwtCredentialEdit", JWT)
    save_profile(window)
    window.choose("tabs", "Token")
    window.press("authorizeButton")
    wait_for_token(window)

"""Pictures of the first minutes, and of a sign-in from the wait to its end."""

import socket
from contextlib import closing

from tests.end_to_end.processes import wait_until
from tests.end_to_end.signed_in import authorize, save_profile, wait_for_token
from tests.end_to_end.window import Window
from tests.screenshots.camera import Camera
from tests.screenshots.studio import SMALLEST, USUAL, Studio

CALLBACK = ("127.0.0.1", 27464)
HINT_SECONDS = 40
SIGN_IN_WITH_PICTURES = (
    *("picture practice-sign-in", "sign in"),
    *("picture practice-consent", "authorize", "picture browser-signed-in"),
    *("narrow", "picture browser-signed-in-narrow"),
)
GO_ASTRAY_WITH_PICTURES = (
    *("go http://localhost:27464/callback", "picture browser-refused"),
    *("narrow", "picture browser-refused-narrow"),
)
DENY_WITH_PICTURES = ("sign in", "deny", "picture browser-not-signed-in")


def first_minutes(studio: Studio) -> None:
    """Show the first screen, the editor, and a profile nobody signed in with."""
    with studio.program() as (program, camera):
        window = program.window
        window.wait_for_text("statusLine", "Keyring: S")
        camera.take("first-run")
        window.press("connectAppButton")
        window.wait_for("clientIdEdit")
        camera.take("new-profile")
        window.type("profileNameEdit", "Support desk")
        window.type("clientIdEdit", "Wq3kX0aN Q6u5")
        window.type("redirectUriEdit", "https://example.com/callback")
        window.press("saveProfileButton")
        camera.take("field-errors")
        window.trigger("Try the practice server")
        window.wait_for("authorizeButton", lambda button: button.is_usable)
        window.choose("tabs", "Token")
        camera.take("not-signed-in")


def a_sign_in(studio: Studio) -> None:
    """Show a sign-in from the wait to the proof that the token is dead."""
    studio.leave_profiles()
    with studio.program("--practice") as (program, camera):
        window = program.window
        authorize(program, studio.browser, *GO_ASTRAY_WITH_PICTURES)
        window.wait_for("waitingPanel")
        camera.take("waiting")
        wait_until(lambda: _shows(window, "waitingHint"), HINT_SECONDS, "the hint")
        camera.take("waiting-hint")
        window.press("cancelButton")
        window.wait_for_text("messageTitle", "ancel")
        camera.take("cancelled")
        authorize(program, studio.browser, *SIGN_IN_WITH_PICTURES)
        wait_for_token(window)
        window.press("checkButton")
        window.wait_for_text("identityLine", "Ada Practice")
        for tab in ("Account", "HTTP log", "Profile"):
            window.choose("tabs", tab)
            camera.take(tab.lower().replace(" ", "-"))
        window.choose("tabs", "Token")
        camera.take("signed-in")
        _smallest(window, camera)
        window.press("revokeButton")
        window.wait_for("confirmRevokeButton")
        camera.take("confirm-revoke")
        window.press("confirmRevokeButton")
        window.wait_for_text("messageText", "proved")
        camera.take("revoked")


def _smallest(window: Window, camera: Camera) -> None:
    camera.resize(*SMALLEST)
    for tab in ("Token", "Account", "Profile"):
        window.choose("tabs", tab)
        camera.take(f"smallest-{tab.lower()}")
    window.choose("tabs", "Token")
    camera.resize(*USUAL)


def errors(studio: Studio) -> None:
    """Show how a sign-in fails."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        authorize(program, studio.browser, *DENY_WITH_PICTURES)
        window.wait_for_text("messageTitle", "refused")
        camera.take("denied")
        with closing(socket.create_server(CALLBACK)):
            window.press("authorizeButton")
            window.wait_for_text("messageTitle", "27464")
            camera.take("port-taken")
        window.choose("tabs", "Profile")
        window.type("clientSecretEdit", "not-the-secret")
        save_profile(window)
        authorize(program, studio.browser, "sign in", "authorize")
        window.wait_for_text("messageDetails", "OAU-")
        camera.take("wrong-secret")
        camera.resize(*SMALLEST)
        camera.take("smallest-wrong-secret")


def _shows(window: Window, name: str) -> bool:
    control = window.read(name)
    return control is not None and control.is_showing

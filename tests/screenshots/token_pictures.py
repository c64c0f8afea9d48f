"""Pictures of the Token tab: how long the token, its session and its refresh last."""

from tests.end_to_end.program import Program
from tests.end_to_end.signed_in import (
    save_profile,
    sign_in,
    try_it,
    wait_for_token,
)
from tests.end_to_end.window import Window
from tests.screenshots.studio import SMALLEST, TALL, USUAL, Studio


def countdowns(studio: Studio) -> None:
    """Show tokens that are nearly over, and over."""
    studio.leave_profiles()
    with studio.program("--profile", "QA short-lived") as (program, camera):
        wait_for_token(program.window)
        camera.take("last-minute")
        for name in ("Support desk", "Yesterday"):
            program.window.choose("profileList", name)
            camera.take({"Yesterday": "expired"}.get(name, "last-tenth"))


def no_keyring(studio: Studio) -> None:
    """Show that nothing can be kept."""
    with studio.program() as (program, camera):
        program.window.wait_for_text("statusLine", "memory")
        try_it(program.window)
        sign_in(program, studio.browser)
        camera.take("no-keyring")


def session_ends(studio: Studio) -> None:
    """Show a session with an end and an idle time-out, and claims of an ID token."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        ask_for_id_token(window)
        limits = {"session_lifetime": 1800, "session_idle_timeout": 600}
        control.send("PATCH", "settings", limits)
        sign_in(program, studio.browser)
        window.wait_for_text("sessionLeft", "The session ends in")
        camera.resize(*TALL)
        camera.take("session-ends")
        camera.resize(*SMALLEST)
        camera.take("smallest-session-ends")


def a_wrong_clock(studio: Studio) -> None:
    """Show what is said of a clock that is ten minutes away from the server's."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        control.send("PUT", "faults/wrong-clock", {"amount": 10})
        sign_in(program, studio.browser)
        window.wait_for_text("messageTitle", "clock is 10 min behind")
        camera.take("wrong-clock")
        camera.resize(*SMALLEST)
        camera.take("smallest-wrong-clock")


def no_refresh_token(studio: Studio) -> None:
    """Show a token of an app that gets no refresh tokens, and one from elsewhere."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        control.send("POST", "scenes/no-refresh-token")
        sign_in(program, studio.browser)
        window.wait_for("noRefreshReason")
        camera.take("no-refresh-token")


def a_token_from_elsewhere(studio: Studio) -> None:
    """Show the dialog that takes a token, and the warning before its refresh."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        _paste(program)
        camera.take("paste-token", "Use a token from elsewhere")
        window.press("useTokenButton")
        wait_for_token(window)
        window.press("refreshButton")
        window.wait_for_text("messageTitle", "did not obtain")
        camera.take("used-elsewhere")
        camera.resize(*SMALLEST)
        camera.take("smallest-used-elsewhere")
        camera.resize(*USUAL)


def _paste(program: Program) -> None:
    window = program.window
    window.wait_for("authorizeButton", lambda button: button.is_usable)
    window.trigger("Use a token from elsewhere…")
    window.type("pastedAccessTokenEdit", '"SJC12P01PAS00' + "a" * 40 + '"')
    window.type("pastedRefreshTokenEdit", "SJC12P01PAS00" + "b" * 40)


def ask_for_id_token(window: Window) -> None:
    """Let the profile in sight ask for an ID token."""
    window.wait_for("authorizeButton", lambda button: button.is_usable)
    window.choose("tabs", "Profile")
    window.press("advancedButton")
    window.type("scopeEdit", "openid ReadAccounts")
    window.press("nonceCheck")
    save_profile(window)
    window.choose("tabs", "Token")

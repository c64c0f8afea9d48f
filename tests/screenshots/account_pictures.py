"""Pictures of the Account tab: whose token it is, and what it may do."""

from tests.end_to_end.signed_in import authorize, sign_in, wait_for_token
from tests.end_to_end.window import Window
from tests.screenshots.studio import SMALLEST, TALL, USUAL, Studio
from tests.screenshots.token_pictures import ask_for_id_token


def accounts(studio: Studio) -> None:
    """Show what Ada may do, and what Grace may not."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        window.choose("tabs", "Account")
        camera.take("account-signed-out")
        window.choose("tabs", "Token")
        sign_in(program, studio.browser)
        _check(window, "Ada")
        camera.resize(*TALL)
        camera.take("account-ada")
        camera.resize(*USUAL)
        window.choose("tabs", "Token")
        authorize(program, studio.browser, "sign in as Grace", "authorize")
        window.wait_for("messageAction-adopt")
        camera.take("another-person")
        window.press("messageAction-adopt")
        wait_for_token(window)
        _check(window, "Grace")
        camera.take("account-grace")
        for name, answer in (("OutboundSMS", "does not have it"), ("Nonsense", "no")):
            window.type("permissionEdit", name)
            window.press("askPermissionButton")
            window.wait_for_text("permissionAnswer", answer)
        camera.resize(*TALL)
        camera.take("asked-permission")
        camera.resize(*SMALLEST)
        camera.take("smallest-account-grace")


def failed_id_token(studio: Studio) -> None:
    """Show an ID token that the server did not sign."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        ask_for_id_token(window)
        control.send("POST", "scenes/id-token-key")
        sign_in(program, studio.browser)
        camera.take("failed-id-token")
        window.choose("tabs", "Account")
        window.wait_for_any("it was not made with the server's key")
        camera.resize(*TALL)
        camera.take("failed-id-token-account")


def _check(window: Window, name: str) -> None:
    window.choose("tabs", "Account")
    window.press("checkButton")
    window.wait_for_text("signedInAsValue", name)

"""Pictures of what a window shows of the others."""

from tests.end_to_end.signed_in import sign_in, wait_for_token
from tests.screenshots.studio import SMALLEST, USUAL, Studio


def other_windows(studio: Studio) -> None:
    """Show profiles as last seen, and what another window refreshed and revoked."""
    studio.leave_profiles()
    with studio.switched_program() as (first, camera, _control):
        here = first.window
        with studio.program("--practice") as (second, _camera):
            sign_in(second, studio.browser)
            wait_for_token(here)
            second.window.press("refreshButton")
            here.wait_for_text("messageTitle", "Another window refreshed")
        camera.take("refreshed-elsewhere")
        with studio.program("--practice") as (second, _camera):
            second.window.press("revokeButton")
            second.window.press("confirmRevokeButton")
            here.wait_for_text("messageTitle", "Another window revoked")
        camera.take("revoked-elsewhere")
        camera.resize(*SMALLEST)
        camera.take("smallest-revoked-elsewhere")
        camera.resize(*USUAL)

"""Pictures of what is said of the keyring."""

from tests.screenshots.studio import SMALLEST, Studio


def locked_keyring(studio: Studio) -> None:
    """Show a keyring that stays locked, and what saving a profile removes from it."""
    studio.leave_profiles()
    with studio.program() as (program, camera):
        window = program.window
        window.choose("profileList", "Support desk")
        window.choose("tabs", "Profile")
        window.type("clientIdEdit", "another-client-id")
        window.wait_for_text("removalNote", "are removed")
        camera.take("profile-removal")
        window.press("discardProfileButton")
    studio.keyring.lock()
    with studio.program() as (program, camera):
        program.window.wait_for_text("messageTitle", "The keyring is locked")
        camera.take("locked-keyring")
        camera.resize(*SMALLEST)
        camera.take("smallest-locked-keyring")

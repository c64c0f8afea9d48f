"""Pictures of the side list: forty profiles, found, renamed, copied and deleted."""

from tests.end_to_end.signed_in import wait_for_token
from tests.end_to_end.window import Window
from tests.screenshots.camera import Camera
from tests.screenshots.studio import SMALLEST, USUAL, Studio

EIGHT_TIMES = 8  # the five profiles of former days


def forty_profiles(studio: Studio) -> None:
    """Show what is done in the list of forty profiles."""
    studio.leave_profiles(EIGHT_TIMES)
    with studio.program() as (program, camera):
        window = program.window
        wait_for_token(window)
        camera.take("forty-profiles")
        _find(window, camera)
        _rename(window, camera)
        window.trigger("Duplicate")
        window.wait_for_text("messageTitle", "This is a copy")
        camera.take("profile-copied")
        _delete(window, camera)


def _find(window: Window, camera: Camera) -> None:
    window.trigger("Filter profiles")
    window.type("profileFilterEdit", "bot")
    window.wait_for_text("profileFilterCount", "8 of 40 shown")
    camera.take("profiles-filtered")
    window.type("profileFilterEdit", "")


def _rename(window: Window, camera: Camera) -> None:
    window.trigger("Rename")
    window.type("renameEdit", "reports bot")
    window.wait_for("renameEdit", lambda edit: bool(edit.description))
    camera.take("profile-renamed")
    window.focus("profileList")


def _delete(window: Window, camera: Camera) -> None:
    window.choose("profileList", "QA short-lived,")
    window.choose("tabs", "Token")
    wait_for_token(window)
    window.trigger("Delete profile")
    window.wait_for_text("messageTitle", "was deleted")
    camera.take("profile-deleted")
    camera.resize(*SMALLEST)
    camera.take("smallest-profile-deleted")
    camera.resize(*USUAL)

"""Pictures of RingCentral's limits: five calls a minute, five sessions."""

from tests.end_to_end.program import Program
from tests.end_to_end.signed_in import sign_in
from tests.screenshots.camera import Camera
from tests.screenshots.studio import SMALLEST, USUAL, Studio


def calls(studio: Studio) -> None:
    """Show the meter: some calls used, all but one, and a pause."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        sign_in(program, studio.browser)
        window.choose("tabs", "HTTP log")
        window.wait_for_text("callMeterText", "3 of 5 calls left")
        camera.take("calls-left")
        for _ in range(2):
            window.press("refreshButton")
            window.wait_for_text("messageTitle", "Refreshed")
            window.press("dismissMessageButton")
            window.wait_until_gone("messageBar")
        window.wait_for_text("callMeterText", "1 of 5 calls left")
        camera.take("calls-used")
        window.choose("tabs", "Token")
        camera.take("calls-used-token")


def a_pause(studio: Studio) -> None:
    """Show that the server asks for a pause."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        sign_in(program, studio.browser)
        control.send("POST", "scenes/penalty")
        window.press("refreshButton")
        window.wait_for_text("messageTitle", "pause")
        camera.take("pause")
        window.choose("tabs", "HTTP log")
        camera.take("pause-http-log")
        camera.resize(*SMALLEST)
        camera.take("smallest-pause-http-log")
        camera.resize(*USUAL)


def sixth_session(studio: Studio) -> None:
    """Show the question before a sign-in that may end another session."""
    studio.leave_profiles()
    with studio.program("--profile", "Support desk") as (program, camera):
        _ask(program, camera)
        camera.resize(*SMALLEST)
        camera.take("smallest-sixth-session")


def _ask(program: Program, camera: Camera) -> None:
    window = program.window
    window.press("authorizeButton")
    window.wait_for_text("messageTitle", "may end somebody's session")
    camera.take("sixth-session")

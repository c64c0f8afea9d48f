"""Pictures of the HTTP log's exchanges, and of all that leaves the window."""

from tests.end_to_end.signed_in import sign_in
from tests.screenshots.studio import SMALLEST, USUAL, Studio

TOKEN = "Take the token of Practice away"
HAR = "Save the HTTP log as HAR"
CHECKUP = "Check this computer"
REPORT = "Report for a ticket"


def what_leaves(studio: Studio) -> None:
    """Show a failed exchange in full, and each dialog that takes something away."""
    with studio.switched_program() as (program, camera, control):
        window = program.window
        sign_in(program, studio.browser)
        window.press("checkButton")
        window.wait_for_text("identityLine", "Ada Practice")
        window.trigger("Export…")
        window.choose("takeawayForms", "cURL")
        camera.take("export-token", TOKEN)
        window.press("closeTakeawayButton")
        control.send("PUT", "faults/error-500", {"endpoints": ["refresh"]})
        window.press("refreshButton")
        window.wait_for("showExchangeButton")
        window.press("showExchangeButton")
        window.wait_for("exchangeView")
        camera.take("http-log-exchange")
        camera.resize(*SMALLEST)
        camera.take("smallest-http-log-exchange")
        camera.resize(*USUAL)
        window.press("saveHarButton")
        window.wait_for_text("harState", "exchanges")
        camera.take("save-har", HAR)
        window.press("closeHarButton")
        window.trigger("Check this computer…")
        window.wait_for("checkAgainButton")
        camera.take("check-computer", CHECKUP)
        window.press("makeReportButton")
        window.wait_for_text("reportState", "This is all of it")
        camera.take("report", REPORT)

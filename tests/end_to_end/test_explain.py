"""A code from the browser or a message, explained in the real window."""

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import authorize

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


def test_a_code_is_explained_from_the_menu_and_from_a_message(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        window = program.window
        window.trigger("Explain a code…")
        window.type("explainEdit", "the browser says oau 113")
        window.wait_for_text("explanationMeaning", "no redirect URI at all")
        window.wait_for_text("explanationCertainty", "documented by RingCentral")
        window.press("closeExplainButton")
        window.wait_until_gone("explainEdit")

        authorize(program, browser, "sign in", "deny")
        window.wait_for_text("messageTitle", "Access was refused in the browser")
        window.press("explainMessageButton")
        window.wait_for_text("explanationRemedy", "pressed Deny or Cancel")
        program.quit()

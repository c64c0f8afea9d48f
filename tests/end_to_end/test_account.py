"""The Account tab as a person meets it: whose token it is, and what it may do."""

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import authorize, wait_for_token
from tests.end_to_end.window import Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

COLUMNS = ["Permission", "Token's scope", "User", "So a call is"]


def test_grace_reads_what_she_may_do_and_asks_for_more(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        window = program.window
        authorize(program, browser, "sign in as Grace", "authorize")
        wait_for_token(window)
        window.choose("tabs", "Account")
        window.press("checkButton")

        window.wait_for_text("signedInAsValue", "Grace Practice")
        window.wait_for_text("extensionValue", "102 · 9007199254740993 · User")
        window.wait_for_text(
            "messageTitle", "the user lacks the permission ReadCompany"
        )
        rows = _rows(window)
        assert rows["RingOut"] == ["✓ yes", "✓ yes", "allowed"]
        assert rows["SMS"] == ["✓ yes", "✕ no", "the user's role lacks it · CMN-408"]
        assert rows["EditExtensions"] == [
            *("✕ no", "✓ yes"),
            "the app does not ask for it · CMN-401",
        ]

        _ask(window, "ReadUserInfo", "✓ ReadUserInfo: the user has it")
        _ask(window, "OutboundSMS", "✕ OutboundSMS: the user does not have it")
        _ask(window, "Nonsense", "RingCentral knows no permission of that name")
        rows = _rows(window)
        assert rows["ReadUserInfo"][1] == "✓ yes"
        assert rows["OutboundSMS"][1] == "✕ no"
        assert rows["Nonsense"][2] == "not known"


def _ask(window: Window, name: str, answer: str) -> None:
    window.type("permissionEdit", name)
    window.press("askPermissionButton")
    window.wait_for_text("permissionAnswer", answer)


def _rows(window: Window) -> dict[str, list[str]]:
    """Return what a screen reader says of the table, by the first column."""
    # The header of a row, which nobody sees, has no name.
    cells = [cell for cell in window.items("permissionTable") if cell]
    assert cells[:4] == COLUMNS
    rows = [cells[at : at + 4] for at in range(4, len(cells), 4)]
    return {name: words for name, *words in rows}

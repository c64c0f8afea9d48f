"""Many profiles by a screen reader's means, with the real keyring, over a restart."""

from collections.abc import Sequence

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import sign_in, try_it, wait_for_token
from tests.end_to_end.window import SECONDS, Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


@pytest.mark.case("KR-14")
def test_a_profile_is_copied_renamed_found_moved_deleted_and_brought_back(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser) as program:
        window = program.window
        try_it(window)
        sign_in(program, browser)
        kept = _kept(desktop)
        _duplicate_and_rename(window)
        _find(window)
        _move(window)
        _delete(window)
        assert _kept(desktop) == []
        window.press("messageAction-undo-delete")
        wait_for_token(window)
        assert _kept(desktop) == kept
        _wait_for_order(window, "Front desk", "Practice")
        program.quit()

    with Program(desktop, browser) as program:
        _wait_for_order(program.window, "Front desk", "Practice")
        program.window.choose("profileList", "Practice")
        wait_for_token(program.window)
        assert _kept(desktop) == kept
        program.quit()


def _duplicate_and_rename(window: Window) -> None:
    window.trigger("Duplicate")
    window.wait_for_text("messageTitle", "This is a copy of “Practice”")
    window.wait_for("profileNameEdit", lambda edit: edit.text == "Practice (2)")
    window.trigger("Rename")
    window.type("renameEdit", "practice")
    window.wait_for("renameEdit", lambda edit: "has this name" in edit.description)
    window.type("renameEdit", "Front desk")
    window.focus("profileList")
    _wait_for_order(window, "Practice", "Front desk")


def _find(window: Window) -> None:
    window.trigger("Filter profiles")
    window.type("profileFilterEdit", "front practice")
    window.wait_for_text("profileFilterCount", "1 of 2 shown")
    _wait_for_order(window, "Front desk")
    window.type("profileFilterEdit", "")
    _wait_for_order(window, "Practice", "Front desk")


def _move(window: Window) -> None:
    window.trigger("Move up")
    _wait_for_order(window, "Front desk", "Practice")


def _delete(window: Window) -> None:
    window.choose("profileList", "Practice")
    window.choose("tabs", "Token")
    wait_for_token(window)
    window.trigger("Delete profile")
    window.wait_for_text("messageTitle", "“Practice” was deleted")
    window.wait_for_text("messageText", "lives on at the server until")
    _wait_for_order(window, "Front desk")


def _wait_for_order(window: Window, *names: str) -> None:
    def is_so() -> bool:
        items = window.items("profileList")
        begin = [
            item.startswith(name) for item, name in zip(items, names, strict=False)
        ]
        return len(items) == len(names) and all(begin)

    wait_until(is_so, SECONDS, f"in this order: {names}")


def _kept(desktop: Desktop) -> Sequence[tuple[str, str]]:
    """Return the names and secrets of RingAuth's items."""
    items = keyring_items(desktop.variables)
    return sorted((item.attributes["username"], item.secret) for item in items)

"""Nothing that RingAuth leaves behind holds a secret, except the keyring."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.canary.search import CanarySearch
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.program import LOGGING_EVERYTHING, Browser, Program, Visit
from tests.end_to_end.signed_in import authorize, revealed, sign_in, try_it
from tests.end_to_end.traces import files_left, leaks
from tests.end_to_end.window import Control, Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


# A part of the name of each kind of file: none of them may be there unsearched.
KINDS = ("profiles.json", "settings.json", "profiles.broken-", ".lock", ".log", ".tmp")


@pytest.mark.case("PF-09", "PR-12", "RD-01", "RD-06", "RD-07", "RD-10")
def test_a_whole_day_leaves_no_secret_outside_the_keyring(
    folder: Path, desktop: Desktop, browser: Browser
) -> None:
    profiles = _damaged_profiles(desktop)
    with Program(desktop, browser, started_by=LOGGING_EVERYTHING) as program:
        try_it(program.window)
        denied = authorize(program, browser, "sign in", "deny")
        visit = sign_in(program, browser)
        tokens = [revealed(program.window, kind) for kind in ("Access", "Refresh")]
        program.window.press("refreshButton")
        program.window.wait_for_text("messageTitle", "Refreshed")
        tokens += [revealed(program.window, kind) for kind in ("Access", "Refresh")]
        _rename_elsewhere(profiles, "Renamed elsewhere")
        program.window.wait_for_text("profileNameLabel", "Renamed elsewhere")
        controls = [*program.window.tree(), *_taken_away(program.window)]
        program.window.press("copyAccessTokenButton")
        seen_by_others = program.seen_by_others()
        program.quit()

    canaries = {*tokens, *_secrets_of(denied), *_secrets_of(visit)}
    kept = "".join(item.secret for item in keyring_items(desktop.variables))
    search = CanarySearch({f"canary {at}": one for at, one in enumerate(canaries)})
    assert tokens[-1] in kept
    assert len(canaries) >= 7
    assert search.found_in("\n".join(map(str, controls))) == set()
    assert search.found_in(seen_by_others) == set()
    left = [*files_left(folder, desktop)]
    assert {path: found for path in left if (found := search.found_in_file(path))} == {}
    assert search.found_in(kept)  # the one place that is meant to hold them
    names = " ".join(path.name for path in left)
    assert [kind for kind in KINDS if kind not in names] == []
    assert len([path for path in left if path.parent.name == "log"]) == 1


def test_what_everybody_may_see_of_a_keyring_item_is_no_secret(
    desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        sign_in(program, browser)
        tokens = {revealed(program.window, kind) for kind in ("Access", "Refresh")}
        program.quit()

    items = keyring_items(desktop.variables)

    assert items
    for item in items:
        public = f"{item.label} {item.attributes}"
        assert "RingAuth" in public
        assert leaks(tokens, public) == []


def _taken_away(window: Window) -> list[Control]:
    """Return all that is in sight while things are taken away and checked."""
    seen = []
    for item, shown, close in (
        ("Report for a ticket…", "reportText", "closeReportButton"),
        ("Export…", "takeawayText", "closeTakeawayButton"),
    ):
        window.trigger(item)
        window.wait_for(shown, lambda control: bool(control.text))
        seen += window.tree()
        window.press(close)
        window.wait_until_gone(close)
    return seen


def _damaged_profiles(desktop: Desktop) -> Path:
    """Leave a damaged profile file, and what a killed save would, to the program."""
    folder = desktop.home / ".config" / "ringauth"
    folder.mkdir(parents=True)
    (folder / ".profiles.json-abcd_123.tmp").write_text("{ half", encoding="utf-8")
    path = folder / "profiles.json"
    path.write_text("{ damaged", encoding="utf-8")
    return path


def _rename_elsewhere(path: Path, name: str) -> None:
    """Write the profile file as another program does."""
    document = json.loads(path.read_text(encoding="utf-8"))
    document["profiles"][0]["name"] = name
    path.write_text(json.dumps(document), encoding="utf-8")


def _secrets_of(visit: Visit) -> Iterator[str]:
    """Yield the state and the code that went through the browser."""
    for address in visit.requested:
        parameters = parse_qs(urlsplit(address).query)
        yield from parameters.get("state", [])
        yield from parameters.get("code", [])

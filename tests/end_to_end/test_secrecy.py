"""Nothing that RingAuth leaves behind holds a secret, except the keyring."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.program import LOGGING_EVERYTHING, Browser, Program, Visit
from tests.end_to_end.signed_in import authorize, revealed, sign_in, try_it
from tests.end_to_end.traces import files_left, leaks

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


@pytest.mark.case("PR-12")
def test_a_whole_day_leaves_no_secret_outside_the_keyring(
    folder: Path, desktop: Desktop, browser: Browser
) -> None:
    with Program(desktop, browser, started_by=LOGGING_EVERYTHING) as program:
        try_it(program.window)
        denied = authorize(program, browser, "sign in", "deny")
        visit = sign_in(program, browser)
        tokens = [revealed(program.window, kind) for kind in ("Access", "Refresh")]
        program.window.press("refreshButton")
        program.window.wait_for_text("messageTitle", "Refreshed")
        tokens += [revealed(program.window, kind) for kind in ("Access", "Refresh")]
        controls = program.window.tree()
        program.window.press("copyAccessTokenButton")
        seen_by_others = program.seen_by_others()
        program.quit()

    canaries = {*tokens, *_secrets_of(denied), *_secrets_of(visit)}
    kept = "".join(item.secret for item in keyring_items(desktop.variables))
    assert tokens[-1] in kept
    assert len(canaries) >= 7
    assert [one.id for one in controls if leaks(canaries, str(one))] == []
    assert leaks(canaries, seen_by_others) == []
    for path in files_left(folder, desktop):
        text = path.read_bytes().decode("utf-8", "replace")
        assert leaks(canaries, text) == [], path


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


def _secrets_of(visit: Visit) -> Iterator[str]:
    """Yield the state and the code that went through the browser."""
    for address in visit.requested:
        parameters = parse_qs(urlsplit(address).query)
        yield from parameters.get("state", [])
        yield from parameters.get("code", [])

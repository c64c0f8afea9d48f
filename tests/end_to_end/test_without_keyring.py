"""A desktop without any keyring: the token stays in memory, and the window says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.signed_in import revealed, sign_in, try_it
from tests.end_to_end.traces import files_left, leaks

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]


@pytest.fixture
def bare_desktop(folder: Path) -> Iterator[Desktop]:
    with Desktop(folder, has_keyring=False) as desktop:
        yield desktop


@pytest.mark.case("KR-01")
def test_without_a_keyring_the_status_line_says_so_and_the_token_is_gone_tomorrow(
    bare_desktop: Desktop, browser: Browser, folder: Path
) -> None:
    with Program(bare_desktop, browser) as program:
        program.window.wait_for_text("statusLine", "memory")
        try_it(program.window)
        title = "Nothing is kept when RingAuth closes"
        program.window.wait_for_text("messageTitle", title)
        sign_in(program, browser)
        program.window.wait_for_text("statusLine", "memory")
        tokens = {revealed(program.window, kind) for kind in ("Access", "Refresh")}
        program.quit()
    for path in files_left(folder, bare_desktop):
        assert leaks(tokens, path.read_bytes().decode("latin-1")) == [], path

    with Program(bare_desktop, browser) as program:
        program.window.wait_for("authorizeButton", lambda button: button.is_usable)
        field = program.window.read("accessTokenField")
        assert field is None or not field.is_showing
        program.quit()

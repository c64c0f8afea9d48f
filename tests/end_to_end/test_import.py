"""Credentials out of a file, and a sign-in by JWT, without a browser."""

from pathlib import Path

import pytest

from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.settings import DEFAULT_PORT
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.program import LOGGING_EVERYTHING, Browser, Program
from tests.end_to_end.signed_in import revealed, wait_for_token
from tests.end_to_end.traces import files_left, leaks
from tests.end_to_end.window import Window

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

ADDRESS = f"http://127.0.0.1:{DEFAULT_PORT}"
SECRET = JWT_ONLY_APP.client_secret or ""
JWT = signed_credential(CREDENTIALS[0], ADDRESS)
TEXT = (
    f"RC_SERVER_URL={ADDRESS}\n"
    f"RC_APP_CLIENT_ID={JWT_ONLY_APP.client_id}\n"
    f"RC_APP_CLIENT_SECRET='{SECRET}'\n"
    f"RC_USER_JWT={JWT}\n"
)


def test_an_env_file_becomes_a_profile_that_signs_in_by_jwt(
    folder: Path, desktop: Desktop, browser: Browser
) -> None:
    file = desktop.home / ".env"
    file.write_text(TEXT)
    before = file.stat()

    with Program(desktop, browser, started_by=LOGGING_EVERYTHING) as program:
        window = program.window
        _choose(window, file)
        _see_what_was_found(window)
        window.press("useCredentialsButton")
        window.type("profileNameEdit", "Reports bot")
        assert not _holds_secret(_kept(desktop), JWT)
        window.press("saveProfileButton")
        window.wait_for_text("jwtPanelCredential", "Never ends")
        window.press("authorizeButton")
        wait_for_token(window)
        assert "Reports bot, Practice server · JWT, " in window.items("profileList")[0]
        token = revealed(window, "Access")
        controls = window.tree()
        seen_by_others = program.seen_by_others()
        program.quit()

    assert browser.visits() == []
    assert file.read_text() == TEXT
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    kept = _kept(desktop)
    assert {SECRET in kept, JWT in kept, token in kept} == {True}
    # The form offers the practice app, and says its published secret.
    assert [one.id for one in controls if leaks({JWT, token}, str(one))] == []
    assert not _holds_secret(seen_by_others, token)
    for path in files_left(folder, desktop):
        text = path.read_bytes().decode("utf-8", "replace")
        assert path == file or not _holds_secret(text, token), path


def _choose(window: Window, file: Path) -> None:
    window.trigger("Import credentials…")
    window.press("chooseFileButton")
    window.type("fileNameEdit", str(file))
    window.press_text("Open")


def _see_what_was_found(window: Window) -> None:
    window.wait_for_text("importState", "Found in .env")
    assert window.wait_for_text("foundClientId", JWT_ONLY_APP.client_id)
    assert window.wait_for_text("foundServer", "Practice server")
    assert window.wait_for_text("foundSecret", f"Found, {len(SECRET)} characters")
    assert window.wait_for_text("importDanger", "Delete the file or keep it safe")


def _holds_secret(text: str, token: str) -> bool:
    # Of the practice secret, which is published, pieces stand in other names too.
    return SECRET in text or leaks({JWT, token}, text) != []


def _kept(desktop: Desktop) -> str:
    return "".join(item.secret for item in keyring_items(desktop.variables))

"""No canary that is typed, pasted or imported is in sight, spoken or copied (RD-07)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from ringauth_gui.errors import NetworkError, RevocationRefused
from ringauth_gui.storage.exported_profiles import exported_text
from tests.canary.search import CanarySearch
from tests.fakes.jwt_credentials import credential
from tests.gui.everything_read import clipboards, everything_read
from tests.gui.everywhere_use import START, EverywhereUse
from tests.gui.file_use import choose, drop, trigger
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.test_canary_run import CANARIES as ECHOED
from tests.gui.test_canary_run import ECHO, REFUSAL, leaks
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

CANARIES = {
    "pasted access token": "CANARY-pasted-access-5b1e",
    "pasted refresh token": "CANARY-pasted-refresh-5b1e",
    "client secret": "CANARY-client-secret-5b1e",
    "JWT credential": credential(jti="CANARY-jti-5b1e"),
}
SEARCH = CanarySearch(CANARIES)


@pytest.fixture(autouse=True)
def _closed(shell: Shell) -> Iterator[None]:
    """Leave no dialog open, and nothing in the clipboard."""
    shell.clipboard._clipboard.clear()
    yield
    for dialog in shell.window.findChildren(QDialog):
        dialog.close()


def seen() -> set[str]:
    """Return which canaries can be read anywhere."""
    return SEARCH.found_in("\n".join((*everything_read().values(), clipboards())))


def test_a_pasted_token_is_not_in_sight_before_or_after_it_is_used(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    press(shell, "Use a token from elsewhere…")
    for field in ("Access", "Refresh"):
        edit = child(shell.window, QLineEdit, f"pasted{field}TokenEdit")
        edit.setText(CANARIES[f"pasted {field.lower()} token"])
    before = seen()

    use = child(shell.window, QPushButton, "useTokenButton")
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    shell.wait_idle()

    kept = shell.authorizer.clients.vault.load_token(SUPPORT)
    assert kept is not None
    assert kept.access_token in CANARIES.values()
    assert (before, seen()) == (set(), set())


def test_imported_credentials_are_told_of_and_not_told(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "credentials.json"
    members = {
        "clientId": "app-1",
        "clientSecret": CANARIES["client secret"],
        "server": "https://platform.ringcentral.com",
        "jwt": {"Ada": CANARIES["JWT credential"]},
    }
    path.write_text(json.dumps(members), encoding="utf-8")
    shell.start(SUPPORT)

    drop(shell.window, path)
    shell.wait_until(lambda: "app-1" in "\n".join(everything_read().values()))

    assert seen() == set()


def test_a_secret_in_a_file_with_profiles_is_not_shown(
    shell: Shell, tmp_path: Path
) -> None:
    document = json.loads(exported_text([SUPPORT, DEVELOPER]))
    document["profiles"][0]["client_secret"] = CANARIES["client secret"]
    path = tmp_path / "profiles.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    shell.start(SUPPORT)
    trigger(shell, "Import pro&files…")
    child(shell.window, QPushButton, "chooseProfilesButton").click()

    choose(shell, "profilesFileDialog", path)
    shell.wait_until(
        lambda: not shell.text("profileImportState").startswith(("Reading", "RingAuth"))
    )

    assert shell.text("profileImportState").startswith("2 of 2 profiles")
    assert "Developer" in "\n".join(everything_read().values())
    assert seen() == set()


@pytest.mark.case("RD-02", "RD-07")
@pytest.mark.parametrize(
    "error", [NetworkError("platform.example", ECHO), RevocationRefused(REFUSAL)]
)
def test_signing_out_everywhere_quotes_no_canary(
    shell: Shell, error: NetworkError | RevocationRefused
) -> None:
    for canary in ECHOED.values():
        shell.redaction.know(canary)
    for profile in (SUPPORT, DEVELOPER):
        shell.keep(profile, token())
    shell.authorizer.outcomes["turn"] = error
    shell.start(SUPPORT, DEVELOPER)
    everywhere = EverywhereUse(shell)

    everywhere.click(START)
    for _ in range(4):
        everywhere.tick(1)
        shell.wait_idle()

    assert "turn" in shell.authorizer.calls
    assert leaks() == {}

"""Profiles go from one computer to another in a file, as a person takes them there."""

import stat
from pathlib import Path

import pytest

from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.window import Window
from tests.fakes.fixed_clock import FixedClock

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

HOST = "id.example.org"
SUPPORT = Profile(
    "5f2c", "Support desk", ServerKind.RINGCENTRAL, "client-1", has_secret=True
)
ELSEWHERE = Profile(
    "77aa",
    "Elsewhere",
    ServerKind.OTHER,
    "client-2",
    has_secret=False,
    server_url=f"https://{HOST}",
    metadata=ServerMetadata(f"https://{HOST}/authorize", f"https://{HOST}/token"),
)


def test_what_one_computer_exports_another_imports(
    desktop: Desktop, browser: Browser
) -> None:
    kept = desktop.home / ".config" / "ringauth" / "profiles.json"
    kept.parent.mkdir(parents=True)
    ProfileFile(kept, FixedClock()).save([SUPPORT, ELSEWHERE])
    file = desktop.home / "to-take-along.json"

    with Program(desktop, browser) as program:
        _export(program.window, file)
        program.quit()
    kept.unlink()  # now it is another computer
    with Program(desktop, browser) as program:
        window = program.window
        _show(window, file)
        assert not window.wait_for("importProfilesButton").is_usable
        window.press("confirmImportHostsCheck")
        window.press("importProfilesButton")
        window.wait_for_text("messageTitle", "2 profiles were imported")
        names = [item.partition(",")[0] for item in window.items("profileList")]
        program.quit()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert names == ["Support desk", "Elsewhere"]
    imported = ProfileFile(kept, FixedClock()).load().profiles
    assert [each.client_id for each in imported] == ["client-1", "client-2"]
    assert not {each.id for each in imported} & {SUPPORT.id, ELSEWHERE.id}


def _export(window: Window, file: Path) -> None:
    window.trigger("Export profiles…")
    window.wait_for_text("exportState", "2 of 2 chosen")
    window.press("saveExportButton")
    window.type("fileNameEdit", str(file))
    window.press_text("Save")
    window.wait_for_text("messageTitle", "2 profiles were exported")


def _show(window: Window, file: Path) -> None:
    window.trigger("Import profiles…")
    window.press("chooseProfilesButton")
    window.type("fileNameEdit", str(file))
    window.press_text("Open")
    window.wait_for_text("profileImportState", "2 of 2 profiles")

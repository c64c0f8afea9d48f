"""Importing profiles: what is shown before, what is taken over, and what never."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPushButton

from ringauth_gui.gui.tick_list import TickList
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.gui.file_use import choose, drop, trigger
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

CANARY = "CANARY-client-secret-9d"
NEW = replace(SUPPORT, name="New one", client_id="new-client")
HOST = "id.example.org"
OTHER = replace(
    SUPPORT,
    name="Elsewhere",
    server=ServerKind.OTHER,
    has_secret=True,
    server_url=f"https://{HOST}",
    metadata=ServerMetadata(f"https://{HOST}/authorize", f"https://{HOST}/token"),
)


@pytest.fixture(autouse=True)
def _closed(shell: Shell) -> Iterator[None]:
    """Leave no dialog open: it would be in the way of the next window."""
    yield
    for dialog in shell.window.findChildren(QDialog):
        dialog.close()


def _file(tmp_path: Path, *profiles: Profile) -> Path:
    path = tmp_path / "profiles.json"
    path.write_text(exported_text(profiles), "utf-8")
    return path


def _dialog(shell: Shell) -> QDialog:
    return next(
        each
        for each in shell.window.findChildren(QDialog, "profileImportDialog")
        if each.isVisible()
    )


def _open(shell: Shell, path: Path) -> QDialog:
    """Choose the file in the dialog of the menu, and wait until it was read."""
    trigger(shell, "Import pro&files…")
    dialog = _dialog(shell)
    child(dialog, QPushButton, "chooseProfilesButton").click()
    choose(shell, "profilesFileDialog", path)
    shell.wait_until(
        lambda: not shell.text("profileImportState").startswith(("Reading", "RingAuth"))
    )
    return dialog


def _rows(dialog: QDialog) -> list[str]:
    rows = child(dialog, TickList, "profileImportList")
    return [rows.item(at).text() for at in range(rows.count())]


def _import(dialog: QDialog) -> QPushButton:
    return child(dialog, QPushButton, "importProfilesButton")


def test_what_is_found_is_shown_before_it_is_taken(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start(SUPPORT)

    dialog = _open(shell, _file(tmp_path, NEW, SUPPORT))

    assert _rows(dialog) == [
        "New one\nRingCentral · new",
        "Support desk\nRingCentral · new, as “Support desk (2)”",
    ]
    state = shell.text("profileImportState")
    assert state == "2 of 2 profiles in profiles.json are taken over."
    assert shell.sessions.names == ("Support desk",)


def test_what_is_taken_is_saved_and_shown(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    dialog = _open(shell, _file(tmp_path, NEW, SUPPORT))

    _import(dialog).click()

    assert shell.sessions.names == ("Support desk", "New one", "Support desk (2)")
    shell.wait_until(lambda: shell.saved[-1:] == [shell.sessions.profiles])
    assert shell.state.profile.name == "New one"
    shell.wait_idle()
    assert shell.text("messageTitle") == "2 profiles were imported"
    assert len({profile.id for profile in shell.sessions.profiles}) == 3


def test_cancel_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    dialog = _open(shell, _file(tmp_path, NEW))

    child(dialog, QPushButton, "cancelProfileImportButton").click()

    assert shell.sessions.names == ("Support desk",)
    assert shell.saved == []


def test_only_what_is_ticked_is_taken(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    dialog = _open(shell, _file(tmp_path, NEW, DEVELOPER))
    rows = child(dialog, TickList, "profileImportList")

    rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    _import(dialog).click()

    assert shell.sessions.names == ("Support desk", "Developer")


def test_nothing_ticked_is_nothing_to_import(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    dialog = _open(shell, _file(tmp_path, NEW))

    child(dialog, TickList, "profileImportList").tick_all(ticked=False)

    assert not _import(dialog).isEnabled()
    assert _import(dialog).toolTip() == "No profile is ticked."


def test_a_profile_of_the_same_name_can_take_its_place(
    shell: Shell, tmp_path: Path
) -> None:
    shell.keep(SUPPORT, token())
    shell.start(DEVELOPER, SUPPORT)
    changed = replace(SUPPORT, id="else", auto_refresh=True)
    dialog = _open(shell, _file(tmp_path, changed))

    child(dialog, QComboBox, "sameNameCombo").setCurrentIndex(1)
    assert _rows(dialog) == ["Support desk\nRingCentral · replaces yours"]
    _import(dialog).click()
    shell.wait_idle()

    assert shell.sessions.profiles == (DEVELOPER, replace(changed, id=SUPPORT.id))
    assert shell.state.token is not None


@pytest.mark.case("PF-12")
def test_another_app_that_takes_the_place_gets_no_secret_of_the_old_one(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start_signed_in()
    other = replace(SUPPORT, client_id="another-app")
    dialog = _open(shell, _file(tmp_path, other))
    child(dialog, QComboBox, "sameNameCombo").setCurrentIndex(1)

    _import(dialog).click()
    shell.wait_idle()

    assert shell.state.profile.client_id == "another-app"
    assert shell.state.token is None


def test_without_a_clash_there_is_nothing_to_choose(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start(SUPPORT)

    dialog = _open(shell, _file(tmp_path, NEW))

    assert not child(dialog, QComboBox, "sameNameCombo").isVisible()


@pytest.mark.case("PF-11")
def test_secrets_in_the_file_are_told_and_not_taken_over(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start(SUPPORT)
    document = json.loads(exported_text([NEW]))
    document["profiles"][0] |= {"client_secret": CANARY, "refresh_token": CANARY}
    path = tmp_path / "profiles.json"
    path.write_text(json.dumps(document), "utf-8")

    dialog = _open(shell, path)
    words = shell.text("profileImportSecrets")
    _import(dialog).click()
    shell.wait_idle()

    assert "secrets (client_secret, refresh_token)" in words
    assert "are not taken over" in words
    profile = shell.state.profile
    assert profile.unknown == {}
    assert shell.authorizer.clients.vault.load_secret(profile) is None
    assert shell.redaction.clean(f"x {CANARY}") != f"x {CANARY}"


@pytest.mark.case("IN-09")
@pytest.mark.case("PF-11")
def test_a_server_that_is_not_ringcentrals_has_to_be_confirmed(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start(SUPPORT)
    dialog = _open(shell, _file(tmp_path, NEW, OTHER))
    check = child(dialog, QCheckBox, "confirmImportHostsCheck")
    assert check.accessibleName() == f"I know these servers {HOST}"
    assert not _import(dialog).isEnabled()

    check.click()

    assert _import(dialog).isEnabled()
    check.click()
    child(dialog, TickList, "profileImportList").item(1).setCheckState(
        Qt.CheckState.Unchecked
    )
    assert _import(dialog).isEnabled()
    assert not check.isVisible()


def test_what_cannot_be_used_is_shown_with_its_reason(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start(SUPPORT)
    path = _file(tmp_path, NEW)
    path.write_text(path.read_text("utf-8").replace("localhost", "evil.example"))

    dialog = _open(shell, path)

    [row] = _rows(dialog)
    assert row.startswith("New one\ncannot be used: ")
    child(dialog, TickList, "profileImportList").tick_all(ticked=True)
    assert not _import(dialog).isEnabled()


def test_a_file_without_profiles_is_told(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    path = tmp_path / "other.json"
    path.write_text("{}", "utf-8")

    dialog = _open(shell, path)

    assert "is no file with RingAuth's profiles" in shell.text("profileImportState")
    assert not _import(dialog).isEnabled()


def test_a_file_with_profiles_can_be_dropped_on_the_window(
    shell: Shell, tmp_path: Path
) -> None:
    shell.start()
    path = _file(tmp_path, NEW)

    drop(shell.window, path)
    shell.wait_until(lambda: shell.text("profileImportState").startswith("1 of 1"))
    _import(_dialog(shell)).click()
    shell.wait_idle()

    assert shell.state.profile.name == "New one"
    assert not any(
        each.isVisible() for each in shell.window.findChildren(QDialog, "importDialog")
    )


def test_a_thousand_profiles_can_be_imported(shell: Shell, tmp_path: Path) -> None:
    shell.start(SUPPORT)
    many = [replace(NEW, name=f"Profile {number}") for number in range(1000)]
    dialog = _open(shell, _file(tmp_path, *many))

    _import(dialog).click()

    shell.wait_until(lambda: shell.text("messageTitle").startswith("1000 profiles"))
    assert len(shell.sessions.sessions) == 1001
    shell.wait_until(lambda: shell.saved[-1:] == [shell.sessions.profiles])

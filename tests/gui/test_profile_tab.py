"""The Profile tab: what is typed is saved, kept, or read from a server."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import ServerKind
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

ADDRESS = "https://login.example.com"
METADATA = ServerMetadata(
    authorization_endpoint=f"{ADDRESS}/authorize",
    token_endpoint=f"{ADDRESS}/token",
)


def _edit(shell: Shell, name: str) -> QLineEdit:
    return child(shell.window, QLineEdit, name)


def _choose_server(shell: Shell, text: str) -> None:
    combo = child(shell.window, QComboBox, "serverCombo")
    combo.setCurrentIndex(combo.findText(text))


def _type_other_server(shell: Shell) -> None:
    _choose_server(shell, "Other server")
    _edit(shell, "serverUrlEdit").setText(ADDRESS)


def test_an_edit_is_saved_in_the_file(editing: Shell) -> None:
    editing.type_in("profileNameEdit", "Help desk")

    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    assert [profile.name for profile in editing.saved[-1]] == ["Help desk", "Developer"]
    assert editing.text("profileNameLabel") == "Help desk"
    assert editing.rows()[0].startswith("Help desk")


def test_the_secret_goes_to_the_vault_and_not_to_the_file(editing: Shell) -> None:
    child(editing.window, QCheckBox, "hasSecretCheck").click()
    editing.type_in("clientSecretEdit", "canary-secret")

    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    assert editing.authorizer.clients.vault.load_secret(SUPPORT) == "canary-secret"
    assert "canary-secret" not in repr(editing.saved)
    assert _edit(editing, "clientSecretEdit").text() == ""


def test_a_wrong_field_is_marked_and_nothing_is_saved(editing: Shell) -> None:
    editing.type_in("clientIdEdit", "with blank")

    editing.click("saveProfileButton")

    assert _edit(editing, "clientIdEdit").property("invalid") is True
    assert editing.saved == []


def test_what_is_typed_survives_another_profile(editing: Shell) -> None:
    editing.type_in("profileNameEdit", "Half a na")

    editing.choose(DEVELOPER)
    other = _edit(editing, "profileNameEdit").text()
    editing.choose(SUPPORT)

    assert other == "Developer"
    assert _edit(editing, "profileNameEdit").text() == "Half a na"


def test_what_is_typed_survives_a_failing_sign_in(editing: Shell) -> None:
    editing.authorizer.outcomes["authorize"] = NetworkError("x.example", "down")
    editing.type_in("profileNameEdit", "Half a na")

    editing.act("authorizeButton")

    assert _edit(editing, "profileNameEdit").text() == "Half a na"


def test_what_is_typed_for_a_new_profile_survives_a_look_at_another(
    editing: Shell,
) -> None:
    editing.click("newProfileButton")
    editing.type_in("profileNameEdit", "Brand new")

    editing.choose(SUPPORT)
    editing.click("newProfileButton")

    assert _edit(editing, "profileNameEdit").text() == "Brand new"


def test_a_new_profile_that_is_filled_in_is_shown_as_typed(editing: Shell) -> None:
    editing.click("newProfileButton")
    editing.type_in("profileNameEdit", "Half a na")
    draft = ProfileDraft("From a file", client_id="abc", client_secret="canary")
    tab = editing.control.page().content.profile

    tab.show_new(ServerKind.RINGCENTRAL, [], replace(draft, has_secret=True))

    assert _edit(editing, "profileNameEdit").text() == "From a file"
    assert _edit(editing, "clientSecretEdit").text() == "canary"
    assert editing.button("discardProfileButton").isEnabled()


def test_another_servers_metadata_are_read_once_when_saved_at_once(
    editing: Shell,
) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_other_server(editing)

    editing.click("saveProfileButton")
    editing.wait_until(lambda: bool(editing.saved))
    editing.wait_idle()

    assert editing.metadata_reads == [ADDRESS]
    saved = editing.saved[-1][0]
    assert saved.server is ServerKind.OTHER
    assert saved.server_url == ADDRESS
    assert saved.metadata == METADATA


def test_a_token_is_not_shown_for_another_server(editing: Shell) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_other_server(editing)

    editing.click("saveProfileButton")
    editing.wait_until(lambda: bool(editing.saved))
    editing.wait_idle()

    assert editing.text("identityLine") == "Signed out"
    assert editing.state.token is None


def test_metadata_that_cannot_be_read_are_told_and_nothing_is_saved(
    editing: Shell,
) -> None:
    editing.metadata[ADDRESS] = NetworkError("login.example.com", "it is down")
    _type_other_server(editing)

    editing.click("saveProfileButton")
    editing.wait_until(lambda: _says(editing, "login.example.com: it is down"))

    assert editing.saved == []
    assert _edit(editing, "serverUrlEdit").text() == ADDRESS


def test_another_profile_chosen_meanwhile_stays_in_sight_and_nothing_is_lost(
    editing: Shell,
) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_other_server(editing)
    editing.click("saveProfileButton")

    editing.choose(DEVELOPER)
    editing.wait_until(lambda: bool(editing.saved))

    support, developer = editing.saved[-1]
    assert support.server_url == ADDRESS
    assert support.metadata == METADATA
    assert developer == DEVELOPER
    assert editing.text("profileNameLabel") == "Developer"


def test_what_was_discarded_is_not_saved_by_a_late_answer(
    editing: Shell, qtbot: QtBot
) -> None:
    reader = editing.control.page().content.profile._reader()
    editing.metadata[ADDRESS] = METADATA
    _type_other_server(editing)
    editing.click("saveProfileButton")

    with qtbot.waitSignal(reader.read):
        editing.click("discardProfileButton")

    combo = child(editing.window, QComboBox, "serverCombo")
    assert combo.currentText() == "RingCentral"
    assert editing.saved == []


def test_nothing_is_said_of_an_address_that_was_not_asked(editing: Shell) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_other_server(editing)
    editing.click("saveProfileButton")
    reading = _says(editing, "Reading the server's metadata")

    _edit(editing, "serverUrlEdit").setText("https://other.example.com")

    assert reading
    assert not _says(editing, "Reading the server's metadata")
    editing.wait_idle()
    assert not _says(editing, "Endpoints read from the server's metadata")


def test_saving_again_reads_them_again(editing: Shell) -> None:
    editing.metadata[ADDRESS] = NetworkError("login.example.com", "it is down")
    _type_other_server(editing)
    editing.click("saveProfileButton")
    editing.wait_until(lambda: _says(editing, "it is down"))
    editing.metadata[ADDRESS] = METADATA

    editing.click("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    assert editing.metadata_reads == [ADDRESS, ADDRESS]


def test_a_mistake_while_metadata_are_read_does_not_look_like_reading_on(
    editing: Shell, qtbot: QtBot
) -> None:
    editing.metadata[ADDRESS] = ZeroDivisionError()
    _type_other_server(editing)

    with qtbot.captureExceptions() as mistakes:
        editing.click("saveProfileButton")
        editing.wait_until(lambda: _says(editing, "could not be read"))

    assert [kind for kind, _error, _trace in mistakes] == [ZeroDivisionError]


def test_a_known_servers_metadata_are_not_read_again(shell: Shell) -> None:
    known = replace(
        SUPPORT, server=ServerKind.OTHER, server_url=ADDRESS, metadata=METADATA
    )
    shell.start(known)
    shell.show_tab("Profile")
    shell.type_in("profileNameEdit", "Help desk")

    shell.act("saveProfileButton")

    shell.wait_until(lambda: bool(shell.saved))
    assert shell.metadata_reads == []
    assert shell.saved[-1][0].metadata == METADATA


def test_a_profile_that_moved_keeps_nothing_typed_for_it(editing: Shell) -> None:
    editing.type_in("profileNameEdit", "Help desk")
    editing.act("saveProfileButton")

    editing.choose(DEVELOPER)
    editing.choose(replace(SUPPORT, name="Help desk"))

    assert not editing.button("discardProfileButton").isEnabled()


def _says(shell: Shell, text: str) -> bool:
    labels = shell.window.findChildren(QLabel)
    return any(text in each.text() for each in labels if each.isVisible())

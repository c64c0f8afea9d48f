"""The Profile tab saves what each kind of profile needs, and asks before it must."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QToolButton

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_editor import ProfileEditor
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import options_from
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.jwt_credentials import credential
from tests.gui.pages import choose
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

ADDRESS = "https://login.example.com"
METADATA = ServerMetadata(
    authorization_endpoint=f"{ADDRESS}/authorize",
    token_endpoint=f"{ADDRESS}/token",
)
OURS = credential(client_ids=[SUPPORT.client_id])


def _edit(shell: Shell, name: str) -> QLineEdit:
    return child(shell.window, QLineEdit, name)


def _check(shell: Shell, name: str) -> QCheckBox:
    return child(shell.window, QCheckBox, name)


def _says(shell: Shell, text: str) -> bool:
    labels = shell.window.findChildren(QLabel)
    return any(text in each.text() for each in labels if each.isVisible())


def _type_secret_for_other_server(shell: Shell) -> None:
    choose(shell, "serverCombo", "Other server")
    _edit(shell, "serverUrlEdit").setText(ADDRESS)
    _check(shell, "hasSecretCheck").setChecked(True)
    _edit(shell, "clientSecretEdit").setText("canary-secret")


def test_a_jwt_sign_in_is_saved_and_its_credential_kept(editing: Shell) -> None:
    choose(editing, "signInCombo", "With a JWT credential")
    editing.type_in("jwtCredentialEdit", OURS)

    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    saved = editing.saved[-1][0]
    vault = editing.authorizer.clients.vault
    assert saved.grant_type is GrantType.JWT_BEARER
    assert vault.load_secret(saved, SecretKind.JWT_CREDENTIAL) == OURS
    assert OURS not in repr(editing.saved)
    assert _edit(editing, "jwtCredentialEdit").text() == ""
    assert _says(editing, "for this client ID alone")


def test_a_kept_credential_says_what_it_is_after_a_restart(shell: Shell) -> None:
    by_jwt = replace(SUPPORT, grant_type=GrantType.JWT_BEARER)
    shell.authorizer.clients.vault.save_secret(by_jwt, OURS, SecretKind.JWT_CREDENTIAL)

    shell.start(by_jwt)
    shell.show_tab("Profile")

    assert _says(shell, "for this client ID alone")
    assert "Kept in" in _edit(shell, "jwtCredentialEdit").placeholderText()


def test_a_message_leads_to_the_field_of_the_credential(shell: Shell) -> None:
    shell.start(replace(SUPPORT, grant_type=GrantType.JWT_BEARER))

    shell.control.page().message_bar.action_requested.emit("enter-credential")

    assert shell.tab() == "Profile"
    assert _edit(shell, "jwtCredentialEdit").hasFocus()


def test_typed_endpoints_are_saved_without_asking_the_server(editing: Shell) -> None:
    choose(editing, "serverCombo", "Other server")
    _check(editing, "typeEndpointsCheck").setChecked(True)
    _edit(editing, "authorizationEndpointEdit").setText(METADATA.authorization_endpoint)
    _edit(editing, "tokenEndpointEdit").setText(METADATA.token_endpoint)

    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    assert editing.metadata_reads == []
    assert editing.saved[-1][0].metadata == replace(METADATA, typed=True)
    assert _check(editing, "typeEndpointsCheck").isChecked()
    assert not editing.button("discardProfileButton").isEnabled()


def test_endpoints_that_are_no_longer_typed_are_read(shell: Shell) -> None:
    typed = replace(METADATA, token_endpoint="https://old.example/token", typed=True)
    shell.metadata[ADDRESS] = METADATA
    shell.start(
        replace(SUPPORT, server=ServerKind.OTHER, server_url=ADDRESS, metadata=typed)
    )
    shell.show_tab("Profile")

    _check(shell, "typeEndpointsCheck").click()
    shell.click("saveProfileButton")

    shell.wait_until(lambda: bool(shell.saved))
    assert shell.metadata_reads == [ADDRESS]
    assert shell.saved[-1][0].metadata == METADATA


def test_options_are_saved(editing: Shell) -> None:
    child(editing.window, QToolButton, "advancedButton").click()
    editing.type_in("scopeEdit", "openid")
    _check(editing, "nonceCheck").click()

    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    options = options_from({"scope": "openid"}, sends_nonce=True)
    assert editing.saved[-1][0].options == options
    assert not editing.button("discardProfileButton").isEnabled()


def test_all_that_is_typed_survives_another_profile(editing: Shell) -> None:
    choose(editing, "signInCombo", "With a JWT credential")
    editing.type_in("jwtCredentialEdit", OURS)
    child(editing.window, QToolButton, "advancedButton").click()
    editing.type_in("accessTokenTtlEdit", "600")

    editing.choose(DEVELOPER)
    others = _edit(editing, "jwtCredentialEdit").text()
    editing.choose(SUPPORT)

    assert others == ""
    assert _edit(editing, "jwtCredentialEdit").text() == OURS
    assert _edit(editing, "accessTokenTtlEdit").text() == "600"


@pytest.mark.case("IN-09")
def test_saved_at_once_the_secret_waits_until_its_host_is_known_and_confirmed(
    editing: Shell,
) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_secret_for_other_server(editing)

    editing.click("saveProfileButton")
    editing.wait_until(lambda: _says(editing, "RingAuth does not know"))
    before = list(editing.saved)
    _check(editing, "confirmHostsCheck").click()
    editing.act("saveProfileButton")

    editing.wait_until(lambda: bool(editing.saved))
    saved = editing.saved[-1][0]
    assert before == []
    assert editing.authorizer.clients.vault.load_secret(saved) == "canary-secret"


def test_nothing_is_saved_aside_that_nobody_confirmed_and_nothing_is_lost(
    editing: Shell,
) -> None:
    editing.metadata[ADDRESS] = METADATA
    _type_secret_for_other_server(editing)
    editing.click("saveProfileButton")

    editing.choose(DEVELOPER)
    editor = child(editing.window, ProfileEditor, "profileEditor")
    editing.wait_until(lambda: not editor._waiting)
    editing.choose(SUPPORT)

    assert editing.saved == []
    assert _check(editing, "confirmHostsCheck").isVisible()
    assert _edit(editing, "clientSecretEdit").text() == "canary-secret"
    assert _edit(editing, "serverUrlEdit").text() == ADDRESS


def test_a_draft_with_both_secrets_fills_a_new_profile_in(editing: Shell) -> None:
    draft = ProfileDraft(
        "From a file",
        client_id=SUPPORT.client_id,
        has_secret=True,
        client_secret="canary-secret",
        grant_type=GrantType.JWT_BEARER,
        jwt_credential=OURS,
    )

    editing.control.page().content.profile.show_new(ServerKind.RINGCENTRAL, [], draft)

    assert _edit(editing, "clientSecretEdit").text() == "canary-secret"
    assert _says(editing, "for this client ID alone")

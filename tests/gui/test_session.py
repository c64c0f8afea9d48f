"""One profile's session that is edited, and one that refreshes by itself."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.jwt_credentials import credential
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

OTHER_APP = replace(SUPPORT, client_id="another-client")
RENAMED = replace(SUPPORT, name="Help desk")
ACCEPTED = CheckResult(
    Verdict.ACCEPTED, Identity("256440016", "Ada Lovelace"), None, ISSUED, 0.1
)


def _save(shell: Shell, profile: Profile, client_secret: str | None = None) -> None:
    shell.sessions.keep(profile, NewSecrets(client_secret))


@pytest.mark.case("PF-12")
def test_another_app_does_not_get_the_token_of_the_one_before(shell: Shell) -> None:
    shell.start_signed_in()

    _save(shell, OTHER_APP)
    shell.wait_idle()

    assert shell.state.token is None
    assert not shell.button("checkButton").isEnabled()


def test_not_even_when_the_keyring_cannot_be_asked(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")

    _save(shell, OTHER_APP)
    shell.wait_idle()

    assert shell.state.token is None
    assert child(shell.window, QWidget, "signedOutPanel").isVisible()


@pytest.mark.case("PF-12")
def test_another_server_does_not_get_it_either(shell: Shell) -> None:
    shell.start_signed_in()

    _save(shell, replace(SUPPORT, server=ServerKind.RINGCENTRAL_BIZ))
    shell.wait_idle()

    assert shell.state.token is None


def test_a_new_name_keeps_the_token_and_what_was_found_out(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = ACCEPTED
    shell.act("checkButton")

    _save(shell, RENAMED)
    shell.wait_idle()

    assert shell.text("profileNameLabel") == "Help desk"
    assert shell.text("identityLine") == "Ada Lovelace"
    assert shell.text("accessTokenField").startswith("SJC1")


def test_a_secret_saved_while_something_runs_is_not_lost(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = ACCEPTED
    shell.authorizer.held.add("check")
    shell.click("checkButton")

    _save(shell, replace(SUPPORT, has_secret=True), "new-secret")
    shell.authorizer.release("check")
    shell.wait_idle()

    vault = shell.authorizer.clients.vault
    assert vault.load_secret(SUPPORT) == "new-secret"
    assert shell.state.stored.client_secret


def test_an_edit_ends_the_sign_in_for_the_profile_as_it_was(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)

    _save(shell, OTHER_APP)
    shell.wait_idle()

    assert shell.state.profile == OTHER_APP
    assert shell.state.token is None
    assert shell.authorizer.keyring.load(SUPPORT.id, SecretKind.TOKEN) is None


def test_a_new_name_does_not_end_the_sign_in(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)

    _save(shell, RENAMED)
    shell.authorizer.release("authorize")
    shell.wait_idle()

    assert shell.text("profileNameLabel") == "Help desk"
    assert shell.state.token is not None


def test_an_outcome_for_another_app_is_not_shown(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = Refreshed(token(), Keeping(lasting=True), ())
    shell.authorizer.held.add("refresh")
    shell.click("refreshButton")

    _save(shell, OTHER_APP)
    shell.authorizer.release("refresh")
    shell.wait_idle()

    assert shell.state.token is None


def test_a_token_is_refreshed_by_itself_once(shell: Shell) -> None:
    shell.start_signed_in(replace(SUPPORT, auto_refresh=True))
    shell.authorizer.outcomes["refresh"] = TokenStoreError("No.")
    shell.tick(3600 - 121)
    assert "refresh" not in shell.authorizer.calls

    shell.tick(1)
    shell.wait_idle()
    shell.tick(1)
    shell.wait_idle()

    assert shell.authorizer.calls.count("refresh") == 1


def test_a_secret_that_the_keyring_does_not_take_is_told(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.keyring.failing.add("save")

    _save(shell, replace(SUPPORT, has_secret=True), "new-secret")
    shell.wait_idle()

    assert shell.text("messageTitle") == "The client secret is not in the keyring"
    assert shell.state.stored.client_secret


def test_a_new_secret_is_masked_from_then_on(shell: Shell) -> None:
    shell.start(SUPPORT)

    _save(shell, replace(SUPPORT, has_secret=True), "new-secret")
    shell.wait_idle()

    assert "new-secret" in shell.authorizer.clients.known


def test_tokens_leave_the_keyring_when_they_are_no_longer_to_be_kept(
    shell: Shell,
) -> None:
    shell.start_signed_in()

    _save(shell, replace(SUPPORT, keep_tokens=False))
    shell.wait_idle()

    assert shell.authorizer.keyring.load(SUPPORT.id, SecretKind.TOKEN) is None
    assert shell.text("identityLine") == "Extension ID 256440016"


def test_tokens_in_memory_go_to_the_keyring_when_they_are_to_be_kept(
    shell: Shell,
) -> None:
    shell.start_signed_in(replace(SUPPORT, keep_tokens=False))
    assert shell.authorizer.keyring.load(SUPPORT.id, SecretKind.TOKEN) is None

    _save(shell, SUPPORT)
    shell.wait_idle()

    assert shell.authorizer.keyring.load(SUPPORT.id, SecretKind.TOKEN) is not None


def test_tokens_that_stay_in_the_keyring_against_the_wish_are_told(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.keyring.failing.add("delete")

    _save(shell, replace(SUPPORT, keep_tokens=False))
    shell.wait_idle()

    assert shell.text("messageTitle") == "Not everything is kept where the profile says"


def test_trying_again_does_the_same_once_more(shell: Shell) -> None:
    shell.start(SUPPORT)
    assert shell.sessions.current is not None

    shell.sessions.current.repeat()

    assert shell.state.activity is None
    assert shell.authorizer.calls == ["restore"]


def test_a_jwt_credential_is_masked_and_kept_beside_the_secret(shell: Shell) -> None:
    shell.start(SUPPORT)
    by_jwt = replace(SUPPORT, grant_type=GrantType.JWT_BEARER)

    text = credential(client_ids=["an-app"])

    shell.sessions.keep(by_jwt, NewSecrets("the-secret", text))
    shell.wait_idle()

    clients = shell.authorizer.clients
    assert clients.vault.load_secret(by_jwt) == "the-secret"
    assert clients.vault.load_secret(by_jwt, SecretKind.JWT_CREDENTIAL) == text
    assert clients.known == ["the-secret", text]
    stored = shell.state.stored
    assert stored.client_secret
    assert stored.jwt_credential is not None
    assert stored.jwt_credential.apps == ("an-app",)
    assert stored.jwt_credential.assertion == ""


def test_a_kept_jwt_credential_that_is_junk_counts_as_none(shell: Shell) -> None:
    by_jwt = replace(SUPPORT, grant_type=GrantType.JWT_BEARER)
    vault = shell.authorizer.clients.vault
    vault.save_secret(by_jwt, "junk", SecretKind.JWT_CREDENTIAL)

    shell.start(by_jwt)

    assert shell.state.stored.jwt_credential is None


def test_secrets_that_were_entered_show_in_no_dump() -> None:
    entered = NewSecrets("CANARY-secret", "CANARY-jwt")

    assert "CANARY" not in repr(entered)

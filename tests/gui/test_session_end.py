"""Sign out and Forget, pressed at rest and while something runs."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from ringauth_gui.errors import (
    GrantNoLongerValid,
    NetworkError,
    RedirectedElsewhere,
    Refusal,
    RevocationRefused,
    RingAuthError,
    SignedOutMeanwhile,
)
from ringauth_gui.gui.auto_refresh import LEAD
from ringauth_gui.gui.countdown_rings import CountdownRings
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Refreshed, Revoked
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.storage.profile import ServerKind
from tests.gui.menu_use import actions, press
from tests.gui.reading import child
from tests.gui.shell import SOON, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
REDIRECTED = RedirectedElsewhere("evil.example", status=307, request_id=None)
PROVED = Revoked(Proof(proved=True, text="proved: the API answers 401"))
LATE = Refreshed(
    replace(token(), access_token="CANARY-late"), Keeping(lasting=True), ("New.",)
)
ENDS = ("Sign out", "Forget on this computer")


@pytest.fixture
def refreshing(shell: Shell) -> Shell:
    """Return a window in which a refresh waits for its answer."""
    shell.start_signed_in()
    shell.authorizer.outcomes |= {"refresh": LATE, "sign_out": PROVED}
    shell.authorizer.held.add("refresh")
    shell.click("refreshButton")
    return shell


@pytest.mark.case("RV-06")
@pytest.mark.parametrize("end", ENDS)
def test_who_signs_out_need_not_wait_for_a_refresh(refreshing: Shell, end: str) -> None:
    press(refreshing, end)
    refreshing.wait_until(lambda: refreshing.state.token is None)
    refreshing.wait_idle()

    assert refreshing.authorizer.clients.vault.load_token(SUPPORT) is None
    assert not refreshing.button("refreshButton").isEnabled()


@pytest.mark.case("RV-06")
def test_a_refresh_that_heeds_no_cancel_is_not_waited_for_either(shell: Shell) -> None:
    shell.patience = SOON
    shell.start_signed_in()
    shell.authorizer.outcomes |= {"refresh": LATE, "sign_out": PROVED}
    shell.authorizer.held.add("refresh")
    shell.authorizer.deaf.add("refresh")
    shell.click("refreshButton")

    press(shell, "Sign out")
    shell.wait_until(lambda: shell.authorizer.calls[-1] == "sign_out")
    shell.wait_idle()

    assert shell.state.token is None
    assert shell.text("messageTitle") == "Revoked"


def test_a_refresh_that_met_a_sign_out_elsewhere_ends_signed_out_here(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = SignedOutMeanwhile(OFFLINE)

    shell.act("refreshButton")

    assert shell.text("identityLine") == "Signed out"
    assert shell.text("messageTitle") == "Signed out while the refresh was under way"
    assert "could not be revoked" in shell.text("messageText")


@pytest.mark.case("RV-08")
def test_a_session_that_is_over_at_the_server_is_told_once_and_not_tried_again(
    shell: Shell,
) -> None:
    over = GrantNoLongerValid(Refusal(400, "invalid_grant", None, ("OAU-211",)))
    shell.start_signed_in(replace(SUPPORT, auto_refresh=True))
    shell.authorizer.outcomes["refresh"] = over

    shell.tick(3600 - LEAD)
    shell.wait_idle()
    for _ in range(5):
        shell.tick(60)

    assert shell.authorizer.calls.count("refresh") == 1
    assert shell.text("identityLine") == "Signed out"
    assert shell.button("messageAction-authorize").isVisible()


@pytest.mark.parametrize("end", ENDS)
def test_nothing_can_be_ended_twice(shell: Shell, end: str) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = PROVED
    shell.authorizer.held.add("sign_out")

    press(shell, "Sign out")

    assert not actions(shell)[end].isEnabled()
    assert actions(shell)[end].toolTip() == "RingAuth is busy with this profile."


@pytest.mark.parametrize("end", ENDS)
def test_without_a_token_the_menu_says_why_not(shell: Shell, end: str) -> None:
    shell.start(SUPPORT)

    assert not actions(shell)[end].isEnabled()
    assert actions(shell)[end].toolTip().startswith("There is no token.")


def test_a_server_that_cannot_be_checked_can_be_left_all_the_same(shell: Shell) -> None:
    other = replace(
        SUPPORT, server=ServerKind.OTHER, server_url="https://login.example.org"
    )
    shell.start_signed_in(other)

    assert actions(shell)["Sign out"].isEnabled()


@pytest.mark.case("RV-01")
def test_after_a_sign_out_the_window_is_signed_out_and_proves_it(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = PROVED

    press(shell, "Sign out")
    shell.wait_idle()

    assert shell.text("messageTitle") == "Revoked"
    assert shell.text("identityLine").startswith("Revoked ")
    assert not shell.button("revokeButton").isEnabled()
    assert shell.rows() == ["Support desk, RingCentral, Revoked"]


@pytest.mark.case("RV-02", "RV-03", "RV-04")
@pytest.mark.parametrize("why", [OFFLINE, RevocationRefused(Refusal(403)), REDIRECTED])
def test_a_sign_out_that_nobody_heard_says_until_when_the_token_lives(
    shell: Shell, why: RingAuthError
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = Revoked(None, untold=why)

    press(shell, "Sign out")
    shell.wait_idle()

    title = "Signed out here; the server could not be told"
    assert shell.text("messageTitle") == title
    assert "die at their expiry" in shell.text("messageText")
    assert shell.state.token is None


@pytest.mark.case("RV-02", "RV-03", "RV-04")
@pytest.mark.parametrize("why", [OFFLINE, RevocationRefused(Refusal(400)), REDIRECTED])
def test_a_revocation_that_failed_offers_another_try_and_forget_r16(
    shell: Shell, why: Exception
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["revoke"] = why

    shell.click("revokeButton")
    shell.act("confirmRevokeButton")

    assert shell.state.token is not None
    assert "access token for another 1 h" in shell.text("messageText")
    assert shell.button("messageAction-try-again").text() == "Try again"
    assert shell.button("messageAction-forget").text() == "Forget on this computer"
    assert shell.authorizer.calls.count("revoke") == 1


@pytest.mark.case("RV-07")
def test_after_a_sign_out_nothing_of_the_token_is_left_in_sight_or_in_the_clipboard(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = PROVED
    shell.click("showAccessTokenButton")
    shell.click("copyAccessTokenButton")
    assert shell.text("accessTokenField") == ACCESS_TOKEN

    press(shell, "Sign out")
    shell.wait_idle()
    shell.tick()

    fields = shell.window.findChildren(QLineEdit)
    assert not any(ACCESS_TOKEN in field.text() for field in fields)
    assert not shell.button("copyAccessTokenButton").isVisible()
    assert not actions(shell)["Copy access token"].isEnabled()
    assert not child(shell.window, CountdownRings, "countdown").isVisible()
    assert QApplication.clipboard().text() == ""


def _forget(shell: Shell) -> None:
    press(shell, "Forget on this computer")
    shell.wait_idle()


@pytest.mark.case("KR-14")
def test_what_stays_after_forgetting_is_said_and_can_go_too(shell: Shell) -> None:
    profile = replace(SUPPORT, has_secret=True)
    shell.authorizer.clients.vault.save_secret(profile, "CANARY-secret")
    shell.start_signed_in(profile)

    _forget(shell)
    assert "The client secret stays" in shell.text("messageText")
    assert shell.authorizer.clients.vault.load_secret(profile) == "CANARY-secret"
    shell.act("messageAction-forget-secrets")

    title = "The client secret is removed from this computer"
    assert shell.text("messageTitle") == title
    assert shell.authorizer.clients.vault.load_secret(profile) is None


def test_forgetting_says_nothing_of_secrets_where_there_are_none(shell: Shell) -> None:
    shell.start_signed_in()

    _forget(shell)

    text = "The server was not told: the tokens live on there until they expire."
    assert shell.text("messageText") == text
    assert shell.text("identityLine") == "Forgotten on this computer"


def test_a_locked_keyring_keeps_what_was_to_be_forgotten_until_a_retry_r29(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.keyring.failing = {"delete"}

    _forget(shell)
    title = "The tokens could not be removed from the keyring"
    assert shell.text("messageTitle") == title
    assert shell.state.token is not None
    shell.authorizer.keyring.failing = set()
    shell.act("messageAction-forget")

    assert shell.text("messageTitle") == "Forgotten on this computer"
    assert shell.authorizer.clients.vault.load_token(SUPPORT) is None


def test_what_a_revocation_left_in_the_keyring_can_be_removed_later(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    locked = "The keyring is locked. Unlock it, then try again."
    shell.authorizer.outcomes["revoke"] = replace(PROVED, left_behind=locked)
    shell.click("revokeButton")
    shell.act("confirmRevokeButton")
    title = "The tokens could not be removed from the keyring"
    assert shell.text("messageTitle") == title
    assert shell.text("messageText").count("Unlock it") == 1

    shell.act("messageAction-forget")

    assert shell.text("messageTitle").startswith("No token of this profile")
    assert shell.text("identityLine").startswith("Revoked ")


def test_a_keyring_that_keeps_the_secret_says_so(shell: Shell) -> None:
    profile = replace(SUPPORT, has_secret=True)
    shell.authorizer.clients.vault.save_secret(profile, "CANARY-secret")
    shell.start_signed_in(profile)
    _forget(shell)
    shell.authorizer.keyring.failing = {"delete"}

    shell.act("messageAction-forget-secrets")

    title = "Not every secret could be removed from the keyring"
    assert shell.text("messageTitle") == title
    assert shell.button("messageAction-forget-secrets").text() == "Try again"


def test_forgetting_that_is_cancelled_claims_nothing(shell: Shell) -> None:
    shell.patience = SOON
    shell.start_signed_in()
    shell.authorizer.held.add("forget")
    press(shell, "Forget on this computer")
    shell.wait_until(lambda: shell.button("cancelButton").isVisible())

    shell.click("cancelButton")
    shell.wait_idle()

    assert shell.text("messageTitle") == "The keyring did not answer"
    assert shell.state.token is not None
    shell.authorizer.release("forget")


@pytest.mark.case("KR-14")
def test_a_kept_secret_is_forgotten_beside_its_field(shell: Shell) -> None:
    name = "clientSecretEdit"
    profile = replace(SUPPORT, has_secret=True)
    shell.authorizer.clients.vault.save_secret(profile, "CANARY-secret")
    shell.start_signed_in(profile)
    shell.show_tab("Profile")
    assert child(shell.window, QLineEdit, name).placeholderText().startswith("Kept in")

    shell.act("forgetClientSecretButton")

    assert shell.authorizer.clients.vault.load_secret(profile) is None
    assert not shell.button("forgetClientSecretButton").isVisible()
    assert child(shell.window, QLineEdit, name).placeholderText() == ""
    assert shell.state.token is not None

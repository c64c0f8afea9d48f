"""Sign out and Forget, pressed at rest and while something runs."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from ringauth_gui.errors import (
    GrantNoLongerValid,
    NetworkError,
    Refusal,
    RevocationRefused,
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


@pytest.mark.case("RV-02", "RV-03")
@pytest.mark.parametrize("why", [OFFLINE, RevocationRefused(Refusal(403))])
def test_a_sign_out_that_nobody_heard_says_until_when_the_token_lives(
    shell: Shell, why: RevocationRefused | NetworkError
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = Revoked(None, untold=why)

    press(shell, "Sign out")
    shell.wait_idle()

    title = "Signed out here; the server could not be told"
    assert shell.text("messageTitle") == title
    assert "die at their expiry" in shell.text("messageText")
    assert shell.state.token is None


@pytest.mark.case("RV-02", "RV-03")
@pytest.mark.parametrize("why", [OFFLINE, RevocationRefused(Refusal(400))])
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

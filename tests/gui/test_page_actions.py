"""Refresh, Revoke, Check and Cancel, from the press to what is said then."""

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.errors import (
    GrantNoLongerValid,
    NetworkError,
    Refusal,
)
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import GrantEnded, Refreshed, Revoked
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.ringcentral.proof import Proof
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import (
    ISSUED,
    token,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

NEW_TOKEN = token(access_token="SJC2" + "new-canary" * 9)
OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
ADA = Identity("256440016", "Ada Lovelace", extension_number="101", account_id="1")


def _checked(verdict: Verdict, refusal: Refusal | None = None) -> CheckResult:
    identity = ADA if verdict is Verdict.ACCEPTED else None
    return CheckResult(verdict, identity, refusal, ISSUED, 0.1)


def _message(shell: Shell) -> str:
    return f"{shell.text('messageTitle')}. {shell.text('messageText')}"


def test_a_refresh_shows_the_new_token_and_what_changed(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = Refreshed(
        NEW_TOKEN, Keeping(lasting=True), ("The access token is new.",)
    )

    shell.act("refreshButton")

    assert _message(shell) == "Refreshed. The access token is new."
    assert shell.state.token == NEW_TOKEN


def test_a_refresh_that_failed_keeps_the_token_and_can_be_repeated(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = OFFLINE
    shell.act("refreshButton")
    assert "The tokens that you have were kept." in _message(shell)
    assert shell.text("accessTokenField") != ""
    shell.authorizer.outcomes["refresh"] = Refreshed(
        NEW_TOKEN, Keeping(lasting=True), ("New.",)
    )

    shell.act("messageAction-try-again")

    assert shell.text("messageTitle") == "Refreshed"


def test_a_grant_that_is_over_signs_out(shell: Shell) -> None:
    shell.start_signed_in()
    refusal = Refusal(400, "invalid_grant", codes=("OAU-210",))
    shell.authorizer.outcomes["refresh"] = GrantNoLongerValid(refusal)

    shell.act("refreshButton")

    assert shell.text("identityLine") == "Signed out"
    assert "OAU-210" in shell.text("messageDetails")
    assert child(shell.window, QWidget, "signedOutPanel").isVisible()
    assert not shell.button("refreshButton").isEnabled()


def test_a_dead_token_that_stays_in_the_keyring_is_told(shell: Shell) -> None:
    shell.start_signed_in()
    refusal = Refusal(400, "invalid_grant")
    error = GrantEnded(refusal, left_behind="The keyring is locked.")
    shell.authorizer.outcomes["refresh"] = error

    shell.act("refreshButton")

    assert "could not be removed from the keyring: The keyring is" in _message(shell)


def test_cancel_stands_in_for_the_buttons_while_something_runs(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.held.add("check")

    shell.click("checkButton")

    assert shell.button("cancelButton").isVisible()
    assert not shell.button("checkButton").isVisible()
    shell.act("cancelButton")
    assert shell.text("messageTitle") == "Cancelled"
    assert not shell.button("cancelButton").isVisible()
    assert shell.button("checkButton").isVisible()


def test_a_press_while_something_runs_changes_nothing(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.held.add("check")
    shell.click("checkButton")
    shell.wait_until(lambda: "check" in shell.authorizer.calls)

    shell.button("refreshButton").click()

    assert shell.authorizer.calls.count("refresh") == 0


def test_revoke_asks_first(shell: Shell) -> None:
    shell.start_signed_in()

    shell.click("revokeButton")

    assert shell.button("confirmRevokeButton").isVisible()
    assert "revoke" not in shell.authorizer.calls


def test_a_revocation_shows_its_proof(shell: Shell) -> None:
    shell.start_signed_in()
    proof = Proof(proved=True, text="proved: the API answers 401")
    shell.authorizer.outcomes["revoke"] = Revoked(proof)
    shell.click("revokeButton")

    shell.act("confirmRevokeButton")

    assert shell.text("messageTitle") == "Revoked"
    assert "proved: the API answers 401" in shell.text("messageText")
    assert shell.text("identityLine").startswith("Revoked ")
    assert not shell.button("confirmRevokeButton").isVisible()
    assert shell.text("accessTokenField") == ""


def test_a_revocation_that_is_not_proved_says_what_was_seen(shell: Shell) -> None:
    shell.start_signed_in()
    proof = Proof(proved=False, text="the API still answers 200")
    shell.authorizer.outcomes["revoke"] = Revoked(proof)
    shell.click("revokeButton")

    shell.act("confirmRevokeButton")

    assert shell.text("messageTitle") == "Revoked, but not proved"
    assert "the API still answers 200" in shell.text("messageText")


def test_keep_answers_the_question_with_no(shell: Shell) -> None:
    shell.start_signed_in()
    shell.click("revokeButton")

    shell.click("keepTokensButton")

    assert not shell.button("confirmRevokeButton").isVisible()
    assert "revoke" not in shell.authorizer.calls


def test_a_revocation_that_fails_keeps_the_tokens_and_offers_two_ways(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["revoke"] = OFFLINE
    shell.click("revokeButton")

    shell.act("confirmRevokeButton")

    assert "Nothing was removed here" in shell.text("messageText")
    assert "for another 1 h." in shell.text("messageText")
    assert shell.text("accessTokenField") != ""
    assert shell.button("messageAction-try-again").isVisible()
    assert shell.button("messageAction-forget").isVisible()


def test_forget_removes_the_tokens_here_only(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["revoke"] = OFFLINE
    shell.click("revokeButton")
    shell.act("confirmRevokeButton")

    shell.act("messageAction-forget")

    assert shell.text("messageTitle") == "Forgotten on this computer"
    assert shell.authorizer.clients.vault.load_token(SUPPORT) is None
    assert shell.text("identityLine") == "Forgotten on this computer"


def test_forgetting_that_fails_is_told_and_shows_the_token_still(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.keyring.failing.add("delete")

    assert shell.sessions.current is not None
    shell.sessions.current.forget()
    shell.wait_idle()

    assert "could not be removed" in shell.text("messageTitle")
    assert shell.text("accessTokenField") != ""


@pytest.mark.parametrize(
    ("verdict", "refusal", "title"),
    [
        (
            Verdict.APP_LACKS_SCOPE,
            Refusal(403, codes=("CMN-401",)),
            "The token works; the app lacks the scope ReadAccounts",
        ),
        (
            Verdict.USER_LACKS_PERMISSION,
            Refusal(403, codes=("CMN-408",), permission="ReadUserInfo"),
            "The token works; the user lacks the permission ReadUserInfo",
        ),
        (
            Verdict.REFUSED,
            Refusal(401, codes=("OAU-128",)),
            "The API refuses this token",
        ),
        (
            Verdict.NOT_JUDGED,
            Refusal(404, codes=("AGW-404",)),
            "The server answered, but did not judge the token",
        ),
    ],
)
def test_a_check_says_what_the_api_made_of_it(
    shell: Shell, verdict: Verdict, refusal: Refusal, title: str
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = _checked(verdict, refusal)

    shell.act("checkButton")

    assert shell.text("messageTitle") == title
    details = f"{refusal.codes[0]} · HTTP {refusal.status}"
    assert shell.text("messageDetails") == details
    assert shell.text("identityLine") == "Extension ID 256440016"


def test_a_check_says_whose_token_it_is(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = _checked(Verdict.ACCEPTED)

    shell.act("checkButton")

    assert shell.text("identityLine") == "Ada Lovelace · ext. 101 · account 1"
    assert shell.text("messageTitle") == ""

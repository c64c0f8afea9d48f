"""What hangs after Cancel is left to itself, and looked after when it ends."""

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Refreshed, Revoked
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from tests.gui.shell import SOON, SUPPORT, Shell
from tests.gui.token_examples import ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

LEFT = "Still being finished in the background"
NEW_TOKEN = token(access_token="SJC2" + "new-canary" * 9, owner_id="1")
ACCEPTED = CheckResult(
    Verdict.ACCEPTED, Identity("256440016", "Ada Lovelace"), None, ISSUED, 0.1
)


def _leave(shell: Shell, use_case: str, button: str) -> None:
    """Start something that hangs, and cancel it."""
    shell.authorizer.held.add(use_case)
    shell.authorizer.deaf.add(use_case)
    shell.click(button)
    shell.wait_until(lambda: shell.button("cancelButton").isVisible())
    shell.act("cancelButton")


@pytest.fixture
def hasty(shell: Shell) -> Shell:
    """Return a window, not open yet, that leaves alone soon what hangs."""
    shell.patience = SOON
    return shell


def test_what_hangs_is_not_called_cancelled(hasty: Shell) -> None:
    hasty.start_signed_in()

    _leave(hasty, "check", "checkButton")

    assert hasty.text("messageTitle") == LEFT
    assert "Nothing was" not in hasty.text("messageText")
    assert hasty.button("checkButton").isEnabled()


def test_a_sign_in_that_is_stored_after_all_is_shown(hasty: Shell) -> None:
    hasty.start(SUPPORT)
    hasty.authorizer.outcomes["authorize"] = signed_in()
    _leave(hasty, "exchange", "authorizeButton")
    assert hasty.text("messageTitle") == LEFT
    assert hasty.text("identityLine") == "Signed out"

    hasty.authorizer.release("exchange")

    hasty.wait_until(lambda: hasty.text("identityLine") == "Extension ID 256440016")
    assert hasty.text("messageTitle") == "What ran in the background has ended"


def test_a_refresh_that_is_stored_after_all_is_shown(hasty: Shell) -> None:
    hasty.start_signed_in()
    refreshed = Refreshed(NEW_TOKEN, Keeping(lasting=True), ())
    hasty.authorizer.outcomes["refresh"] = refreshed
    _leave(hasty, "refresh", "refreshButton")

    hasty.authorizer.release("refresh")

    hasty.wait_until(lambda: hasty.text("identityLine") == "Extension ID 1")


def test_a_revocation_that_ends_after_all_is_shown(hasty: Shell) -> None:
    hasty.start_signed_in()
    hasty.authorizer.outcomes["revoke"] = Revoked(None)
    hasty.click("revokeButton")
    _leave(hasty, "revoke", "confirmRevokeButton")
    assert hasty.text("identityLine") == "Extension ID 256440016"

    hasty.authorizer.release("revoke")

    hasty.wait_until(lambda: hasty.text("identityLine") == "Signed out")


def test_the_outcome_itself_is_dropped(hasty: Shell) -> None:
    hasty.start_signed_in()
    hasty.authorizer.outcomes |= {
        "check": ACCEPTED,
        "refresh": Refreshed(NEW_TOKEN, Keeping(lasting=True), ()),
    }
    _leave(hasty, "check", "checkButton")

    hasty.authorizer.release("check")
    hasty.wait_until(lambda: hasty.text("messageTitle") != LEFT)
    hasty.wait_idle()
    hasty.act("refreshButton")

    assert hasty.state.check is None
    assert hasty.text("identityLine") == "Extension ID 1"


def test_what_runs_by_then_ends_first(hasty: Shell) -> None:
    hasty.start(SUPPORT)
    hasty.authorizer.outcomes["authorize"] = signed_in(owner_id="1")
    _leave(hasty, "exchange", "authorizeButton")
    hasty.authorizer.held.add("authorize")
    hasty.click("authorizeButton")
    hasty.wait_until(lambda: hasty.authorizer.calls.count("authorize") == 2)

    hasty.authorizer.release("exchange")
    hasty.wait_until(
        lambda: hasty.authorizer.clients.vault.load_token(SUPPORT) is not None
    )
    hasty.click("cancelButton")

    hasty.wait_until(lambda: hasty.text("identityLine") == "Extension ID 1")
    assert hasty.text("messageTitle") == "Cancelled"


def test_a_keyring_that_refused_in_the_end_is_not_asked_again(hasty: Shell) -> None:
    hasty.start_signed_in()
    hasty.authorizer.outcomes["refresh"] = TokenStoreError("The keyring is locked.")
    _leave(hasty, "refresh", "refreshButton")
    reads = hasty.authorizer.calls.count("restore")

    hasty.authorizer.release("refresh")

    hasty.wait_until(lambda: "is locked" in hasty.text("messageText"))
    assert hasty.state.activity is None
    assert hasty.authorizer.calls.count("restore") == reads


def test_a_keyring_that_answers_after_it_was_left_is_shown(hasty: Shell) -> None:
    hasty.keep(SUPPORT, token())
    hasty.authorizer.held.add("restore")
    hasty.start(SUPPORT, paints=False)
    hasty.sessions.start_opening()
    hasty.wait_until(lambda: hasty.button("cancelButton").isVisible())
    hasty.act("cancelButton")
    assert hasty.text("messageTitle") == "The keyring did not answer"

    hasty.authorizer.release("restore")

    hasty.wait_until(lambda: hasty.text("identityLine") == "Extension ID 256440016")
    assert hasty.text("messageTitle") == "What ran in the background has ended"

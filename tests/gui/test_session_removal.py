"""A session whose profile is about to be deleted: nothing of it is kept (KR-14)."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.session import Session
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Refreshed, SignedIn, Withdrawn
from ringauth_gui.storage.token_store import SecretKind
from tests.gui.shell import SOON, SUPPORT, Shell
from tests.gui.token_examples import signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

KEPT = Keeping(lasting=True)


@pytest.fixture
def signed(shell: Shell) -> Shell:
    shell.start_signed_in()
    return shell


def _withdraw(shell: Shell) -> list[Withdrawn]:
    withdrawn: list[Withdrawn] = []
    session = _session(shell)
    session.removal.withdrawn.connect(withdrawn.append)
    session.removal.withdraw()
    return withdrawn


def _session(shell: Shell) -> Session:
    assert shell.sessions.current is not None
    return shell.sessions.current


def _kept(shell: Shell) -> str | None:
    return shell.authorizer.keyring.load(SUPPORT.id, SecretKind.TOKEN)


def _by_another() -> SignedIn:
    return replace(signed_in(owner_id="1"), keeping=None, previous_owner_id="2")


@pytest.mark.case("KR-14")
def test_nothing_is_left_in_the_keyring_and_nothing_is_shown(signed: Shell) -> None:
    withdrawn = _withdraw(signed)

    signed.wait_until(lambda: len(withdrawn) == 1)
    assert withdrawn[0].kinds == (SecretKind.TOKEN,)
    assert _kept(signed) is None
    assert signed.state == SessionState(SUPPORT, calls=signed.state.calls)
    assert signed.text("accessTokenField") == ""


@pytest.mark.case("RV-06")
def test_a_refresh_that_runs_is_ended_first(signed: Shell) -> None:
    signed.authorizer.outcomes["refresh"] = Refreshed(token(), KEPT, ())
    signed.authorizer.held.add("refresh")
    signed.click("refreshButton")

    withdrawn = _withdraw(signed)

    signed.wait_until(lambda: len(withdrawn) == 1)
    assert signed.authorizer.calls[-2:] == ["refresh", "withdraw"]
    assert _kept(signed) is None


@pytest.mark.case("RV-06")
def test_a_refresh_that_cannot_be_ended_stores_nothing_afterwards(
    signed: Shell,
) -> None:
    newer = token(access_token="newer")
    signed.authorizer.outcomes["refresh"] = Refreshed(newer, KEPT, ())
    signed.authorizer.held.add("refresh")
    signed.authorizer.deaf.add("refresh")
    _session(signed)._attempts._abandon.setInterval(20)
    signed.click("refreshButton")
    withdrawn = _withdraw(signed)
    signed.wait_until(lambda: len(withdrawn) == 1)

    signed.authorizer.release("refresh")
    signed.wait_until(lambda: signed.state.activity is None and signed.state.opened)

    assert _kept(signed) is None
    _session(signed).removal.bring_back()
    signed.wait_idle()
    assert signed.state.token is not None
    assert signed.state.token.access_token == newer.access_token
    assert _kept(signed) is not None


def test_undo_shows_again_what_was_kept(signed: Shell) -> None:
    before = _kept(signed)
    withdrawn = _withdraw(signed)
    signed.wait_until(lambda: len(withdrawn) == 1)

    _session(signed).removal.bring_back()
    signed.wait_idle()

    assert signed.text("identityLine") == "Extension ID 256440016"
    assert _kept(signed) == before
    assert signed.text("messageTitle") == ""


def test_a_keyring_that_fails_keeps_the_profile(signed: Shell) -> None:
    signed.authorizer.keyring.failing = {"delete"}

    withdrawn = _withdraw(signed)
    signed.wait_idle()

    assert withdrawn == []
    assert signed.text("messageTitle") == "The profile was not deleted"
    assert "could not delete" in signed.text("messageText")
    assert signed.text("identityLine") == "Extension ID 256440016"
    signed.authorizer.keyring.failing = set()
    signed.click("messageAction-try-again")
    signed.wait_until(lambda: len(withdrawn) == 1)


def test_a_keyring_that_hangs_keeps_the_profile_once_that_is_wanted(
    shell: Shell,
) -> None:
    shell.patience = SOON
    shell.start_signed_in()
    shell.authorizer.held.add("withdraw")
    shell.authorizer.deaf.add("withdraw")

    withdrawn = _withdraw(shell)
    shell.wait_until(lambda: shell.text("messageTitle") == "Waiting for the keyring")
    shell.click("cancelButton")

    title = "The profile was not deleted"
    shell.wait_until(lambda: shell.text("messageTitle") == title)
    before = _kept(shell)
    shell.authorizer.release()
    shell.wait_until(lambda: shell.authorizer.calls[-1] == "restore")
    shell.wait_idle()
    assert _kept(shell) == before
    assert withdrawn == []
    assert shell.text("identityLine") == "Extension ID 256440016"


def test_what_a_profile_keeps_is_not_guessed_because_it_was_not_deleted(
    shell: Shell,
) -> None:
    shell.start(SUPPORT, paints=False)
    shell.authorizer.keyring.failing = {"load"}

    _withdraw(shell)
    shell.wait_idle()

    assert not shell.state.opened
    assert shell.rows() == ["Support desk, RingCentral, Not opened yet"]


def test_undo_says_what_the_keyring_does_not_take(signed: Shell) -> None:
    withdrawn = _withdraw(signed)
    signed.wait_until(lambda: len(withdrawn) == 1)
    signed.authorizer.keyring.failing = {"save"}

    _session(signed).removal.bring_back()
    signed.wait_idle()

    title = "The profile is back, but not all of it is in the keyring"
    assert signed.text("messageTitle") == title
    assert "stays in memory until RingAuth closes" in signed.text("messageText")
    assert signed.text("identityLine") == "Extension ID 256440016"


def test_a_question_is_answered_before(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["authorize"] = _by_another()
    shell.act("authorizeButton")

    withdrawn = _withdraw(shell)

    assert shell.state.activity is None
    assert withdrawn == []
    assert shell.state.why_no_removal() == "Answer the question above first."


def test_being_deleted_twice_is_being_deleted_once(signed: Shell) -> None:
    signed.authorizer.held.add("withdraw")
    withdrawn = _withdraw(signed)
    assert signed.state.activity is Activity.DELETING

    _session(signed).removal.withdraw()
    signed.authorizer.release()

    signed.wait_until(lambda: len(withdrawn) == 1)
    assert signed.authorizer.calls.count("withdraw") == 1

"""What outcomes make of a session's state, in words that redaction leaves alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    NetworkError,
    OperationCancelled,
    Refusal,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.gui import check_outcomes
from ringauth_gui.gui import session_endings as endings
from ringauth_gui.gui import session_keeping as keeping
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.outcomes import Refreshed, Revoked
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.identity import CheckResult, Verdict
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.storage.profile import ServerKind
from tests.gui.error_examples import every_kind, example
from tests.gui.shell import SUPPORT
from tests.gui.token_examples import ISSUED, later, signed_in, token

SIGNED_IN = SessionState(SUPPORT, opened=True, token=token())
OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
PROVED = Proof(proved=True, text="proved: the API answers 401")
UNPROVED = Proof(proved=False, text="the API still answers 200")
MEMORY = Keeping(lasting=False, problem="The keyring is locked.")


def _ends() -> Iterator[SessionState]:
    """Every state that an end with words of its own makes."""
    yield outcomes.after_sign_in(
        SIGNED_IN, replace(signed_in(), keeping=None, previous_owner_id="1")
    )
    yield outcomes.after_sign_in(SIGNED_IN, replace(signed_in(), keeping=MEMORY))
    yield outcomes.after_refresh(
        SIGNED_IN, Refreshed(token(), Keeping(lasting=True), ("The token is new.",))
    )
    for revoked in (
        Revoked(PROVED),
        Revoked(UNPROVED),
        Revoked(None),
        Revoked(None, untold=OFFLINE),
        Revoked(PROVED, left_behind="The keyring is locked."),
    ):
        yield endings.after_revoke(SIGNED_IN, revoked, later(60))
    for verdict in Verdict:
        result = CheckResult(verdict, None, Refusal(403), ISSUED, 0.1)
        yield check_outcomes.after_check(SIGNED_IN, result)
        practice = replace(SUPPORT, server=ServerKind.PRACTICE)
        yield check_outcomes.after_check(replace(SIGNED_IN, profile=practice), result)
    yield outcomes.after_bug(SIGNED_IN)
    yield endings.after_forget(SIGNED_IN, None)
    yield endings.after_forget(SIGNED_IN, "The keyring is locked.")
    yield keeping.while_waiting(SIGNED_IN)
    yield keeping.after_giving_up(SIGNED_IN)
    for what in ("token", "client secret"):
        yield replace(SIGNED_IN, message=outcomes.not_kept(MEMORY, what))


def _failures(kind: type[RingAuthError]) -> Iterator[SessionState]:
    for doing in Activity:
        state = replace(SIGNED_IN, activity=doing)
        yield outcomes.after_failure(state, example(kind), later(60))


def _said(message: Message | None) -> Message | None:
    return None if message is None else message.cleaned_by(Redaction().clean)


def test_no_word_of_ours_looks_like_a_secret() -> None:
    messages = [state.message for state in _ends()]

    assert sum(message is not None for message in messages) > 15
    for message in messages:
        assert _said(message) == message


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__name__)
def test_no_word_about_a_failure_looks_like_a_secret(
    kind: type[RingAuthError],
) -> None:
    for state in _failures(kind):
        assert state.message is not None
        assert _said(state.message) == state.message


def test_every_end_leaves_nothing_running() -> None:
    busy = replace(SIGNED_IN, activity=Activity.CHECKING, is_slow=True)

    ended = outcomes.after_failure(busy, OperationCancelled(), later(1))

    assert ended.activity is None
    assert not ended.is_slow


def test_a_failure_to_read_the_keyring_counts_as_read() -> None:
    state = replace(SessionState(SUPPORT), activity=Activity.RESTORING)

    ended = outcomes.after_failure(state, TokenStoreError("Locked."), later(1))

    assert ended.opened
    assert ended.failed is Activity.RESTORING


def test_what_was_left_behind_is_said_before_the_proof() -> None:
    revoked = Revoked(PROVED, left_behind="The keyring is locked.")

    ended = endings.after_revoke(SIGNED_IN, revoked, later(60))

    assert ended.message is not None
    assert ended.message.kind is MessageKind.WARNING
    assert "could not be removed" in ended.message.title
    assert "proved: the API answers 401" in ended.ended


def test_a_refresh_that_is_in_memory_only_warns() -> None:
    refreshed = Refreshed(token(), MEMORY, ("New.",))

    ended = outcomes.after_refresh(SIGNED_IN, refreshed)

    assert ended.message is not None
    assert ended.message.kind is MessageKind.WARNING
    assert "stays in memory until RingAuth closes" in ended.message.advice


def test_a_sign_in_says_nothing_where_memory_is_what_was_wished() -> None:
    kept = replace(signed_in(), keeping=Keeping(lasting=False))

    assert outcomes.after_sign_in(SIGNED_IN, kept).message is None


FORGED = AnswerCheck("ID token signature", CheckOutcome.FAILED, "not the server's key")
OLDER = AnswerCheck("ID token", CheckOutcome.NOT_APPLICABLE, "none came")


def test_an_id_token_that_cannot_be_trusted_is_told_and_the_token_is_shown() -> None:
    outcome = replace(signed_in(), checks=(FORGED,))

    shown = outcomes.after_sign_in(SIGNED_IN, outcome)

    assert shown.token == outcome.token
    assert shown.answer_checks == (FORGED,)
    assert shown.message is not None
    assert shown.message.kind is MessageKind.WARNING
    assert "not the server's key" in shown.message.advice


def test_the_id_token_of_a_refresh_is_told_and_listed_too() -> None:
    refreshed = Refreshed(token(), Keeping(lasting=True), ("New.",), (FORGED,))
    before = replace(SIGNED_IN, answer_checks=(OLDER,))

    shown = outcomes.after_refresh(before, refreshed)

    assert shown.answer_checks == (FORGED,)
    assert shown.message is not None
    assert shown.message.title == "The ID token cannot be trusted"


def test_what_a_check_said_of_the_token_before_is_not_said_of_the_new_one() -> None:
    checked = CheckResult(Verdict.REFUSED, None, Refusal(401), ISSUED, 0.1)
    refreshed = Refreshed(token(), Keeping(lasting=True), ("New.",))

    ended = outcomes.after_refresh(replace(SIGNED_IN, check=checked), refreshed)

    assert ended.check is not None
    assert ended.check.is_former

"""What a session offers, and why not."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.ringcentral.rate_budget import UNUSED
from ringauth_gui.storage.profile import ServerKind
from tests.gui.shell import NEXT_URI, SUPPORT
from tests.gui.token_examples import later, signed_in, token

SIGNED_OUT = SessionState(SUPPORT, opened=True)
SIGNED_IN = replace(SIGNED_OUT, token=token())
FIRST_URI = SUPPORT.redirect_uris[0]


def test_everything_can_be_done_with_a_fresh_token() -> None:
    assert SIGNED_IN.why_no_sign_in(later(0)) is None
    assert SIGNED_IN.why_no_token_action() is None
    assert SIGNED_IN.why_no_revoke(later(0)) is None
    assert SIGNED_IN.why_no_refresh(later(0)) is None


def test_without_a_token_only_authorize_is_left() -> None:
    assert SIGNED_OUT.why_no_sign_in(later(0)) is None
    for reason in (
        SIGNED_OUT.why_no_token_action(),
        SIGNED_OUT.why_no_revoke(later(0)),
        SIGNED_OUT.why_no_refresh(later(0)),
    ):
        assert reason == "There is no token. Press Authorize first."


def test_while_something_runs_nothing_else_can() -> None:
    busy = replace(SIGNED_IN, activity=Activity.CHECKING)

    assert busy.why_no_sign_in(later(0)) == "RingAuth is busy with this profile."
    assert busy.why_no_refresh(later(0)) == "RingAuth is busy with this profile."


def test_before_a_question_is_answered_nothing_else_can() -> None:
    asking = replace(SIGNED_IN, pending=signed_in())

    assert asking.why_no_token_action() == "Answer the question above first."
    assert asking.why_no_sign_in(later(0)) == "Answer the question above first."


def test_during_a_pause_that_the_server_asked_for_only_check_is_left() -> None:
    state = replace(SIGNED_IN, calls=UNUSED.pausing(60, later(0)))

    for reason in (
        state.why_no_sign_in(later(17)),
        state.why_no_refresh(later(17)),
        state.why_no_revoke(later(17)),
    ):
        assert reason == "The server asked for a pause: wait 43 s."
    assert state.why_no_token_action() is None
    assert state.why_no_sign_in(later(60)) is None


def test_without_a_refresh_token_the_reason_names_the_setting() -> None:
    state = replace(SIGNED_IN, token=token(refresh_token=None))

    assert "Issue refresh tokens" in (state.why_no_refresh(later(0)) or "")


def test_a_refresh_token_that_is_over_cannot_be_used() -> None:
    reason = SIGNED_IN.why_no_refresh(later(604800))

    assert reason == "The refresh token is over. Authorize again."


def test_a_server_without_a_revocation_endpoint_cannot_revoke() -> None:
    other = replace(SUPPORT, server=ServerKind.OTHER, metadata=None)

    reason = replace(SIGNED_IN, profile=other).why_no_revoke(later(0))

    assert reason == "This server announces no address where a token can be revoked."


def test_a_server_without_userinfo_cannot_be_asked_whose_the_token_is() -> None:
    other = replace(SUPPORT, server=ServerKind.OTHER, metadata=None)

    reason = replace(SIGNED_IN, profile=other).why_no_check(later(0))

    assert reason == "This server announces no address that says whose a token is."


def test_a_server_that_announces_both_can_be_asked_and_told() -> None:
    known = ServerMetadata(
        authorization_endpoint="https://a.example/authorize",
        token_endpoint="https://a.example/token",
        revocation_endpoint="https://a.example/revoke",
        userinfo_endpoint="https://a.example/userinfo",
    )
    other = replace(SUPPORT, server=ServerKind.OTHER, metadata=known)

    state = replace(SIGNED_IN, profile=other)

    assert state.why_no_check(later(0)) is None
    assert state.why_no_revoke(later(0)) is None


@pytest.mark.parametrize(
    ("used", "following"),
    [("", FIRST_URI), (FIRST_URI, NEXT_URI), (NEXT_URI, FIRST_URI)],
)
def test_the_redirect_uris_are_offered_in_turn(used: str, following: str) -> None:
    assert replace(SIGNED_OUT, redirect_uri=used).next_redirect_uri == following


def test_a_single_redirect_uri_has_no_next() -> None:
    single = replace(SUPPORT, redirect_uris=(FIRST_URI,))

    state = SessionState(single, redirect_uri=FIRST_URI)

    assert state.next_redirect_uri is None


@pytest.mark.parametrize(
    ("activity", "slow", "offered"),
    [
        (None, False, False),
        (Activity.RESTORING, False, False),
        (Activity.RESTORING, True, True),
        (Activity.SAVING, True, True),
        (Activity.AUTHORIZING, False, True),
        (Activity.CHECKING, False, True),
    ],
)
def test_cancel_is_offered_for_what_takes_its_time(
    activity: Activity | None, slow: bool, offered: bool
) -> None:
    state = replace(SIGNED_IN, activity=activity, is_slow=slow)

    assert state.can_cancel is offered


def test_nobody_is_signed_out_before_the_keyring_was_read() -> None:
    assert SessionState(SUPPORT).identity_text() == ""
    assert SIGNED_OUT.identity_text() == "Signed out"


def test_a_token_without_an_owner_is_just_signed_in() -> None:
    state = replace(SIGNED_IN, token=token(owner_id=None))

    assert state.identity_text() == "Signed in"


def test_at_another_server_an_owner_is_no_extension() -> None:
    other = replace(SUPPORT, server=ServerKind.OTHER)

    state = replace(SIGNED_IN, profile=other, token=token(owner_id="ada"))

    assert state.identity_text() == "Signed in as ada"

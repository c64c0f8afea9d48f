from dataclasses import replace

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_changes import token_changes

BEFORE = Token(
    access_token="CANARY-access-1",
    token_type="bearer",
    issued=Moment(0.0),
    expires_in=3600,
    refresh_token="CANARY-refresh-1",
    refresh_token_expires_in=604_800,
    scope=("ReadAccounts", "SMS"),
)
AFTER = replace(BEFORE, access_token="CANARY-access-2")


def test_a_new_pair_is_told_tokens_first() -> None:
    after = replace(AFTER, refresh_token="CANARY-refresh-2")

    assert token_changes(BEFORE, after) == (
        "New access token.",
        "New refresh token; the old one is used up.",
    )


def test_a_refresh_token_that_stays_is_told_tk_07() -> None:
    assert token_changes(BEFORE, AFTER) == (
        "New access token.",
        "The refresh token stays.",
    )


def test_an_access_token_that_came_back_is_told() -> None:
    assert token_changes(BEFORE, BEFORE)[0] == "The same access token came back."


def test_a_scope_that_changed_is_told_by_name_tk_13() -> None:
    changes = token_changes(BEFORE, replace(AFTER, scope=("SMS", "RingOut")))

    assert changes[2:] == (
        "Scope added: RingOut.",
        "Scope no longer granted: ReadAccounts.",
    )


def test_a_scope_that_was_and_is_unknown_did_not_change() -> None:
    before, after = replace(BEFORE, scope=None), replace(AFTER, scope=None)

    assert len(token_changes(before, after)) == 2


def test_lifetimes_that_changed_are_told() -> None:
    after = replace(AFTER, expires_in=1800, refresh_token_expires_in=None)

    assert token_changes(BEFORE, after)[2:] == (
        "Access lifetime 3600 s → 1800 s.",
        "Refresh lifetime 604800 s → unknown.",
    )


def test_no_token_is_quoted_rd_02() -> None:
    after = replace(AFTER, refresh_token="CANARY-refresh-2")

    assert "CANARY" not in " ".join(token_changes(BEFORE, after))


def test_a_pair_that_came_a_second_time_is_called_a_repeat() -> None:
    assert token_changes(BEFORE, BEFORE) == (
        "The same access token came back.",
        "The refresh token stays.",
        "The server took it for a repeat: it is the same pair.",
    )


def test_a_session_end_that_moved_is_told() -> None:
    before = replace(BEFORE, session_issued=Moment(0.0), session_expires_in=7200)
    after = replace(AFTER, session_issued=Moment(600.0), session_expires_in=7200)

    assert token_changes(before, after)[2:] == (
        "Session end 1970-01-01 02:00:00 UTC → 1970-01-01 02:10:00 UTC.",
    )
    assert token_changes(BEFORE, after)[2:] == (
        "Session end unknown → 1970-01-01 02:10:00 UTC.",
    )


def test_the_same_session_end_did_not_change_however_it_was_counted() -> None:
    before = replace(BEFORE, session_issued=Moment(0.0), session_expires_in=7200)
    after = replace(AFTER, session_issued=Moment(600.4), session_expires_in=6599)

    assert len(token_changes(before, after)) == 2


def test_an_idle_time_out_that_changed_is_told() -> None:
    changes = token_changes(BEFORE, replace(AFTER, session_idle_timeout=900))

    assert changes[2:] == ("Idle time-out unknown → 900 s.",)


def test_a_session_end_beyond_the_calendar_is_told_as_that() -> None:
    after = replace(AFTER, session_issued=Moment(0.0), session_expires_in=10**15)

    assert "beyond the calendar" in token_changes(BEFORE, after)[2]

from dataclasses import replace

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token

SENT = Moment(1_750_000_000.0, 1000.0)
LATER = Moment(1_750_003_000.0, 4000.0)
TOKEN = Token(
    access_token="CANARY-access-1",
    token_type="bearer",
    issued=SENT,
    expires_in=3600,
    refresh_token="CANARY-refresh-1",
    refresh_issued=SENT,
    refresh_token_expires_in=604_800,
    scope=("SMS",),
    owner_id="101",
    endpoint_id="endpoint",
    session_id="session",
    id_token="CANARY-id-1",
    other={"ws_access_token": "CANARY-ws"},
)
BARE = Token("CANARY-access-2", "bearer", LATER, 1800)


def _after(seconds: float) -> Moment:
    return Moment(SENT.wall + seconds, 1000.0 + seconds)


@pytest.mark.case("TM-08")
def test_both_lifetimes_count_from_the_sending_of_the_request_tm_08() -> None:
    now = _after(20)  # the answer took this long

    assert TOKEN.access_remaining(now) == 3580
    assert TOKEN.refresh_remaining(now) == 604_780


@pytest.mark.case("TM-05")
def test_what_is_left_never_goes_below_zero_tm_05() -> None:
    assert TOKEN.access_remaining(_after(3600)) == 0
    assert TOKEN.access_remaining(_after(4000)) == 0


def test_an_unknown_lifetime_leaves_an_unknown_rest_tk_09() -> None:
    assert replace(TOKEN, expires_in=None).access_remaining(_after(1)) is None


def test_without_a_refresh_token_nothing_is_left_of_it_tk_01() -> None:
    assert replace(TOKEN, refresh_token=None).refresh_remaining(_after(1)) is None


def test_a_refresh_answer_without_refresh_token_keeps_the_old_one_tk_07() -> None:
    token = TOKEN.refreshed_by(BARE)

    assert token.access_token == BARE.access_token
    assert (token.issued, token.expires_in) == (LATER, 1800)
    assert token.refresh_token == TOKEN.refresh_token
    assert token.refresh_remaining(LATER) == 604_800 - 3000


def test_a_lifetime_without_its_refresh_token_is_not_adopted_tk_07() -> None:
    token = TOKEN.refreshed_by(replace(BARE, refresh_token_expires_in=10**9))

    assert token.refresh_token_expires_in == 604_800


def test_a_new_refresh_token_brings_its_own_lifetime() -> None:
    answer = replace(BARE, refresh_token="CANARY-refresh-2", refresh_issued=LATER)

    token = TOKEN.refreshed_by(answer)

    assert token.refresh_token == "CANARY-refresh-2"
    assert token.refresh_remaining(LATER) is None


def test_what_a_refresh_answer_leaves_out_stays_tk_13() -> None:
    token = TOKEN.refreshed_by(BARE)

    assert token.scope == ("SMS",)
    assert (token.owner_id, token.endpoint_id) == ("101", "endpoint")
    assert (token.session_id, token.id_token) == ("session", "CANARY-id-1")


def test_what_a_refresh_answer_names_is_adopted_tk_13() -> None:
    token = TOKEN.refreshed_by(replace(BARE, scope=(), owner_id="102"))

    assert (token.scope, token.owner_id) == ((), "102")


@pytest.mark.case("TM-02")
def test_a_restored_token_is_timed_on_both_clocks_tm_02() -> None:
    stored = replace(TOKEN, issued=Moment(SENT.wall), refresh_issued=Moment(SENT.wall))

    token = stored.restored_at(_after(600))
    back = Moment(SENT.wall - 7200, 1610.0)

    assert token.access_remaining(back) == 2990
    assert token.refresh_remaining(back) == 604_190


def test_a_restored_token_without_refresh_token_has_none() -> None:
    stored = replace(BARE, issued=Moment(SENT.wall))

    assert stored.restored_at(_after(600)).refresh_issued is None


@pytest.mark.case("TM-07")
def test_a_stored_time_in_the_future_leaves_the_rest_unknown_tm_07() -> None:
    stored = replace(TOKEN, issued=Moment(SENT.wall + 86_400))

    assert stored.restored_at(SENT).access_remaining(_after(1)) is None


def test_the_representation_hides_every_secret_rd_04() -> None:
    assert "CANARY" not in f"{TOKEN} {TOKEN!r} {[TOKEN]}"


SESSION = replace(
    TOKEN, session_issued=SENT, session_expires_in=7200, session_idle_timeout=900
)


def test_what_is_left_of_the_session_counts_like_every_lifetime_r19() -> None:
    assert SESSION.session_remaining(_after(600)) == 6600
    assert TOKEN.session_remaining(_after(600)) is None


def test_a_session_that_ends_before_the_access_token_is_recognised() -> None:
    assert not SESSION.session_ends_first(SENT)
    assert replace(SESSION, session_expires_in=1200).session_ends_first(SENT)
    assert not TOKEN.session_ends_first(SENT)


def test_a_refresh_answer_without_a_session_end_keeps_the_old_one() -> None:
    kept = SESSION.refreshed_by(BARE)
    told = replace(BARE, session_issued=LATER, session_expires_in=60)

    assert kept.session_remaining(LATER) == 7200 - 3000
    assert kept.session_idle_timeout == 900
    assert SESSION.refreshed_by(told).session_remaining(LATER) == 60
    assert SESSION.refreshed_by(told).session_idle_timeout == 900


def test_a_restored_session_end_is_counted_on_both_clocks() -> None:
    stored = replace(SESSION, session_issued=Moment(SENT.wall))

    restored = stored.restored_at(_after(600))

    assert restored.session_issued == SENT


def test_a_token_that_was_pasted_is_ours_after_a_refresh() -> None:
    pasted = replace(TOKEN, obtained_here=False)

    assert pasted.refreshed_by(BARE).obtained_here

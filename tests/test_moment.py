import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import (
    Moment,
    anchored,
    compared,
    remaining,
    system_clock,
    wall_jump,
)

ISSUED = Moment(1_750_000_000.0, 1000.0)
times = st.floats(0, 4e9, allow_nan=False)
moments = st.builds(Moment, times, st.none() | times)


def _later(wall: float, monotonic: float | None = None) -> Moment:
    later = wall if monotonic is None else monotonic
    return Moment(ISSUED.wall + wall, 1000.0 + later)


def test_time_that_passes_on_both_clocks_is_taken_off() -> None:
    assert remaining(3600, ISSUED, _later(60)) == 3540


def test_an_unknown_lifetime_stays_unknown() -> None:
    assert remaining(None, ISSUED, _later(60)) is None


@pytest.mark.case("TM-02")
def test_a_wall_clock_set_back_does_not_lengthen_what_is_left_tm_02() -> None:
    assert remaining(3600, ISSUED, _later(wall=-7200, monotonic=60)) == 3540


@pytest.mark.case("TM-01")
def test_a_wall_clock_set_forward_ends_the_lifetime_tm_01() -> None:
    assert remaining(3600, ISSUED, _later(wall=7200, monotonic=1)) == 0


@pytest.mark.case("TM-03")
def test_sleep_that_the_monotonic_clock_does_not_count_is_counted_tm_03() -> None:
    assert remaining(7200, ISSUED, _later(wall=3600, monotonic=5)) == 3600


@pytest.mark.case("TM-05")
def test_what_is_left_is_never_negative_tm_05() -> None:
    assert remaining(3600, ISSUED, _later(3601)) == 0


@pytest.mark.case("TM-07")
def test_a_stored_time_in_the_future_makes_the_rest_unknown_tm_07() -> None:
    stored = Moment(ISSUED.wall + 3600)

    assert remaining(3600, stored, ISSUED) is None


def test_a_stored_time_a_moment_ahead_is_an_imprecise_clock() -> None:
    stored = Moment(ISSUED.wall + 4)

    assert remaining(3600, stored, ISSUED) == 3600


def test_a_restored_time_is_counted_on_the_wall_clock() -> None:
    assert remaining(3600, Moment(ISSUED.wall), _later(600)) == 3000


@pytest.mark.case("TM-02")
def test_a_restored_time_survives_a_wall_clock_set_back_tm_02() -> None:
    restored = anchored(Moment(ISSUED.wall), _later(600))

    left = remaining(3600, restored, _later(wall=-7200, monotonic=610))

    assert left == 2990


def test_a_restored_time_a_moment_ahead_is_anchored_to_now() -> None:
    assert anchored(Moment(ISSUED.wall + 4), ISSUED) == Moment(ISSUED.wall + 4, 1000.0)


@pytest.mark.case("TM-07")
def test_a_restored_time_in_the_future_is_not_made_credible_tm_07() -> None:
    stored = Moment(ISSUED.wall + 3600)

    assert anchored(stored, ISSUED) == stored


def test_a_time_of_this_process_keeps_its_own_monotonic_time() -> None:
    assert anchored(ISSUED, _later(600)) == ISSUED


@given(lifetime=st.floats(0, 1e9), since=moments, first=moments, second=moments)
def test_what_is_left_never_grows_while_the_monotonic_clock_runs(
    lifetime: float, since: Moment, first: Moment, second: Moment
) -> None:
    since = Moment(since.wall, 0.0)
    earlier, later = sorted((first.monotonic or 0.0, second.monotonic or 0.0))

    left = remaining(lifetime, since, Moment(second.wall, later))

    assert left is not None
    assert 0 <= left <= max(0.0, lifetime - later) <= max(0.0, lifetime - earlier)


@given(lifetime=st.floats(0, 1e9), since=moments, now=moments)
def test_what_is_left_is_within_the_lifetime_or_unknown(
    lifetime: float, since: Moment, now: Moment
) -> None:
    left = remaining(lifetime, since, now)

    assert left is None or 0 <= left <= lifetime


def test_the_system_clock_tells_both_times_and_goes_forward() -> None:
    first, second = system_clock(), system_clock()

    assert first.monotonic is not None
    assert second.monotonic is not None
    assert second.monotonic >= first.monotonic
    assert first.wall > 1_700_000_000


def test_without_a_clock_that_counts_sleep_the_ordinary_one_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)

    before = time.monotonic()

    assert before <= (system_clock().monotonic or 0) <= time.monotonic()


def test_how_far_the_wall_clock_jumped_is_known_where_both_clocks_are() -> None:
    assert wall_jump(ISSUED, _later(wall=-7200, monotonic=60)) == -7260
    assert wall_jump(Moment(ISSUED.wall), _later(60)) == 0


def _knowing(moment: Moment, least: float, most: float) -> Moment:
    return replace(moment, ahead=ClockDifference(least, most))


def test_a_time_on_clocks_that_agree_is_left_alone() -> None:
    since, now = _knowing(ISSUED, -0.5, 1), _knowing(_later(600), -0.2, 0.9)

    assert compared(since, now) is since


def test_without_a_comparison_then_and_now_nothing_is_known() -> None:
    since, now = _knowing(ISSUED, -0.5, 1), _knowing(_later(600), -0.2, 0.9)

    assert compared(ISSUED, now) is ISSUED
    assert compared(since, _later(600)) is since


def test_a_token_kept_by_a_clock_that_was_wrong_is_put_right() -> None:
    # The clock was two hours ahead then, and is right now.
    kept = _knowing(Moment(ISSUED.wall + 7200), -7200, -7199)
    now = _knowing(_later(600), 0, 1)

    put_right = compared(anchored(kept, now), now)

    assert remaining(3600, kept, now) is None
    assert remaining(3600, put_right, now) == 3600 - 601
    assert remaining(3600, put_right, _later(700)) == 3600 - 701


def test_a_token_kept_by_a_right_clock_is_put_right_by_one_that_is_wrong() -> None:
    # Half an hour behind now: the token looks younger than it is.
    kept = _knowing(Moment(ISSUED.wall), 0, 1)
    now = _knowing(_later(wall=900, monotonic=2700), 1800, 1801)

    put_right = compared(anchored(kept, now), now)

    assert remaining(3600, anchored(kept, now), now) == 2700
    assert remaining(3600, put_right, now) == 3600 - 2701


def test_what_was_put_right_is_not_put_right_again() -> None:
    kept = _knowing(Moment(ISSUED.wall + 7200), -7200, -7199)
    now = _knowing(_later(600), 0, 1)
    put_right = compared(kept, now)

    assert compared(put_right, now) is put_right


@pytest.mark.case("TM-02")
def test_what_was_put_right_survives_a_wall_clock_set_back_tm_02() -> None:
    kept = _knowing(Moment(ISSUED.wall + 7200), -7200, -7199)
    put_right = compared(kept, _knowing(_later(600), 0, 1))

    assert remaining(3600, put_right, _later(wall=-7200, monotonic=600)) == 2999


@pytest.mark.case("TM-01")
def test_a_clock_set_forward_no_longer_ends_a_token_that_lives_tm_01() -> None:
    since = _knowing(ISSUED, -0.5, 1)
    now = _knowing(_later(wall=7800, monotonic=600), -7200, -7199)

    put_right = compared(since, now)

    assert remaining(3600, since, now) == 0
    assert remaining(3600, put_right, now) == 3600 - 601.5


def test_a_server_cannot_make_a_token_younger_than_this_process_saw() -> None:
    since = _knowing(ISSUED, 0, 1)
    now = _knowing(_later(wall=3660, monotonic=3600), -7200, -7199)

    assert remaining(3600, compared(since, now), now) == 0


@pytest.mark.parametrize("ahead", [-600, 600])
@pytest.mark.case("TK-37")
def test_a_server_that_sets_its_clock_changes_nothing_that_was_counted_here(
    ahead: float,
) -> None:
    since = _knowing(ISSUED, -0.5, 1)
    now = _knowing(_later(60), ahead, ahead + 1)

    assert compared(since, now) is since


def test_a_clock_that_is_set_all_the_time_is_no_witness() -> None:
    kept = _knowing(Moment(ISSUED.wall), 0, 1)
    now = replace(_later(60), ahead=ClockDifference(600, 601, is_steady=False))

    assert compared(kept, now) is kept


@given(
    age=st.floats(0, 1e5),
    wrong_then=st.floats(-1e5, 1e5),
    wrong_now=st.floats(-1e5, 1e5),
    rooms=st.tuples(*[st.floats(0, 30)] * 4),
    is_restored=st.booleans(),
)
def test_what_is_left_is_never_more_than_the_server_grants(
    age: float,
    wrong_then: float,
    wrong_now: float,
    rooms: tuple[float, float, float, float],
    is_restored: bool,
) -> None:
    # The server's clock is right; ours was wrong then, and is wrong otherwise now.
    before, behind, here, there = rooms
    sent = _knowing(
        Moment(ISSUED.wall + wrong_then, None if is_restored else 1000.0),
        -wrong_then - before,
        -wrong_then + behind,
    )
    now = _knowing(
        Moment(ISSUED.wall + age + wrong_now, 1000.0 + age),
        -wrong_now - here,
        -wrong_now + there,
    )

    left = remaining(1e5, compared(anchored(sent, now), now), now)

    assert left is not None
    room = before + behind + here + there + 5  # within which nobody can tell
    assert 1e5 - age - room - 0.01 <= left <= 1e5 - age + room + 0.01


@given(age=st.floats(0, 1e5), rooms=st.tuples(*[st.floats(0.5, 30)] * 4))
@pytest.mark.case("TK-37")
def test_a_token_of_this_process_counts_from_the_sending_whatever_the_difference(
    age: float, rooms: tuple[float, float, float, float]
) -> None:
    before, behind, here, there = rooms
    sent = _knowing(ISSUED, 600 - before, 600 + behind)
    now = _knowing(_later(age), 600 - here, 600 + there)

    assert compared(sent, now) is sent

from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment, anchored, remaining, system_clock

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


def test_a_wall_clock_set_back_does_not_lengthen_what_is_left_tm_02() -> None:
    assert remaining(3600, ISSUED, _later(wall=-7200, monotonic=60)) == 3540


def test_a_wall_clock_set_forward_ends_the_lifetime_tm_01() -> None:
    assert remaining(3600, ISSUED, _later(wall=7200, monotonic=1)) == 0


def test_sleep_that_the_monotonic_clock_does_not_count_is_counted_tm_03() -> None:
    assert remaining(7200, ISSUED, _later(wall=3600, monotonic=5)) == 3600


def test_what_is_left_is_never_negative_tm_05() -> None:
    assert remaining(3600, ISSUED, _later(3601)) == 0


def test_a_stored_time_in_the_future_makes_the_rest_unknown_tm_07() -> None:
    stored = Moment(ISSUED.wall + 3600)

    assert remaining(3600, stored, ISSUED) is None


def test_a_stored_time_a_moment_ahead_is_an_imprecise_clock() -> None:
    stored = Moment(ISSUED.wall + 4)

    assert remaining(3600, stored, ISSUED) == 3600


def test_a_restored_time_is_counted_on_the_wall_clock() -> None:
    assert remaining(3600, Moment(ISSUED.wall), _later(600)) == 3000


def test_a_restored_time_survives_a_wall_clock_set_back_tm_02() -> None:
    restored = anchored(Moment(ISSUED.wall), _later(600))

    left = remaining(3600, restored, _later(wall=-7200, monotonic=610))

    assert left == 2990


def test_a_restored_time_a_moment_ahead_is_anchored_to_now() -> None:
    assert anchored(Moment(ISSUED.wall + 4), ISSUED) == Moment(ISSUED.wall + 4, 1000.0)


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

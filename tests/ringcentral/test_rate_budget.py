"""Five authentication calls a minute, and the pauses between them."""

import time
from dataclasses import replace

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.rate_budget import Purpose, RateBudget, Span, Told

START = Moment(1_750_000_000.0, 1000.0)


def later(seconds: float, wall_step: float = 0.0) -> Moment:
    return Moment(START.wall + seconds + wall_step, 1000.0 + seconds)


def used(*at: float) -> RateBudget:
    """Return a budget with a call that was counted at each of these seconds."""
    budget = RateBudget()
    for number, seconds in enumerate(at):
        budget = budget.started(str(number), later(seconds), 0)
    return budget


def told(limit: int, remaining: int, *, at: float = 0, window: float = 60) -> Told:
    return Told(later(at), "auth", limit, remaining, window)


@pytest.mark.parametrize(("calls", "left"), [(0, 5), (1, 4), (5, 0), (6, 0)])
def test_each_call_leaves_one_less(calls: int, left: int) -> None:
    assert used(*[0.0] * calls).left(later(0)) == left


@pytest.mark.parametrize(
    ("purpose", "most"),
    [(Purpose.SIGN_IN, 2), (Purpose.ORDINARY, 3), (Purpose.LAST, 4)],
)
def test_one_call_is_kept_back_for_revoke(purpose: Purpose, most: int) -> None:
    allowed = [
        calls for calls in range(6) if used(*[0.0] * calls).wait(purpose, later(0)) == 0
    ]

    assert allowed == list(range(most + 1))


def test_the_wait_ends_when_enough_calls_are_a_minute_old() -> None:
    budget = used(0, 10, 20, 30)

    assert budget.wait(Purpose.LAST, later(30)) == 0
    assert budget.wait(Purpose.ORDINARY, later(30)) == 30
    assert budget.wait(Purpose.SIGN_IN, later(30)) == 40
    assert budget.wait(Purpose.SIGN_IN, later(70)) == 0


def test_a_call_under_way_counts_until_a_minute_after_its_deadline() -> None:
    budget = RateBudget().started("1", later(0), 30)

    assert budget.left(later(89)) == 4
    assert budget.left(later(90)) == 5


def test_a_call_that_was_answered_counts_for_a_minute_from_the_answer() -> None:
    budget = RateBudget().started("1", later(0), 30).ended("1", later(2))

    assert budget.left(later(61.9)) == 4
    assert budget.left(later(62)) == 5


def test_a_call_that_never_left_is_not_counted() -> None:
    assert RateBudget().started("1", later(0), 30).unsent("1").left(later(0)) == 5


def test_in_the_penalty_nothing_may_be_sent_and_it_runs_out() -> None:
    budget = RateBudget().pausing(120, later(0))

    assert {budget.wait(each, later(78)) for each in Purpose} == {42}
    assert budget.wait(Purpose.LAST, later(120)) == 0


def test_a_smaller_limit_of_the_servers_is_adopted_and_a_larger_one_is_not() -> None:
    assert RateBudget().hearing(told(3, 3)).left(later(0)) == 3
    assert RateBudget().hearing(told(50, 50)).left(later(0)) == 5


def test_with_the_smallest_limit_a_call_is_possible_all_the_same() -> None:
    budget = RateBudget().hearing(told(1, 1))

    assert budget.wait(Purpose.SIGN_IN, later(0)) == 0


def test_calls_of_other_programs_count_for_a_window_from_the_answer() -> None:
    budget = used(0).hearing(told(5, 1, at=5))

    assert budget.left(later(5)) == 1
    assert budget.left(later(60)) == 2
    assert budget.left(later(65)) == 5


def test_a_longer_window_is_adopted_and_a_shorter_one_is_not() -> None:
    longer = RateBudget().hearing(told(5, 5, window=120)).started("1", later(0), 0)
    shorter = RateBudget().hearing(told(5, 5, window=1)).started("1", later(0), 0)

    assert longer.left(later(119)) == 4
    assert shorter.left(later(59)) == 4


@pytest.mark.parametrize("step", [7200.0, -7200.0])
def test_a_wall_clock_that_jumps_changes_no_wait(step: float) -> None:
    assert Span(later(0), 60).left(later(20, wall_step=step)) == 40


@pytest.mark.parametrize(("since_start", "left"), [(10.0, 50.0), (600.0, 0.0)])
def test_after_a_reboot_the_wall_clock_counts(since_start: float, left: float) -> None:
    after = Moment(START.wall + since_start, 3.0)

    assert Span(later(0), 60).left(after) == left


def test_after_a_reboot_a_wall_clock_that_is_a_little_behind_costs_no_more() -> None:
    assert Span(later(0), 60).left(Moment(START.wall - 4, 3.0)) == 60


def test_a_wait_that_no_clock_would_count_down_is_over() -> None:
    assert Span(later(0), 60).left(Moment(START.wall - 7200, 3.0)) == 0


def test_however_many_calls_others_made_the_answer_is_there_at_once() -> None:
    most = RateBudget(told=replace(told(10**6, 0), others=10**6))

    before = time.thread_time()
    waits = [most.wait(Purpose.LAST, later(20)) for _ in range(100)]

    assert waits == [40.0] * 100
    assert time.thread_time() - before < 1.0


def test_what_two_windows_know_adds_up() -> None:
    one = used(0).pausing(10, later(0)).hearing(told(4, 3, at=1))
    other = RateBudget().started("other", later(0), 0).pausing(20, later(0))

    both = one.merged(other, later(2))

    assert both.left(later(2)) == 2
    assert both.pause_left(later(2)) == 18


def test_calls_that_are_over_are_dropped_with_the_next() -> None:
    assert list(used(0, 1, 70).calls) == ["2"]

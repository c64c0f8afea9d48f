"""What comes again and again is counted, until it stops for a while."""

from ringauth_gui.repeats import MOST, PAUSE, Repeats
from tests.fakes.fixed_clock import FixedClock


def test_each_of_a_kind_in_a_row_is_counted(clock: FixedClock) -> None:
    repeats = Repeats(clock)

    counts = []
    for _second in range(3):
        counts.append(repeats.count("tick"))
        clock.advance(1)

    assert counts == [1, 2, 3]
    assert repeats.count("other") == 1


def test_after_a_pause_it_is_the_first_again(clock: FixedClock) -> None:
    repeats = Repeats(clock)
    repeats.count("tick")
    repeats.count("tick")

    clock.advance(PAUSE + 1)

    assert repeats.count("tick") == 1


def test_a_row_may_last_longer_than_a_pause(clock: FixedClock) -> None:
    repeats = Repeats(clock)

    for _second in range(300):
        count = repeats.count("tick")
        clock.advance(1)

    assert count == 300


def test_kinds_that_were_not_seen_for_longest_are_forgotten(clock: FixedClock) -> None:
    repeats = Repeats(clock)
    repeats.count("tick")

    for kind in range(MOST):
        repeats.count(kind)

    assert repeats.count(MOST - 1) == 2
    assert repeats.count("tick") == 1

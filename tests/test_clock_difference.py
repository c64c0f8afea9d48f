"""What is known of how far two clocks are apart."""

from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.clock_difference import ClockDifference

seconds = st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def differences(draw: st.DrawFn, holding: float) -> ClockDifference:
    """Return what allows the truth ``holding``."""
    room = st.floats(0, 1e5, allow_nan=False)
    return ClockDifference(holding - draw(room), holding + draw(room))


def test_clocks_are_apart_for_certain_only_where_both_bounds_say_so() -> None:
    assert ClockDifference(599.5, 600.5).smallest == 599.5
    assert ClockDifference(-600.5, -599.5).smallest == 599.5
    assert ClockDifference(-0.2, 0.9).smallest == 0


def test_the_most_that_they_can_be_apart_is_on_the_farther_side() -> None:
    assert ClockDifference(-0.2, 0.9).largest == 0.9
    assert ClockDifference(-3, 1).largest == 3


def test_what_contradicts_itself_cannot_be_put_together() -> None:
    assert ClockDifference(0, 1).narrowed_by(ClockDifference(2, 3)) is None


@given(data=st.data(), truth=seconds)
def test_the_truth_stays_between_the_bounds(data: st.DataObject, truth: float) -> None:
    one, other = data.draw(differences(truth)), data.draw(differences(truth))

    both = one.narrowed_by(other)

    assert both is not None
    assert both.least <= truth <= both.most
    assert both.width <= min(one.width, other.width)
    assert both.smallest <= abs(truth) <= both.largest

"""A rate budget in a file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.rate_budget import RateBudget, Span, Told
from ringauth_gui.ringcentral.rate_record import budget_from_members, budget_to_members

NOW = Moment(1_750_000_000.0, 1000.0)
BUDGET = RateBudget(
    calls={"a1": Span(NOW, 90.0)},
    told=Told(NOW, "auth", 5, 3, 60.0, others=1),
    pause=Span(NOW, 42.0),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_what_was_written_is_read_back() -> None:
    written = json.loads(json.dumps(budget_to_members(BUDGET)))

    assert budget_from_members(written) == BUDGET


def test_an_empty_file_is_an_unused_budget() -> None:
    assert budget_from_members({}) == RateBudget()


@given(st.dictionaries(st.sampled_from(["calls", "told", "pause"]), JSON))
def test_junk_is_forgotten_and_never_waited_for_long(
    members: dict[str, object],
) -> None:
    budget = budget_from_members(members)

    assert 0 <= budget.left(NOW) <= 5
    assert 0 <= budget.pause_left(NOW) <= 7200


@pytest.mark.parametrize("number", [10**400, -(10**400), 1e400, float("nan"), True])
def test_a_number_that_no_clock_shows_is_forgotten(number: float) -> None:
    span = [NOW.wall, 1000.0, number]
    members = {"calls": {"a1": span}, "pause": span, "told": [*span, 5, 5, 60]}

    assert budget_from_members(members) == RateBudget()


@pytest.mark.parametrize("seconds", [-1, 7200.5])
def test_a_span_that_no_call_or_pause_has_is_forgotten(seconds: float) -> None:
    span = [NOW.wall, 1000.0, seconds]

    assert budget_from_members({"calls": {"a1": span}, "pause": span}) == RateBudget()


@pytest.mark.parametrize(
    "told", [(0, 0, 60, 0), (5, 6, 60, 0), (5, 5, 3601, 0), (5, 5, 60, 6)]
)
def test_a_limit_that_contradicts_itself_is_forgotten(told: tuple[int, ...]) -> None:
    members = {"told": [NOW.wall, 1000.0, *told]}

    assert budget_from_members(members) == RateBudget()


def test_a_file_with_more_calls_than_can_be_is_not_believed() -> None:
    calls = {str(number): [NOW.wall, 1000.0, 60.0] for number in range(101)}

    assert budget_from_members({"calls": calls}) == RateBudget()

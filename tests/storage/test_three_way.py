"""Merging what two sides made of one thing."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.storage.three_way import merge_members, merge_order

NAMES = ("a", "b", "c", "d")
MEMBERS = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2))
KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ({"a": 2, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}),
        ({"a": 1}, {"a": 1, "b": 1, "c": 1}, {"a": 1, "c": 1}),
        ({"a": 1, "b": 1, "c": 1}, {"b": 1}, {"b": 1, "c": 1}),
        ({"a": 2, "b": 1}, {"a": 2, "b": 1}, {"a": 2, "b": 1}),
    ],
)
def test_the_changes_of_both_sides_are_taken(
    ours: Mapping[str, int], theirs: Mapping[str, int], merged: Mapping[str, int]
) -> None:
    result = merge_members({"a": 1, "b": 1}, ours, theirs)

    assert (result.members, result.clashes) == (merged, ())


def test_what_both_sides_changed_is_as_ours_and_told() -> None:
    result = merge_members({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 3, "b": 4})

    assert (result.members, result.clashes) == ({"a": 2, "b": 4}, ("a",))


def test_members_that_belong_together_are_one_sides_alone() -> None:
    base, ours, theirs = {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 2}

    result = merge_members(base, ours, theirs, together=("a", "b"))

    assert (result.members, result.clashes) == ({"a": 2, "b": 1}, ("a", "b"))


@given(MEMBERS, MEMBERS, MEMBERS)
def test_nothing_that_a_side_changed_is_lost_or_hidden(
    base: Mapping[str, int], ours: Mapping[str, int], theirs: Mapping[str, int]
) -> None:
    result = merge_members(base, ours, theirs)

    for name in NAMES:
        was, we, they = (side.get(name) for side in (base, ours, theirs))
        merged = result.members.get(name)
        assert merged == (they if we == was else we)
        assert (name in result.clashes) == (len({was, we, they}) == 3)


@given(MEMBERS, MEMBERS, MEMBERS)
def test_merging_once_more_changes_nothing(
    base: Mapping[str, int], ours: Mapping[str, int], theirs: Mapping[str, int]
) -> None:
    merged = merge_members(base, ours, theirs).members

    again = merge_members(base, ours, merged)

    assert (again.members, again.clashes) == (merged, ())


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("cab", "abc", "cab"),
        ("abc", "cab", "cab"),
        ("abcx", "abcy", "abcyx"),
        ("xabc", "yabc", "yxabc"),
        ("axbc", "cab", "caxb"),
        ("cab", "abyc", "cabx".replace("x", "y")),
        ("cba", "bac", "cba"),
        ("ab", "abc", "abc"),
    ],
)
def test_an_order_is_kept_where_one_side_changed_it(
    ours: str, theirs: str, merged: str
) -> None:
    assert "".join(merge_order("abc", ours, theirs)) == merged


@given(KEYS, KEYS, KEYS)
def test_an_order_holds_every_key_once_and_keeps_one_sides_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> None:
    merged = merge_order(base, ours, theirs)

    assert sorted(merged) == sorted({*ours, *theirs})
    kept = [[key for key in merged if key in side] for side in (ours, theirs)]
    assert kept[0] == ours or kept[1] == theirs


@given(KEYS, KEYS)
def test_an_order_that_one_side_left_alone_is_the_others(
    base: Sequence[str], changed: Sequence[str]
) -> None:
    for merged in (
        merge_order(base, base, changed),
        merge_order(base, changed, base),
    ):
        assert [key for key in merged if key in changed] == changed

"""What becomes of profiles that two windows changed at the same time."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_json import LONGEST_NAME, profile_to_json
from ringauth_gui.storage.profile_merge import (
    Clash,
    ClashKind,
    MergedProfiles,
    merge_profiles,
)

A = Profile("a", "Anna", ServerKind.RINGCENTRAL, "client-a", has_secret=False)
B = replace(A, id="b", name="Berta", client_id="client-b")
C = replace(A, id="c", name="Clara", client_id="client-c")
Profiles = Sequence[Profile]


def _profiles(*ids: str) -> st.SearchStrategy[tuple[Profile, ...]]:
    """Return lists of profiles with some of these ids, each profile much as others."""
    profile = st.builds(
        Profile,
        id=st.sampled_from(ids),
        name=st.sampled_from(["Anna", "Berta", "Clara", "x" * LONGEST_NAME]),
        server=st.sampled_from([ServerKind.RINGCENTRAL, ServerKind.PRACTICE]),
        client_id=st.sampled_from(["one", "two"]),
        has_secret=st.booleans(),
        auto_refresh=st.booleans(),
        unknown=st.sampled_from([{}, {"colour": "red"}, {"colour": "blue"}]),
    )
    lists = st.lists(profile, max_size=4, unique_by=(_id, lambda each: each.name))
    return lists.map(tuple)


def _id(profile: Profile) -> str:
    return profile.id


BASE = _profiles("a", "b", "c")
OURS, THEIRS = _profiles("a", "b", "c", "o"), _profiles("a", "b", "c", "t")
Sides = tuple[Profiles, Profiles, Profiles]
SIDES = st.tuples(BASE, OURS, THEIRS)


def test_profiles_that_two_windows_add_are_both_there() -> None:
    merged = merge_profiles([A], [A, B], [A, C])

    assert merged == MergedProfiles((A, C, B))


def test_two_options_of_one_profile_are_both_kept() -> None:
    ours, theirs = replace(A, auto_refresh=True), replace(A, keep_tokens=False)

    merged = merge_profiles([A], [ours], [theirs])

    both = replace(A, auto_refresh=True, keep_tokens=False)
    assert merged == MergedProfiles((both,))


def test_an_unknown_member_of_theirs_and_an_edit_of_ours_are_both_kept() -> None:
    ours, theirs = replace(A, name="Anne"), replace(A, unknown={"colour": "blue"})

    [merged] = merge_profiles([A], [ours], [theirs]).profiles

    assert merged == replace(A, name="Anne", unknown={"colour": "blue"})


def test_a_member_that_both_changed_is_as_here_and_told() -> None:
    ours, theirs = replace(A, name="Anne"), replace(A, name="Ann", auto_refresh=True)

    merged = merge_profiles([A], [ours], [theirs])

    clash = Clash(ClashKind.EDITED_BOTH, "Anne", ("name",))
    assert merged == MergedProfiles((replace(ours, auto_refresh=True),), (clash,))


def test_an_app_is_never_made_of_two() -> None:
    ours = replace(A, client_id="client-x")
    theirs = replace(A, server=ServerKind.RINGCENTRAL_BIZ)

    merged = merge_profiles([A], [ours], [theirs])

    assert merged.profiles == (ours,)
    assert [clash.kind for clash in merged.clashes] == [ClashKind.EDITED_BOTH]


@pytest.mark.parametrize("is_here", [True, False])
def test_a_profile_that_only_one_side_deleted_is_gone(is_here: bool) -> None:
    ours, theirs = ([B], [A, B]) if is_here else ([A, B], [B])

    assert merge_profiles([A, B], ours, theirs) == MergedProfiles((B,))


@pytest.mark.parametrize("is_here", [True, False])
def test_a_profile_that_was_deleted_and_edited_stays_as_edited(is_here: bool) -> None:
    edited = replace(A, name="Anne")
    ours, theirs = ([B], [edited, B]) if is_here else ([edited, B], [B])

    merged = merge_profiles([A, B], ours, theirs)

    kind = ClashKind.DELETED_HERE if is_here else ClashKind.DELETED_THERE
    assert merged == MergedProfiles((edited, B), (Clash(kind, "Anne"),))


def test_two_profiles_of_one_name_stay_apart() -> None:
    ours, theirs = replace(B, name="New profile"), replace(C, name="New profile")

    merged = merge_profiles([A], [A, ours], [A, theirs])

    assert merged.profiles == (A, theirs, replace(ours, name="New profile (2)"))
    assert merged.clashes == (Clash(ClashKind.NAMED_ALIKE, "New profile (2)"),)


@given(SIDES)
def test_nothing_of_either_side_is_lost_silently(sides: Sides) -> None:
    base, ours, theirs = ({each.id: each for each in side} for side in sides)

    merged = merge_profiles(*sides)

    found = {each.id: each for each in merged.profiles}
    told = {each.name: each for each in merged.clashes}
    for key in {*ours, *theirs}:
        was, we, they = base.get(key), ours.get(key), theirs.get(key)
        if key not in found:
            assert was in (we, they)  # deleted on one side, left alone on the other
        elif len(_distinct(was, we, they)) == 3:
            assert found[key].name in told or _has_all(found[key], was, we, they)
        else:
            _assert_named(found[key], they if was == we else we)


def _distinct(*profiles: Profile | None) -> list[Profile | None]:
    return [each for at, each in enumerate(profiles) if each not in profiles[:at]]


def _has_all(
    found: Profile, was: Profile | None, we: Profile | None, they: Profile | None
) -> bool:
    """Return whether every change of a member is in what was found."""
    base, ours, theirs, merged = (
        {} if each is None else profile_to_json(each) for each in (was, we, they, found)
    )
    changes = [
        (name, value)
        for side in (ours, theirs)
        for name, value in side.items()
        if base.get(name) != value
    ]
    return all(merged[name] == value for name, value in changes)


def _assert_named(found: Profile, expected: Profile | None) -> None:
    """Look that a profile is as expected but for a number behind its name."""
    assert expected is not None
    assert replace(found, name=expected.name) == expected


@given(SIDES)
def test_no_two_profiles_share_id_or_name(sides: Sides) -> None:
    merged = merge_profiles(*sides).profiles

    assert len({each.id for each in merged}) == len(merged)
    assert len({each.name for each in merged}) == len(merged)
    assert all(len(each.name) <= LONGEST_NAME for each in merged)


@given(BASE, THEIRS)
def test_a_side_that_changed_nothing_has_no_say(base: Profiles, side: Profiles) -> None:
    for sides in ((base, base, side), (base, side, base), (base, side, side)):
        assert merge_profiles(*sides) == MergedProfiles(tuple(side))


@given(SIDES)
def test_saving_once_more_changes_nothing(sides: Sides) -> None:
    base, ours, theirs = sides
    merged = merge_profiles(base, ours, theirs).profiles

    # What this window saved is its base from then on, until it has looked.
    assert merge_profiles(ours, ours, merged) == MergedProfiles(merged)


@given(SIDES)
def test_windows_agree_once_they_have_looked_whoever_saved_first(sides: Sides) -> None:
    base, one, other = sides

    first = merge_profiles(base, one, base).profiles
    second = merge_profiles(base, other, first)
    seen = merge_profiles(one, one, second.profiles)

    assert seen == MergedProfiles(second.profiles)
    swapped = merge_profiles(base, one, other)
    if not (second.clashes or swapped.clashes):
        assert sorted(second.profiles, key=_id) == sorted(swapped.profiles, key=_id)


def test_a_name_that_others_gave_stays_theirs_wherever_it_stands() -> None:
    ours, theirs = replace(A, name="Desk"), replace(B, name="Desk")

    merged = merge_profiles([A, B], [ours, B], [A, theirs])

    assert merged.profiles == (replace(ours, name="Desk (2)"), theirs)
    assert merged.clashes == (Clash(ClashKind.NAMED_ALIKE, "Desk (2)"),)

"""The name and the words of a copied profile."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.gui.profile_copy import copy_message, copy_of, free_name
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import LONGEST_NAME, checked_name
from tests.gui.shell import SUPPORT

NAMES = st.text(string.ascii_letters + " ()0129", min_size=1, max_size=LONGEST_NAME)


@pytest.mark.parametrize(
    ("name", "others", "free"),
    [
        ("Practice", [], "Practice (2)"),
        ("Practice", ["practice (2)"], "Practice (3)"),
        ("Practice (2)", ["Practice"], "Practice (3)"),
        ("Practice(2)", [], "Practice(2) (2)"),
        ("(2)", [], "(2) (2)"),
        ("x" * 80, [], "x" * 76 + " (2)"),
    ],
)
def test_a_copy_gets_the_first_free_number(
    name: str, others: list[str], free: str
) -> None:
    assert free_name(name, [name, *others]) == free


@given(NAMES.filter(str.strip), st.lists(NAMES))
def test_the_name_of_a_copy_can_always_be_used(name: str, others: list[str]) -> None:
    name = checked_name(name)

    free = free_name(name, [name, *others])

    assert checked_name(free) == free
    assert free.casefold() not in {each.casefold() for each in [name, *others]}


def test_all_but_id_and_name_is_copied() -> None:
    profile = replace(SUPPORT, auto_refresh=True, unknown={"colour": "red"})

    copy = copy_of(profile, [profile.name])

    assert replace(copy, id=profile.id, name=profile.name) == profile
    assert copy.id != profile.id


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (SUPPORT, "Its token was not copied."),
        (replace(SUPPORT, has_secret=True), "Its client secret and its token were"),
        (replace(SUPPORT, grant_type=GrantType.JWT_BEARER), "Its secrets and its"),
    ],
)
def test_what_was_not_copied_is_said(profile: Profile, said: str) -> None:
    assert copy_message(profile).advice.startswith(said)

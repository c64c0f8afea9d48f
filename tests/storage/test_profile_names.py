"""Names that have to look different from all others."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.storage.profile_json import LONGEST_NAME, checked_name
from ringauth_gui.storage.profile_names import free_name

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

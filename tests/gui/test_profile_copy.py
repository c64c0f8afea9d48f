"""A copied profile, and the words about it."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.profile_copy import copy_message, copy_of
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile
from tests.gui.shell import SUPPORT


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

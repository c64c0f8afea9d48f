"""A file with profiles from another computer, which may hold secrets (R8, R18)."""

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.exported_profiles import (
    exported_text,
    holds_profiles,
    read_exported,
)
from ringauth_gui.storage.profile import Profile
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_LONGEST_TOLD = 80


def check(data: bytes) -> None:
    """Look that what is taken over comes back, and that nothing told is a secret."""
    members = plain_object(data) or {}
    assert holds_profiles(data) == isinstance(members.get("profiles"), list)
    try:
        read = read_exported(data, "profiles.json")
    except ProfileFileError as error:
        assert_tells_nothing(error)
        return
    assert holds_profiles(data)
    for unusable in read.unusable:
        assert_fit_to_show(unusable.name, _LONGEST_TOLD)
    for name in read.secret_names:
        assert_fit_to_show(name, _LONGEST_TOLD)
    text = exported_text(read.profiles)
    again = read_exported(text.encode(), "profiles.json")
    assert [_portable(each) for each in again.profiles] == [
        _portable(each) for each in read.profiles
    ]
    assert (again.unusable, again.secrets, again.secret_names) == ((), (), ())


def _portable(profile: Profile) -> dict[str, object]:
    return {name: value for name, value in vars(profile).items() if name != "id"}

"""The profile file, as a person or another program left it (R18, R28)."""

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import LoadedProfiles
from tests.fuzz.known import holds_secret
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show
from tests.storage.profile_examples import ANNA, profile_file

_NAME = "profiles.json"
_CLIENT_ID = re.compile(r"[!-9;-~]{1,1024}")
_REDIRECT_URI = re.compile(r"(?i:http)://(?i:localhost|127\.0\.0\.1|\[::1\]):\d+/.*")
_LONGEST_NAME = 80
_MORE = replace(ANNA, id="one-more", name="One more of the targets")
# Members that no version knows, and that are called as no secret is.
_UNKNOWN = frozenset({"x-later", "x-colour", "x-note", "x-deep"})


def check(data: bytes) -> None:
    """Look that nothing is lost: junk is set aside as it was, the unknown is kept."""
    loaded, kept = survived(data)

    if loaded.set_aside is not None:
        aside = kept[loaded.set_aside.name]
        # A whole file with bad profiles is copied instead, without its secrets.
        assert aside == data or json.loads(aside)["version"] == 1
        assert loaded.set_aside.name in " ".join(loaded.problems)
    elif loaded.read_only:
        assert kept[_NAME] == data


def survived(data: bytes) -> tuple[LoadedProfiles, Mapping[str, bytes]]:
    """Load a file of this content, save to it, and return what else there is then."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_bytes(data)

        loaded = profile_file(path).load()

        _look_at_loaded(loaded)
        if not loaded.read_only:
            _look_at_saved(path, loaded, data)
        kept = {each.name: each.read_bytes() for each in Path(folder).iterdir()}
    return loaded, kept


def _look_at_loaded(loaded: LoadedProfiles) -> None:
    for problem in loaded.problems:
        assert not holds_secret(problem)
    names = [each.name for each in loaded.profiles]
    identifiers = [each.id for each in loaded.profiles]
    assert len(set(names)) == len(names)
    assert len(set(identifiers)) == len(identifiers)
    for profile in loaded.profiles:
        _look_at_profile(profile)


def _look_at_profile(profile: Profile) -> None:
    assert_fit_to_show(profile.name, _LONGEST_NAME)
    assert _CLIENT_ID.fullmatch(profile.client_id)
    assert all(_REDIRECT_URI.fullmatch(uri) for uri in profile.redirect_uris)
    if profile.server is ServerKind.OTHER and profile.server_url:
        assert profile.server_url.startswith(("https://", "http://"))


def _look_at_saved(path: Path, loaded: LoadedProfiles, data: bytes) -> None:
    """Save the profiles with one more, and look that all came back."""
    profile_file(path).save([*loaded.profiles, _MORE], loaded.profiles)
    again = profile_file(path).load()
    assert (again.problems, again.set_aside) == ((), None)
    assert _MORE.id in {each.id for each in again.profiles}
    before = {each.id: each for each in loaded.profiles if each.id != _MORE.id}
    after = {each.id: each for each in again.profiles}
    assert {name: after[name] for name in before} == before
    if loaded.set_aside is None:
        _look_at_unknown(plain_object(data) or {}, json.loads(path.read_bytes()))


def _look_at_unknown(before: Mapping[str, object], after: Mapping[str, object]) -> None:
    """Look that members that this version does not know are as they were."""
    _look_at_members(before, after)
    found = _profiles(before)
    kept = {each["id"]: each for each in _profiles(after)}
    for members in found:
        name = members.get("id")
        others = [each for each in found if each.get("id") == name]
        is_kept = isinstance(name, str) and name != _MORE.id and name in kept
        if is_kept and len(others) == 1:
            _look_at_members(members, kept[str(name)])


def _profiles(document: Mapping[str, object]) -> list[dict[str, object]]:
    found = document.get("profiles")
    entries = found if isinstance(found, list) else []
    return [each for each in entries if isinstance(each, dict)]


def _look_at_members(before: Mapping[str, object], after: Mapping[str, object]) -> None:
    for name in _UNKNOWN & before.keys():
        assert _without_others(after[name]) == _without_others(before[name])


def _without_others(value: object) -> object:
    """Return what of a value has no name that could be a secret's."""
    if isinstance(value, dict):
        names = _UNKNOWN & value.keys()
        return {name: _without_others(value[name]) for name in names}
    if isinstance(value, list):
        return [_without_others(each) for each in value]
    return value

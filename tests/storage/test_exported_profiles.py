"""A file with profiles: what is written, what the schema says, what is read."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped] # it brings no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.exported_profiles import (
    MOST_PROFILES,
    exported_text,
    holds_profiles,
    read_exported,
)
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_json import profile_to_json, without_secrets
from tests.storage.any_profiles import any_profiles, json_values

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "profiles.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
CANARY = "CANARY-client-secret-0123456789"
SUPPORT = Profile(
    "5f2c", "Support desk", ServerKind.RINGCENTRAL, "client-1", has_secret=True
)


def _read(text: str) -> tuple[Profile, ...]:
    return read_exported(text.encode(), "profiles.json").profiles


def _document(*profiles: object, **members: object) -> bytes:
    document = {"format": "ringauth-profiles", "version": 1, "profiles": profiles}
    return json.dumps({**document, **members}).encode()


def _members(**changes: object) -> dict[str, object]:
    (members,) = json.loads(exported_text([SUPPORT]))["profiles"]
    return {**members, **changes}


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(st.lists(any_profiles(), max_size=4))
def test_what_is_exported_is_read_again_and_as_the_schema_says(
    profiles: list[Profile],
) -> None:
    text = exported_text(profiles)

    VALIDATOR.validate(json.loads(text))
    assert holds_profiles(text.encode())
    read = [replace(each, id="") for each in _read(text)]
    assert read == [
        replace(each, id="", unknown=without_secrets(each.unknown)) for each in profiles
    ]


def test_the_schema_knows_every_member_that_is_written() -> None:
    known = set(SCHEMA["$defs"]["profile"]["properties"])
    everything = set(profile_to_json(SUPPORT)) - {"id"}

    assert everything <= known


def test_an_id_stays_on_its_computer_and_every_import_gives_a_new_one() -> None:
    text = exported_text([SUPPORT])

    ids = {SUPPORT.id, _read(text)[0].id, _read(text)[0].id}

    assert "5f2c" not in text
    assert len(ids) == 3


@pytest.mark.case("PF-11")
def test_no_secret_is_ever_written() -> None:
    hidden = {"client_secret": CANARY, "more": [{"jwt": CANARY, "colour": "red"}]}

    text = exported_text([replace(SUPPORT, unknown=hidden)])

    assert CANARY not in text
    assert "red" in text


@pytest.mark.case("PF-11")
@pytest.mark.parametrize(
    "name", ["client_secret", "access_token", "refresh_token", "jwt", "password"]
)
@pytest.mark.parametrize("is_deep", [True, False])
def test_secrets_are_left_where_they_are_and_told(name: str, is_deep: bool) -> None:
    extra: dict[str, Any] = {name: CANARY}
    members = _members(**({"extra": [extra]} if is_deep else extra))

    read = read_exported(_document(members), "profiles.json")

    assert read.secret_names == (name,)
    assert read.secrets == (CANARY,)
    assert CANARY not in repr(read)
    assert len(read.profiles) == 1


@pytest.mark.case("PF-11")
def test_secrets_beside_the_profiles_are_told_too() -> None:
    read = read_exported(_document(_members(), refresh_token=CANARY), "profiles.json")

    assert read.secret_names == ("refresh_token",)


def test_the_programs_own_profile_file_can_be_imported() -> None:
    own = {"version": 1, "profiles": [profile_to_json(SUPPORT)]}

    [profile] = _read(json.dumps(own))

    assert replace(profile, id=SUPPORT.id) == SUPPORT


def test_one_bad_profile_does_not_take_the_others_with_it() -> None:
    bad = _members(name="Bad", redirect_uris=["http://example.com/"])

    read = read_exported(_document(bad, _members(), 7), "profiles.json")

    assert [each.name for each in read.profiles] == ["Support desk"]
    assert [each.name for each in read.unusable] == ["Bad", ""]
    assert all(each.reason.endswith(".") for each in read.unusable)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not JSON"),
        (b"\xff", "is not UTF-8"),
        (b"[]", "is not a JSON object"),
        (b'{"profiles": {}}', "is no file with RingAuth's profiles"),
        (b'{"clientId": "a"}', "is no file with RingAuth's profiles"),
        (_document(format="har"), "is no file with RingAuth's profiles"),
        (b'{"profiles": []}', "does not say which version"),
        (_document(version=True), "does not say which version"),
        (_document(version=2), "was written by a newer RingAuth"),
        (_document(*[None] * (MOST_PROFILES + 1)), "5001 profiles; 5000 are"),
        (b'{"version": 1, "profiles": ["\\ud800"]}', "that cannot be written"),
        (b'{"version": 1, "profiles": [1e999]}', "that cannot be written"),
    ],
)
def test_any_other_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ProfileFileError, match=reason):
        read_exported(data, "profiles.json")


@given(json_values)
def test_junk_for_a_profile_is_told_and_nothing_else(junk: object) -> None:
    read = read_exported(_document(junk), "profiles.json")

    assert read.profiles == ()
    assert len(read.unusable) == 1


@given(st.sampled_from(sorted(_members())), json_values)
def test_a_junk_member_is_refused_or_harmless(name: str, junk: object) -> None:
    read = read_exported(_document(_members(**{name: junk})), "profiles.json")

    for profile in read.profiles:
        assert _read(exported_text([profile])) != ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda members: members.pop("client_id"),
        lambda members: members.update(client_secret=CANARY),
        lambda members: members.update(server="elsewhere"),
        lambda members: members.update(server="other"),
        lambda members: members.update(redirect_uris=[]),
    ],
)
def test_the_schema_refuses_what_is_refused_here(
    spoil: Callable[[dict[str, object]], object],
) -> None:
    members = _members()
    spoil(members)

    assert not VALIDATOR.is_valid(json.loads(_document(members)))


def test_other_files_hold_no_profiles() -> None:
    assert not holds_profiles(b"RC_APP_CLIENT_ID=a")
    assert not holds_profiles(b'{"profiles": 1}')


def test_thousand_profiles_are_read() -> None:
    many = [replace(SUPPORT, name=f"Profile {number}") for number in range(1000)]

    assert len(_read(exported_text(many))) == 1000

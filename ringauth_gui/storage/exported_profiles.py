"""Profiles as a file that goes from one computer to another, without any secret.

The format is told in docs/profiles.md, its schema is docs/profiles.schema.json.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ringauth_gui.errors import ConfigurationError, ProfileFileError
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_json import (
    profile_from_json,
    profile_to_json,
    secrets_in,
    without_secrets,
)

FORMAT = "ringauth-profiles"
VERSION = 1
MOST_PROFILES = 5000
LONGEST_TOLD = 60
_OF_THIS_COMPUTER = "id"  # names items in its keyring; the next one gives its own


@dataclass(frozen=True)
class UnusableProfile:
    """A profile of a file that cannot be taken over.

    Attributes:
        name: What the file calls it, cut where it is long; may be empty.
        reason: Why it cannot be used, a sentence.
    """

    name: str
    reason: str


@dataclass(frozen=True)
class ReadExport:
    """What a file with profiles holds.

    Attributes:
        profiles: Those that can be used, in their order, each with a new id.
        unusable: The others.
        secret_names: The members that look like secrets, which are left where they are.
        secrets: Their values, as far as they are texts; to be masked.
    """

    profiles: tuple[Profile, ...]
    unusable: tuple[UnusableProfile, ...] = ()
    secret_names: tuple[str, ...] = ()
    secrets: tuple[str, ...] = field(default=(), repr=False)


def exported_text(profiles: Iterable[Profile]) -> str:
    """Return the file's text; there is no secret in it."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "profiles": [_exported(profile) for profile in profiles],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def holds_profiles(untrusted: bytes) -> bool:
    """Return whether this is a file with profiles, and no other JSON."""
    try:
        return isinstance(json_object(untrusted).get("profiles"), list)
    except UnusableJson:
        return False


def read_exported(untrusted: bytes, name: str) -> ReadExport:
    """Return what the file called ``name`` holds; RingAuth's own profile file too.

    Raises:
        ProfileFileError: It is no such file.
    """
    try:
        members = json_object(untrusted)
        # Half a surrogate pair and 1e999 can be read but never written again.
        json.dumps(members, ensure_ascii=False, allow_nan=False).encode()
    except UnusableJson as error:
        raise ProfileFileError(f"{name} cannot be used: {error}.") from None
    except ValueError:
        reason = "it holds a value that cannot be written"
        raise ProfileFileError(f"{name} cannot be used: {reason}.") from None
    found = _profiles_of(members, name)
    told = tuple(secrets_in(members))
    usable, unusable = [], []
    for each in found:
        try:
            usable.append(_imported(each))
        except ConfigurationError as error:
            unusable.append(UnusableProfile(_name(each), error.reason))
    return ReadExport(
        tuple(usable),
        tuple(unusable),
        tuple(dict.fromkeys(plain(key, LONGEST_TOLD) for key, _ in told)),
        tuple(value for _, value in told if isinstance(value, str)),
    )


def _exported(profile: Profile) -> dict[str, object]:
    members = profile_to_json(profile)
    del members[_OF_THIS_COMPUTER]
    if profile.server is not ServerKind.OTHER:
        del members["server_url"]
    if profile.metadata is None:
        del members["endpoints"]
    known = {
        name: each for name, each in members.items() if name not in profile.unknown
    }
    return {**known, **without_secrets(profile.unknown)}


def _imported(untrusted: object) -> Profile:
    if not isinstance(untrusted, dict):
        return profile_from_json(untrusted)  # which says why not
    members = {**without_secrets(untrusted), _OF_THIS_COMPUTER: secrets.token_hex(8)}
    return profile_from_json(members)


def _profiles_of(members: Mapping[str, object], name: str) -> list[object]:
    found = members.get("profiles")
    if not isinstance(found, list) or members.get("format", FORMAT) != FORMAT:
        raise ProfileFileError(f"{name} is no file with RingAuth's profiles.")
    version = members.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ProfileFileError(f"{name} does not say which version it has.")
    if version > VERSION:
        raise ProfileFileError(f"{name} was written by a newer RingAuth.")
    if len(found) > MOST_PROFILES:
        raise ProfileFileError(
            f"{name} holds {len(found)} profiles; {MOST_PROFILES} are allowed."
        )
    return found


def _name(untrusted: object) -> str:
    name = untrusted.get("name") if isinstance(untrusted, dict) else None
    return plain(name, LONGEST_TOLD) if isinstance(name, str) else ""

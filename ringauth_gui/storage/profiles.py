"""The profile file: every profile that a person set up, without any secret."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringauth_gui.errors import ConfigurationError, ProfileFileError
from ringauth_gui.moment import Clock
from ringauth_gui.storage.json_file import JsonFile
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import (
    profile_from_json,
    profile_to_json,
    without_secrets,
)


@dataclass(frozen=True)
class LoadedProfiles:
    """What the profile file held.

    Attributes:
        profiles: Those that can be used, in their order.
        set_aside: Where the file, or a copy of it, is kept, when it was damaged.
        read_only: Whether the file must not be written by this version of RingAuth.
        problems: What was wrong with the file, a sentence each; to be shown.
    """

    profiles: tuple[Profile, ...]
    set_aside: Path | None = None
    read_only: bool = False
    problems: tuple[str, ...] = ()


class ProfileFile:
    """Reads and replaces the profile file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Take where the file is, and the clock for names of files set aside."""
        self._file = JsonFile(path, clock)
        self._unknown: Mapping[str, object] = {}

    def load(self) -> LoadedProfiles:
        """Return the profiles; what is wrong with the file is told, never raised."""
        loaded = self._file.load()
        members = without_secrets(loaded.members)
        problems = [loaded.problem] if loaded.problem is not None else []
        if members != loaded.members:
            problems.append(
                "The profile file holds secrets. They were not taken over and will not "
                "be written again; enter them in the Profile tab."
            )
        profiles, reasons = _profiles(members.get("profiles", []))
        self._unknown = {
            key: value for key, value in members.items() if key != "profiles"
        }
        aside = loaded.set_aside
        if reasons and not loaded.read_only:
            aside, outcome = self._without_bad(members, profiles)
            reasons.append(outcome)
        return LoadedProfiles(profiles, aside, loaded.read_only, (*problems, *reasons))

    def save(self, profiles: Sequence[Profile]) -> None:
        """Replace the file.

        Raises:
            ProfileFileError: It cannot be written, or must not be.
        """
        written = [profile_to_json(profile) for profile in profiles]
        self._file.save({**self._unknown, "profiles": written})

    def _without_bad(
        self, members: Mapping[str, object], profiles: Sequence[Profile]
    ) -> tuple[Path | None, str]:
        """Keep all of it under another name, and go on with what is good."""
        try:
            aside = self._file.keep_copy(members)
            self.save(profiles)
        except ProfileFileError as error:
            return None, str(error)
        return aside, f"What the file held is kept as {aside.name}."


def _profiles(found: object) -> tuple[tuple[Profile, ...], list[str]]:
    """Return the good profiles, and why the others are not."""
    if not isinstance(found, list):
        return (), ["The profile file holds no list of profiles."]
    profiles: dict[str, Profile] = {}
    reasons: list[str] = []
    for number, members in enumerate(found, start=1):
        try:
            profile = profile_from_json(members)
            _refuse_second(profile, profiles)
            profiles[profile.id] = profile
        except ConfigurationError as error:
            reasons.append(f"Profile {number} cannot be used: {error.reason}")
    return tuple(profiles.values()), reasons


def _refuse_second(profile: Profile, profiles: Mapping[str, Profile]) -> None:
    # Two with one id would share their secrets; two with one name, their looks.
    if profile.id in profiles:
        raise ConfigurationError("id", "Another profile has the same id.")
    if any(profile.name == each.name for each in profiles.values()):
        raise ConfigurationError("name", "Another profile has the same name.")

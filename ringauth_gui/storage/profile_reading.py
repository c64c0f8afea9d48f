"""What a profile file says, as far as it can be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import profile_from_json, without_secrets

_HOLDS_SECRETS = (
    "The profile file holds secrets. They were not taken over and will not be written "
    "again; enter them in the Profile tab."
)


@dataclass(frozen=True)
class ReadProfiles:
    """What the members of a profile file say.

    Attributes:
        profiles: Those that can be used, in their order.
        members: All of the file but secrets.
        notes: What is to be said of the whole file, a sentence each.
        reasons: Why something cannot be used, a sentence each.
    """

    profiles: tuple[Profile, ...]
    members: Mapping[str, object]
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def unknown(self) -> Mapping[str, object]:
        """The file's own members that this version does not know."""
        return {name: each for name, each in self.members.items() if name != "profiles"}


def read_profiles(
    untrusted: Mapping[str, object], known: Sequence[Profile] = ()
) -> ReadProfiles:
    """Read what a profile file holds; one bad profile does not take others with it.

    Args:
        untrusted: The file's members.
        known: What stands for profiles that cannot be used any more.
    """
    members = without_secrets(untrusted)
    notes = () if members == untrusted else (_HOLDS_SECRETS,)
    found = members.get("profiles", [])
    if not isinstance(found, list):
        reason = "The profile file holds no list of profiles."
        return ReadProfiles(tuple(known), members, notes, (reason,))
    profiles, reasons = _profiles(found, {profile.id: profile for profile in known})
    return ReadProfiles(profiles, members, notes, tuple(reasons))


def _profiles(
    found: Sequence[object], known: Mapping[str, Profile]
) -> tuple[tuple[Profile, ...], list[str]]:
    """Return the profiles, and why some could not be read."""
    profiles: dict[str, Profile] = {}
    names: set[str] = set()
    reasons: list[str] = []
    for number, members in enumerate(found, start=1):
        try:
            profile = profile_from_json(members)
            _refuse_second(profile, profiles, names)
        except ConfigurationError as error:
            reasons.append(f"Profile {number} cannot be used: {error.reason}")
            instead = known.get(_id(members))
            if instead is None or instead.id in profiles:
                continue
            profile = instead
        profiles[profile.id] = profile
        names.add(profile.name)
    return tuple(profiles.values()), reasons


def _id(members: object) -> str:
    return str(members.get("id")) if isinstance(members, dict) else ""


def _refuse_second(
    profile: Profile, profiles: Mapping[str, Profile], names: set[str]
) -> None:
    # Two with one id would share their secrets; two with one name, their looks.
    if profile.id in profiles:
        raise ConfigurationError("id", "Another profile has the same id.")
    if profile.name in names:
        raise ConfigurationError("name", "Another profile has the same name.")

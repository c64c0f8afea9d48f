"""Merges the profiles of two windows, so that nothing of either is lost silently."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import profile_from_json, profile_to_json
from ringauth_gui.storage.profile_names import free_name
from ringauth_gui.storage.three_way import merge_members, merge_order

# Which app at which server: half of one and half of another would be a third, which
# nobody entered (R8).
_APP = ("server", "server_url", "endpoints", "client_id")


class ClashKind(enum.Enum):
    """What two windows did to one profile that cannot both be."""

    EDITED_BOTH = enum.auto()
    DELETED_THERE = enum.auto()
    DELETED_HERE = enum.auto()
    NAMED_ALIKE = enum.auto()


@dataclass(frozen=True)
class Clash:
    """How a clash was decided.

    Attributes:
        kind: Edited on both sides: as here. Deleted on one side, edited on the other:
            it stays. Two profiles of one name: ours has a number behind it.
        name: The profile's name by now.
        members: Those that were edited on both sides.
    """

    kind: ClashKind
    name: str
    members: tuple[str, ...] = ()

    @property
    def loses_theirs(self) -> bool:
        """Whether something of the others is not in what was merged."""
        return self.kind is ClashKind.EDITED_BOTH


@dataclass(frozen=True)
class MergedProfiles:
    """The profiles with the changes of both sides, and what could not be both."""

    profiles: tuple[Profile, ...]
    clashes: tuple[Clash, ...] = ()


def merge_profiles(
    base: Sequence[Profile], ours: Sequence[Profile], theirs: Sequence[Profile]
) -> MergedProfiles:
    """Return the profiles with the changes of both sides.

    Args:
        base: What both sides began with.
        ours: What this window made of it.
        theirs: What others made of it.
    """
    sides = [_by_id(side) for side in (base, ours, theirs)]
    merged: dict[str, Profile] = {}
    clashes: list[Clash] = []
    for key in merge_order(*map(tuple, sides)):
        before, here, there = (side.get(key) for side in sides)
        profile, clash = _merged(before, here, there)
        clashes += [] if clash is None else [clash]
        if profile is not None:
            merged[key] = profile
    renamed = _with_own_names(merged, sides[2])
    clashes += [
        Clash(ClashKind.NAMED_ALIKE, renamed[key].name)
        for key in merged
        if renamed[key].name != merged[key].name
    ]
    return MergedProfiles(tuple(renamed.values()), tuple(clashes))


def _merged(
    base: Profile | None, ours: Profile | None, theirs: Profile | None
) -> tuple[Profile | None, Clash | None]:
    """Return what becomes of one profile, and how a clash was decided."""
    if ours is not None and theirs is not None:
        return _edited(base, ours, theirs)
    left = ours or theirs
    if left is None or left == base:  # deleted on the side that changed something
        return None, None
    if base is None:
        return left, None
    kind = ClashKind.DELETED_HERE if ours is None else ClashKind.DELETED_THERE
    return left, Clash(kind, left.name)


def _edited(
    base: Profile | None, ours: Profile, theirs: Profile
) -> tuple[Profile, Clash | None]:
    if ours in (base, theirs):
        return theirs, None
    if theirs == base:
        return ours, None
    was = {} if base is None else profile_to_json(base)
    merged = merge_members(was, profile_to_json(ours), profile_to_json(theirs), _APP)
    profile = profile_from_json(dict(merged.members))
    if not merged.clashes:
        return profile, None
    return profile, Clash(ClashKind.EDITED_BOTH, profile.name, merged.clashes)


def _with_own_names(
    merged: Mapping[str, Profile], theirs: Mapping[str, Profile]
) -> dict[str, Profile]:
    """Return the profiles so that no two look alike; what others have comes first."""

    def is_ours(key: str) -> bool:
        return key not in theirs or theirs[key].name != merged[key].name

    names: dict[str, str] = {}
    taken: set[str] = set()
    all_names = {profile.name for profile in merged.values()}
    for key in sorted(merged, key=is_ours):
        name = merged[key].name
        names[key] = free_name(name, taken | all_names) if name in taken else name
        taken.add(names[key])
    return {key: replace(each, name=names[key]) for key, each in merged.items()}


def _by_id(profiles: Sequence[Profile]) -> dict[str, Profile]:
    return {profile.id: profile for profile in profiles}

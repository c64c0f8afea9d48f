"""What an import of profiles would do, before it does it; no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ringauth_gui.ringcentral import servers
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_names import free_name


@dataclass(frozen=True)
class PlannedProfile:
    """A profile of the file, and what would become of it.

    Attributes:
        profile: As it would be kept, with its name and its id.
        note: What would happen, in words, and on which server it signs in.
        replaced: The profile whose place it would take; None for a new one.
        hosts: Where it sends what is confidential, but for RingCentral's hosts and
            this computer.
    """

    profile: Profile
    note: str
    replaced: Profile | None = None
    hosts: tuple[str, ...] = ()


def plan_import(
    found: Iterable[Profile], there: Sequence[Profile], *, replaces: bool
) -> tuple[PlannedProfile, ...]:
    """Return what becomes of each profile that was ``found``.

    Args:
        found: What the file holds, each with an id of its own.
        there: The profiles that there are.
        replaces: Whether one of a name that is there takes that one's place; else it
            gets a free name.
    """
    by_name = {profile.name.casefold(): profile for profile in there}
    names = {profile.name for profile in there}
    planned = []
    for profile in found:
        # Two names that differ in case only look like one in a list.
        same = by_name.pop(profile.name.casefold(), None) if replaces else None
        plan = _planned(profile, same, names)
        names.add(plan.profile.name)
        planned.append(plan)
    return tuple(planned)


def clashes(found: Iterable[Profile], there: Iterable[Profile]) -> int:
    """Return how many have a name that is there already."""
    names = {profile.name.casefold() for profile in there}
    return sum(profile.name.casefold() in names for profile in found)


def foreign_hosts(planned: Iterable[PlannedProfile]) -> tuple[str, ...]:
    """Return the hosts that have to be confirmed, each once."""
    return tuple(dict.fromkeys(host for each in planned for host in each.hosts))


def _planned(profile: Profile, same: Profile | None, names: set[str]) -> PlannedProfile:
    server, hosts = server_name(profile), _foreign_hosts(profile)
    if same is not None:
        kept = replace(profile, id=same.id)
        return PlannedProfile(kept, f"{server} · replaces yours", same, hosts)
    if profile.name.casefold() not in {name.casefold() for name in names}:
        return PlannedProfile(profile, f"{server} · new", hosts=hosts)
    free = free_name(profile.name, names)
    named = replace(profile, name=free)
    return PlannedProfile(named, f"{server} · new, as “{free}”", hosts=hosts)


def _foreign_hosts(profile: Profile) -> tuple[str, ...]:
    if profile.server is not ServerKind.OTHER:
        return ()
    known = profile.metadata
    urls = [profile.server_url, *(() if known is None else known.texts().values())]
    return servers.foreign_hosts(filter(None, urls))

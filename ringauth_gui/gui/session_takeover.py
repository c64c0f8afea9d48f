"""Makes the sessions what the profile file says that they are."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.three_way import merge_order

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session


def take_over(sessions: SessionList, profiles: Sequence[Profile]) -> None:
    """Show ``profiles`` as they were saved elsewhere; what only is here stays.

    Args:
        sessions: Those in the window.
        profiles: All that were saved, in their order.
    """
    for profile in profiles:
        session = sessions.get(profile.id)
        if session is None:
            sessions.insert(profile, len(sessions.sessions))
        elif session.state.profile != profile:
            session.take_over(profile)
    here = [each.id for each in sessions.profiles]
    order = merge_order(here, here, [profile.id for profile in profiles])
    if list(order) != here:
        sessions.arrange(order)


def let_go(
    sessions: SessionList,
    profile_ids: Sequence[str],
    may_go: "Callable[[Session], bool]",
) -> tuple[list[str], list[str]]:
    """Remove what was deleted elsewhere and nobody is at work in.

    Returns:
        The names of those that are gone, and the ids of the others.
    """
    names: list[str] = []
    held: list[str] = []
    for profile_id in profile_ids:
        session = sessions.get(profile_id)
        if session is None:
            continue
        if may_go(session):
            names.append(sessions.remove(profile_id).state.profile.name)
        else:
            held.append(profile_id)
    return names, held

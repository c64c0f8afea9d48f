"""Makes the sessions what the profile file says that they are."""

from collections.abc import Sequence

from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.three_way import merge_order


def take_over(sessions: SessionList, profiles: Sequence[Profile]) -> None:
    """Show ``profiles`` as they were saved elsewhere; what only is here stays.

    Args:
        sessions: Those in the window.
        profiles: All that were saved, in their order.
    """
    here = [each.id for each in sessions.profiles]
    for profile in profiles:
        session = sessions.get(profile.id)
        if session is not None and session.state.profile != profile:
            session.take_over(profile)
    new = [each for each in profiles if sessions.get(each.id) is None]
    order = merge_order(here, here, [profile.id for profile in profiles])
    if list(order) != here:
        sessions.arrange(order, new)

"""What the marks of all windows tell of a profile that was not opened yet; no Qt."""

from typing import TYPE_CHECKING

from ringauth_gui.caller import caller_of
from ringauth_gui.gui.auto_refresh import lead_of
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.moment import Moment

if TYPE_CHECKING:
    from ringauth_gui.storage.kept_mark import KeptMark


def last_seen(state: SessionState) -> "KeptMark | None":
    """Return the mark to go by; None where there is none, or the keyring was read.

    What was kept for another app or server says nothing of this one (R8).
    """
    mark = state.elsewhere.mark
    if state.opened or state.token is not None or mark is None:
        return None
    return mark if mark.app == caller_of(state.profile).digest else None


def is_refresh_due(state: SessionState, now: Moment) -> bool:
    """Return whether to open a profile for its token to be refreshed by itself."""
    mark = last_seen(state)
    if mark is None or mark.times is None or mark.times.refresh_issued is None:
        return False
    if not state.profile.auto_refresh or state.activity is not None:
        return False
    left = mark.times.access_remaining(now)
    is_over = mark.times.refresh_remaining(now) == 0
    return left is not None and left <= lead_of(mark.times.expires_in) and not is_over

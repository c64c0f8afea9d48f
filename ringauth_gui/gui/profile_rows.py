"""What the side list shows of each session; no Qt."""

import math
import re
from collections.abc import Mapping

from ringauth_gui.gui.busy_words import BUSY_WORDS
from ringauth_gui.gui.formatting import (
    LAST_TENTH,
    MINUTE,
    ago_text,
    clock_text,
    duration_text,
    level,
)
from ringauth_gui.gui.last_seen import last_seen
from ringauth_gui.gui.no_token import ELSEWHERE, NOT_KNOWN
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.kept_mark import Change

_ENDS: Mapping[Change, str] = {
    Change.REVOKED: "Revoked",
    Change.SIGNED_OUT: "Signed out",
    Change.FORGOTTEN: "Signed out",
    Change.OVER: "Signed out",
}

_ENDINGS = ("Revoked", ELSEWHERE, NOT_KNOWN)  # all others are told as signed out

SOON = 600.0  # seconds before the end, from which on each one counts everywhere
RING_STEPS = 120

# What a countdown is made of, which is another a second later.
_TIMES = re.compile(r"\d+ (d|h|min|s)\b")


def profile_row(
    state: SessionState,
    now: Moment,
    *,
    shows_busy: bool = True,
    has_news: bool = False,
    in_seconds: bool = True,
) -> ProfileRow:
    """Return the row of a session.

    Args:
        state: The session as it stands.
        now: This moment.
        shows_busy: Whether what runs is worth a word.
        has_news: Whether its message was not seen yet.
        in_seconds: Whether each second counts, more than ten minutes before the end.
    """
    token, seen = state.token, last_seen(state)
    times = token if seen is None else seen.times
    left = None if times is None else times.access_remaining(now)
    lifetime = None if times is None else times.expires_in
    busy = BUSY_WORDS.get(state.activity, "") if shows_busy else ""
    is_coarse = not in_seconds and left is not None and left >= SOON
    told = (busy, busy)
    if not busy:
        told = _status(state, left, now, is_coarse=is_coarse)
    status, spoken = told
    name = server_name(state.profile)
    return ProfileRow(
        id=state.profile.id,
        name=state.profile.name,
        server_label=f"{name} · JWT" if state.uses_jwt else name,
        status_text=status,
        accessible_status=spoken,
        fraction=_fraction(left, lifetime),
        level=level(left, lifetime),
        client_id=state.profile.client_id,
        status_words=_words(state, spoken),
        has_news=has_news,
        lasts=_lasts(left, lifetime, is_coarse=is_coarse),
    )


def _fraction(left: float | None, lifetime: float | None) -> float:
    """Return what is left, in steps as small as can be seen in a small ring."""
    if left is None or not lifetime:
        return 0.0
    return round(left / lifetime * RING_STEPS) / RING_STEPS


def _lasts(left: float | None, lifetime: float | None, *, is_coarse: bool) -> float:
    """Return for how many seconds a row stays as it is."""
    if left is None:
        return math.inf
    if not is_coarse:
        return 0.0
    warns_in = left - (lifetime or 0) * LAST_TENTH
    return min(left % MINUTE, warns_in if warns_in > 0 else MINUTE)


def _words(state: SessionState, spoken: str) -> str:
    """Return what a filter finds, without what changes from second to second."""
    words = _TIMES.sub("", spoken)
    return words if state.token is None else f"Signed in, {words}"


def _status(
    state: SessionState, left: float | None, now: Moment, *, is_coarse: bool
) -> tuple[str, str]:
    """Return the status as shown, and as spoken."""
    if not state.opened and state.token is None:
        return _status_as_last_seen(state, left, now, is_coarse=is_coarse)
    if state.token is None:
        told = (each for each in _ENDINGS if state.ended.startswith(each))
        return (next(told, "Signed out"),) * 2
    if left is None:
        return ("End unknown",) * 2
    if left < 1:
        token = state.token
        return (_expired(token.issued, token.expires_in, now),) * 2
    return _left(left - left % MINUTE if is_coarse else left, is_coarse=is_coarse)


def _status_as_last_seen(
    state: SessionState, left: float | None, now: Moment, *, is_coarse: bool
) -> tuple[str, str]:
    """Return what the marks of all windows tell, before the keyring was read.

    They tell when a token ends at the latest, and not that it has not ended before.
    """
    if state.activity is not None:
        # While it is read there is nothing to say that may be wrong in a moment.
        return ("",) * 2
    mark = last_seen(state)
    if mark is None or (mark.times is None and mark.change not in _ENDS):
        return ("Not opened yet",) * 2
    if mark.times is None:
        return _ENDS[mark.change], f"{_ENDS[mark.change]}, as last seen"
    if left is None:
        return "End unknown", "End unknown, as last seen"
    if left < 1:
        return (_expired(mark.times.issued, mark.times.expires_in, now),) * 2
    # Rounded up, because it is the most.
    most = math.ceil(left / MINUTE) * MINUTE if is_coarse else left
    status, spoken = _left(most, is_coarse=is_coarse)
    return f"at most {status}", f"at most {spoken}, as last seen"


def _left(left: float, *, is_coarse: bool) -> tuple[str, str]:
    """Return what is left, as shown, and as spoken."""
    spoken = f"{duration_text(left)} left"
    return spoken if is_coarse else f"{clock_text(left)} left", spoken


def _expired(issued: Moment, lifetime: int | None, now: Moment) -> str:
    seconds = now.wall - issued.wall - (lifetime or 0)
    return f"Expired {ago_text(max(0.0, seconds))}"

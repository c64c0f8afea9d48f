"""One rule for time: how much of a lifetime is left (threat model R19)."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ringauth_gui.clock_difference import ClockDifference

CLOCK_TOLERANCE = 5.0  # seconds that a stored time may lie ahead without being absurd
LAST_SECOND = 253_402_300_799.0  # of the year 9999, the last that dates can show


@dataclass(frozen=True)
class Moment:
    """A point in time on two clocks, and what was known then of the server's.

    Attributes:
        wall: Seconds since the epoch.
        monotonic: Seconds on a clock that nobody can set, which counts a machine's
            sleep where the system has one that does; None once restored from storage,
            since that clock does not outlive the computer's run.
        ahead: How far the server's clock was ahead of the wall clock then; None where
            nobody had compared them.
        is_anchored: Whether the monotonic time was worked out from the wall clock.
    """

    wall: float
    monotonic: float | None = None
    ahead: ClockDifference | None = field(default=None, compare=False)
    is_anchored: bool = field(default=False, compare=False)


Clock = Callable[[], Moment]


def system_clock() -> Moment:
    """Return now, on both clocks."""
    # Linux' ordinary monotonic clock stops while the machine sleeps.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return Moment(time.time(), time.clock_gettime(time.CLOCK_BOOTTIME))
    return Moment(time.time(), time.monotonic())


def anchored(since: Moment, now: Moment) -> Moment:
    """Return a restored ``since`` on this process's monotonic clock too.

    From here on a wall clock set back cannot lengthen what is left. A time that lies
    ahead of ``now`` is not to be trusted and stays as it is.
    """
    age = now.wall - since.wall
    if since.monotonic is not None or now.monotonic is None or age < -CLOCK_TOLERANCE:
        return since
    return replace(since, monotonic=now.monotonic - max(0.0, age), is_anchored=True)


def elapsed(since: Moment, now: Moment) -> float | None:
    """Return the seconds since then, None where the clocks make no sense of it.

    The larger of what the two clocks say: a wall clock set back is outvoted by the
    monotonic one, and a machine's sleep, where the monotonic clock does not count it,
    by the wall clock.
    """
    on_wall = now.wall - since.wall
    if since.monotonic is not None and now.monotonic is not None:
        return max(0.0, on_wall, now.monotonic - since.monotonic)
    return None if on_wall < -CLOCK_TOLERANCE else max(0.0, on_wall)


def wall_jump(since: Moment, now: Moment) -> float:
    """Return the seconds that the wall clock went further than the monotonic one.

    Below zero it was set back; above, it was set forward, or the machine slept. 0 where
    nobody can tell.
    """
    if since.monotonic is None or now.monotonic is None:
        return 0.0
    return now.wall - since.wall - (now.monotonic - since.monotonic)


def remaining(lifetime: float | None, since: Moment, now: Moment) -> float | None:
    """Return the seconds left of ``lifetime``, or None where that is unknown.

    Never below zero, never optimistic: counted from the sending of the request.
    """
    passed = elapsed(since, now)
    if lifetime is None or passed is None:
        return None
    return max(0.0, lifetime - passed)


def compared(since: Moment, now: Moment) -> Moment:
    """Return ``since`` as the server's clock tells it, where ours was changed.

    Both moments know how far the server's clock was ahead of the wall clock: where that
    has changed, so has the wall clock, and the age is what the server's clock says, at
    the most. As long as both clocks can be right nothing is touched, nor is anything
    ever that this process counted on two clocks that agree.
    """
    if since.ahead is None or now.ahead is None or not now.ahead.is_steady:
        return since
    is_ours = since.monotonic is not None and not since.is_anchored
    if is_ours and abs(wall_jump(since, now)) <= CLOCK_TOLERANCE:
        return since
    on_wall, passed = now.wall - since.wall, elapsed(since, now)
    least = on_wall + now.ahead.least - since.ahead.most
    most = max(0.0, on_wall + now.ahead.most - since.ahead.least)
    if passed is not None and least <= passed <= most:
        return since
    wall, monotonic = now.wall - most, since.monotonic
    # What this process counted itself is a floor: no server can make a token younger.
    if not is_ours and now.monotonic is not None:
        monotonic = now.monotonic - most
    ahead = since.ahead.shifted(since.wall - wall)
    return Moment(wall, monotonic, ahead, is_anchored=not is_ours)

"""One rule for time: how much of a lifetime is left (threat model R19)."""

import time
from collections.abc import Callable
from dataclasses import dataclass

CLOCK_TOLERANCE = 5.0  # seconds that a stored time may lie ahead without being absurd


@dataclass(frozen=True)
class Moment:
    """A point in time on two clocks.

    Attributes:
        wall: Seconds since the epoch.
        monotonic: Seconds on this process's monotonic clock; None once restored
            from storage, since that clock does not outlive the process.
    """

    wall: float
    monotonic: float | None = None


Clock = Callable[[], Moment]


def system_clock() -> Moment:
    """Return now, on both clocks."""
    return Moment(time.time(), time.monotonic())


def anchored(since: Moment, now: Moment) -> Moment:
    """Return a restored ``since`` on this process's monotonic clock too.

    From here on a wall clock set back cannot lengthen what is left. A time that lies
    ahead of ``now`` is not to be trusted and stays as it is.
    """
    age = now.wall - since.wall
    if since.monotonic is not None or now.monotonic is None or age < -CLOCK_TOLERANCE:
        return since
    return Moment(since.wall, now.monotonic - max(0.0, age))


def remaining(lifetime: float | None, since: Moment, now: Moment) -> float | None:
    """Return the seconds left of ``lifetime``, or None where that is unknown.

    The smaller of what the two clocks say, never below zero, never optimistic: a wall
    clock set back is outvoted by the monotonic one, and a machine's sleep, which the
    monotonic clock does not count, by the wall clock.
    """
    if lifetime is None:
        return None
    elapsed = now.wall - since.wall
    if since.monotonic is not None and now.monotonic is not None:
        elapsed = max(elapsed, now.monotonic - since.monotonic)
    elif elapsed < -CLOCK_TOLERANCE:
        return None
    return max(0.0, lifetime - max(0.0, elapsed))

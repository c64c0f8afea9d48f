"""What is said of the authentication calls that are left; no Qt."""

import math
from dataclasses import dataclass

from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.rate_budget import Purpose, RateBudget, Span, Told

_WHY = {
    Purpose.SIGN_IN: "A sign-in takes two calls, and the last of {limit} a minute is "
    "kept for Revoke: wait {wait}.",
    Purpose.ORDINARY: "The last of {limit} calls a minute is kept for Revoke: "
    "wait {wait}.",
    Purpose.LAST: "All {limit} calls of this minute are used: wait {wait}.",
}


@dataclass(frozen=True)
class CallsShown:
    """What the meter shows.

    Attributes:
        left: The calls that are left, as pips.
        limit: All pips; 0 where the server is not known to limit calls.
        is_paused: Whether the server's penalty lasts.
        text: The sentence beside the pips.
        told: What the server said itself; empty when it said nothing of late.
        full: Everything, for the tooltip and for screen readers.
    """

    left: int
    limit: int
    is_paused: bool
    text: str
    told: str
    full: str


def why_wait(
    budget: RateBudget, purpose: Purpose, now: Moment, *, is_counted: bool
) -> str | None:
    """Return why a call for ``purpose`` has to wait, and how long; None if it may."""
    pause = budget.pause_left(now)
    if pause > 0:
        return f"The server asked for a pause: wait {wait_text(pause)}."
    wait = budget.wait(purpose, now) if is_counted else 0.0
    if wait <= 0:
        return None
    return _WHY[purpose].format(limit=budget.limit, wait=wait_text(wait))


def calls_shown(budget: RateBudget, now: Moment, *, is_counted: bool) -> CallsShown:
    """Return what the meter shows ``now``."""
    pause = budget.pause_left(now)
    limit = budget.limit if is_counted else 0
    left = budget.left(now) if is_counted and not pause else 0
    told = "" if budget.told is None or pause else _told_text(budget.told, now)
    if pause > 0:
        text = f"Pause: {wait_text(pause)}. Every early call would start it again."
    elif is_counted:
        text = f"{left} of {limit} calls left this minute"
    else:
        text = "This server names no limit of calls."
    parts = [text.removesuffix("."), told, _rule(budget, now) if limit else ""]
    return CallsShown(
        left, limit, pause > 0, text, told, f"{'. '.join(filter(None, parts))}."
    )


def status_calls_text(
    budget: RateBudget, now: Moment, *, is_counted: bool
) -> str | None:
    """Return what the status line says of calls; None when there is nothing to say."""
    pause = budget.pause_left(now)
    if pause > 0:
        return f"Calls: pause, {wait_text(pause)}"
    return f"Calls: {budget.left(now)} of {budget.limit} left" if is_counted else None


def wait_text(seconds: float) -> str:
    """Return a wait in words, rounded up: who waits that long has waited enough."""
    return duration_text(math.ceil(seconds))


def _rule(budget: RateBudget, now: Moment) -> str:
    """Return for what the calls that are left may be used."""
    wait = budget.wait(Purpose.ORDINARY, now)
    if wait <= 0 or budget.pause_left(now) > 0:
        return "The last one is kept for Revoke"
    return f"The last one is kept for Revoke; the next comes in {wait_text(wait)}"


def _told_text(told: Told, now: Moment) -> str:
    if not Span(told.at, told.window).left(now):
        return ""
    return (
        f"server says: {told.group}, {told.remaining} of {told.limit} left "
        f"in {told.window:.0f} s"
    )

"""Five authentication calls a minute, the last kept back for Revoke (reference 8.1)."""

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ringauth_gui.moment import CLOCK_TOLERANCE, Moment

LIMIT, WINDOW = 5, 60.0  # calls, and the seconds in which they are counted


class Purpose(enum.Enum):
    """What a call is for; the value is how many calls must be left for it."""

    SIGN_IN = 3  # the browser's request, the exchange, and the one kept for Revoke
    ORDINARY = 2  # itself, and the one kept for Revoke
    LAST = 1  # Revoke, and the exchange of a code that would be lost otherwise


@dataclass(frozen=True)
class Span:
    """A length of time that several processes see end at the same moment.

    Attributes:
        since: When it began.
        seconds: How long it lasts.
    """

    since: Moment
    seconds: float

    def left(self, now: Moment) -> float:
        """Return the seconds that are left, from 0 to all of them.

        Counted on the monotonic clock, which all processes share until the computer
        is started anew; that is seen by its standing before ``since``. Where by then
        the wall clock does too, neither would ever count down: the span is over.
        """
        elapsed = now.wall - self.since.wall
        if self.since.monotonic is not None and now.monotonic is not None:
            on_monotonic = now.monotonic - self.since.monotonic
            elapsed = on_monotonic if on_monotonic >= 0 else elapsed
        if elapsed < -CLOCK_TOLERANCE:
            return 0.0
        return max(0.0, self.seconds - max(0.0, elapsed))


@dataclass(frozen=True)
class Told:
    """What a server told of its limit with an answer (reference 8.2).

    Attributes:
        at: When the answer came.
        group: The server's name for the group of calls, such as ``auth``.
        limit: Calls in a window.
        remaining: Calls that were left.
        window: The window in seconds.
        others: Calls that it counted and this program did not make.
    """

    at: Moment
    group: str
    limit: int
    remaining: int
    window: float
    others: int = 0


@dataclass(frozen=True)
class RateBudget:
    """What this program knows of the calls of one client ID at one server.

    Attributes:
        calls: How long each call counts, by an ID of its own.
        told: What the server told last.
        pause: The penalty, in which each call would start it anew.
    """

    calls: Mapping[str, Span] = field(default_factory=dict)
    told: Told | None = None
    pause: Span | None = None

    @property
    def limit(self) -> int:
        """The calls in a window; a larger limit of the server's is not used."""
        return LIMIT if self.told is None else min(LIMIT, self.told.limit)

    @property
    def window(self) -> float:
        """The seconds that a call counts for; a shorter window is not trusted."""
        return WINDOW if self.told is None else max(WINDOW, self.told.window)

    def left(self, now: Moment) -> int:
        """Return how many calls are left in this window."""
        return max(0, self.limit - len(self._ends(now)))

    def pause_left(self, now: Moment) -> float:
        """Return the seconds that are left of the penalty."""
        return 0.0 if self.pause is None else self.pause.left(now)

    def wait(self, purpose: Purpose, now: Moment) -> float:
        """Return the seconds to wait before a call for ``purpose``; 0 when it may."""
        ends = self._ends(now)
        allowed = self.limit - min(purpose.value, self.limit)
        until_room = ends[len(ends) - allowed - 1] if len(ends) > allowed else 0.0
        return max(until_room, self.pause_left(now))

    def started(self, call: str, now: Moment, seconds: float) -> "RateBudget":
        """Return the budget with a call that may take ``seconds`` to be counted."""
        going = {key: span for key, span in self.calls.items() if span.left(now)}
        return replace(self, calls={**going, call: Span(now, self.window + seconds)})

    def ended(self, call: str, now: Moment) -> "RateBudget":
        """Return the budget with a call that the server has counted by ``now``."""
        return replace(self, calls={**self.calls, call: Span(now, self.window)})

    def unsent(self, call: str) -> "RateBudget":
        """Return the budget without a call that never reached the server."""
        calls = {key: span for key, span in self.calls.items() if key != call}
        return replace(self, calls=calls)

    def hearing(self, told: Told) -> "RateBudget":
        """Return the budget as it is after the server told of its limit.

        Calls that another program made with the same client ID count for a window
        from now, since nobody knows when they were made.
        """
        own = sum(1 for span in self.calls.values() if span.left(told.at))
        others = max(0, told.limit - told.remaining - own)
        return replace(self, told=replace(told, others=others))

    def only(self, calls: Collection[str]) -> "RateBudget":
        """Return the budget with none but ``calls``; all that servers told stays."""
        kept = {key: span for key, span in self.calls.items() if key in calls}
        return replace(self, calls=kept)

    def pausing(self, seconds: float, now: Moment) -> "RateBudget":
        """Return the budget with a penalty that begins ``now``."""
        return replace(self, pause=Span(now, seconds))

    def merged(self, other: "RateBudget", now: Moment) -> "RateBudget":
        """Return what is known when ``other`` is known too; its own calls count."""
        budgets = (self, other)
        told = [each.told for each in budgets if each.told is not None]
        pauses = [each.pause for each in budgets if each.pause is not None]
        return RateBudget(
            calls={**self.calls, **other.calls},
            told=max(told, key=lambda each: each.at.wall, default=None),
            pause=max(pauses, key=lambda each: each.left(now), default=None),
        )

    def _ends(self, now: Moment) -> list[float]:
        """Return in how many seconds each counted call is forgotten, soonest first."""
        spans = list(self.calls.values())
        if self.told is not None:
            # More than are allowed change nothing: they end at the same moment.
            others = min(self.told.others, LIMIT)
            spans += [Span(self.told.at, self.window)] * others
        return sorted(left for span in spans if (left := span.left(now)) > 0)


UNUSED = RateBudget()

"""How many calls a minute are allowed, and the penalty for more."""

import enum
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.settings import Settings


class Group(enum.Enum):
    """RingCentral's usage plan groups that the practice server has calls of."""

    AUTH = "auth"
    LIGHT = "light"
    MEDIUM = "medium"


@dataclass(frozen=True)
class Allowance:
    """What is left of a limit after a call.

    Attributes:
        group: The group that the call was counted in.
        limit: Calls in one window.
        remaining: Calls left in the window.
        window: The length of the window in seconds.
        retry_after: Seconds to wait; None when the call is allowed.
    """

    group: Group
    limit: int
    remaining: int
    window: int
    retry_after: int | None

    @property
    def headers(self) -> dict[str, str]:
        """RingCentral's headers that tell this."""
        headers = {
            "X-Rate-Limit-Group": self.group.value,
            "X-Rate-Limit-Limit": str(self.limit),
            "X-Rate-Limit-Remaining": str(self.remaining),
            "X-Rate-Limit-Window": str(self.window),
        }
        if self.retry_after is not None:
            headers["Retry-After"] = str(self.retry_after)
        return headers


@dataclass
class _Count:
    calls: deque[float] = field(default_factory=deque)
    penalty_until: float = float("-inf")


class RateLimits:
    """Counts calls in sliding windows, by group and by who calls."""

    def __init__(self, behaviour: Behaviour, clock: Callable[[], float]) -> None:
        self._behaviour = behaviour
        self._clock = clock
        self._counts: dict[tuple[Group, str], _Count] = {}
        self._lock = threading.Lock()

    @property
    def _settings(self) -> Settings:
        return self._behaviour.settings

    def count(self, group: Group, caller: str) -> Allowance:
        """Count one call; a call inside the penalty starts the penalty anew."""
        limit = self._limit(group)
        with self._lock:
            now = self._clock()
            self._forget_what_is_over(now)
            count = self._counts.setdefault((group, caller), _Count())
            if now < count.penalty_until or len(count.calls) >= limit:
                count.penalty_until = now + self._settings.penalty
                return self._allowance(group, 0, self._settings.penalty)
            count.calls.append(now)
            return self._allowance(group, limit - len(count.calls), None)

    def start_penalty(self, caller: str, group: Group = Group.AUTH) -> None:
        """Refuse the caller from now on, as after one call too many."""
        with self._lock:
            count = self._counts.setdefault((group, caller), _Count())
            count.penalty_until = self._clock() + self._settings.penalty

    def reset(self) -> None:
        """Forget all calls and penalties."""
        with self._lock:
            self._counts.clear()

    def _limit(self, group: Group) -> int:
        settings = self._settings
        return {
            Group.AUTH: settings.auth_limit,
            Group.LIGHT: settings.light_limit,
            Group.MEDIUM: settings.medium_limit,
        }[group]

    def _allowance(
        self, group: Group, remaining: int, retry_after: int | None
    ) -> Allowance:
        window = self._settings.limit_window
        return Allowance(group, self._limit(group), remaining, window, retry_after)

    def _forget_what_is_over(self, now: float) -> None:
        """Drop old calls, and callers without any: client IDs can be made up."""
        for caller, count in list(self._counts.items()):
            while count.calls and count.calls[0] <= now - self._settings.limit_window:
                count.calls.popleft()
            if not count.calls and count.penalty_until <= now:
                del self._counts[caller]

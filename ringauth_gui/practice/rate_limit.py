"""How many calls a minute are allowed, and the penalty for more."""

import enum
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.choices import RetryAfter
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
        headers: What the answer says of it.
    """

    group: Group
    limit: int
    remaining: int
    window: int
    retry_after: int | None
    headers: dict[str, str]


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
        """Refuse the caller from now on, as after one call too many.

        Args:
            caller: Who is counted: a client ID, unless the settings count otherwise.
            group: In which group.
        """
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
        limit, window = self._limit(group), self._settings.limit_window
        headers: dict[str, str] = {}
        if self._settings.rate_limit_headers:
            headers = {
                "X-Rate-Limit-Group": group.value,
                "X-Rate-Limit-Limit": str(limit),
                "X-Rate-Limit-Remaining": str(remaining),
                "X-Rate-Limit-Window": str(window),
            }
        if retry_after is not None:
            headers |= self._retry_after(retry_after)
        return Allowance(group, limit, remaining, window, retry_after, headers)

    def _retry_after(self, seconds: int) -> dict[str, str]:
        """The header in the form that the settings want (RFC 9110 section 10.2.3)."""
        form = self._settings.retry_after
        if form is RetryAfter.ABSENT:
            return {}
        if form is RetryAfter.DATE:
            return {"Retry-After": formatdate(self._clock() + seconds, usegmt=True)}
        return {"Retry-After": str(seconds)}

    def _forget_what_is_over(self, now: float) -> None:
        """Drop old calls, and callers without any: client IDs can be made up."""
        for caller, count in list(self._counts.items()):
            while count.calls and count.calls[0] <= now - self._settings.limit_window:
                count.calls.popleft()
            if not count.calls and count.penalty_until <= now:
                del self._counts[caller]

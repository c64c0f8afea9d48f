"""Any order of calls and waiting."""

from collections import defaultdict

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.rate_limit import Group, RateLimits
from tests.practice.fake_clock import FakeClock

LIMITS = {Group.AUTH: 5, Group.LIGHT: 50, Group.MEDIUM: 40}
CALLERS = st.sampled_from(["one app", "another app"])
Key = tuple[Group, str]


class LimitsMachine(RuleBasedStateMachine):
    """Compares the limits with every call that was ever made (reference 8.1)."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.limits = RateLimits(Behaviour(), self.clock)
        self.allowed: dict[Key, list[float]] = defaultdict(list)
        self.refused: dict[Key, list[float]] = defaultdict(list)

    @rule(seconds=st.sampled_from([0.5, 1, 10, 29, 30, 59, 60, 61]))
    def wait(self, seconds: float) -> None:
        self.clock.pass_seconds(seconds)

    @rule(group=st.sampled_from(Group), caller=CALLERS, times=st.integers(1, 12))
    def call(self, group: Group, caller: str, times: int) -> None:
        for _ in range(times):
            self._call(group, caller)

    @rule(caller=CALLERS)
    def start_penalty(self, caller: str) -> None:
        self.limits.start_penalty(caller)
        self.refused[Group.AUTH, caller].append(self.clock.now)

    @rule()
    def reset(self) -> None:
        self.limits.reset()
        self.allowed.clear()
        self.refused.clear()

    def _call(self, group: Group, caller: str) -> None:
        now, key = self.clock.now, (group, caller)
        in_penalty = any(now < one + 60 for one in self.refused[key])
        in_window = [one for one in self.allowed[key] if one > now - 60]

        allowance = self.limits.count(group, caller)

        if in_penalty or len(in_window) >= LIMITS[group]:
            assert allowance.retry_after == 60
            assert allowance.remaining == 0
            assert allowance.headers["Retry-After"] == "60"
            self.refused[key].append(now)
        else:
            assert allowance.retry_after is None
            assert allowance.remaining == LIMITS[group] - len(in_window) - 1
            assert "Retry-After" not in allowance.headers
            self.allowed[key].append(now)


LimitsMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
test_any_order_of_calls_follows_the_limits = LimitsMachine.TestCase

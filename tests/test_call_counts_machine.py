"""Any order of calls in two windows, against the practice server's limit."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from typing_extensions import override

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller
from ringauth_gui.errors import MustWait
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.rate_limit import Group, RateLimits
from ringauth_gui.ringcentral.rate_budget import Purpose
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response

CALLER = Caller("client-1", "practice", is_counted=True)
SECONDS = 30.0  # that a call may take
WINDOWS = st.integers(0, 1)


class CallMachine(RuleBasedStateMachine):
    """Two windows that obey the count, and another program that may not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock()
        self.server = RateLimits(Behaviour(), lambda: self.clock().monotonic or 0.0)
        self.windows = [self._window(), self._window()]
        self.flights: list[tuple[int, str, float]] = []
        self.stranger_called = False

    @override
    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(window=WINDOWS, purpose=st.sampled_from(Purpose))
    def start(self, window: int, purpose: Purpose) -> None:
        known = self.windows[window].look(CALLER)
        wait = known.wait(purpose, self.clock())

        started = self._start(window, purpose)

        assert started == wait or isinstance(started, str)
        assert isinstance(started, str) is (wait == 0)
        if isinstance(started, str):
            deadline = (self.clock().monotonic or 0) + SECONDS
            self.flights.append((window, started, deadline))

    @precondition(lambda self: self.flights)
    @rule(at=st.integers(0, 9), is_lost=st.booleans())
    def arrive(self, at: int, is_lost: bool) -> None:
        window, call, _ = self.flights.pop(at % len(self.flights))
        allowance = self.server.count(Group.AUTH, "client-1")
        assert self.stranger_called or allowance.retry_after is None
        headers = {name.lower(): text for name, text in allowance.headers.items()}
        status = 200 if allowance.retry_after is None else 429
        answer = None if is_lost else response(status=status, headers=headers)
        self.windows[window].end(CALLER, call, answer)

    @rule(seconds=st.sampled_from([0.5, 5, 20, 29.5, 60, 90]))
    def wait(self, seconds: float) -> None:
        latest = min((deadline for *_, deadline in self.flights), default=None)
        if latest is not None:
            seconds = min(seconds, latest - (self.clock().monotonic or 0))
        self.clock.advance(seconds)

    @rule(seconds=st.sampled_from([-7200.0, 7200.0, -1.0]))
    def set_the_wall_clock(self, seconds: float) -> None:
        self.clock.jump_wall(seconds)

    @rule(window=WINDOWS)
    def restart(self, window: int) -> None:
        """Kill a window: its calls still arrive, and nobody reads the answers."""
        for each in [flight for flight in self.flights if flight[0] == window]:
            self.flights.remove(each)
            self.server.count(Group.AUTH, "client-1")
        self.windows[window] = self._window()

    def _start(self, window: int, purpose: Purpose) -> str | float:
        """Return the call's ID, or how long it has to wait."""
        try:
            return self.windows[window].start(CALLER, purpose, SECONDS)
        except MustWait as early:
            return early.seconds

    def _window(self) -> CallCounts:
        return CallCounts(Path(self.folder.name), self.clock)


class PenaltyMachine(CallMachine):
    """The same, with a penalty that a stranger with the same client ID brought."""

    @rule()
    def a_stranger_calls(self) -> None:
        self.stranger_called = True
        self.server.count(Group.AUTH, "client-1")

    @rule(window=WINDOWS)
    def be_refused(self, window: int) -> None:
        """Whoever was told of the penalty sends nothing until it is over."""
        call = self._start(window, Purpose.LAST)
        if not isinstance(call, str):
            return
        limit = response(status=429, headers={"retry-after": "60"})
        self.windows[window].end(CALLER, call, limit)

        waits = [self._start(each, purpose) for each in (0, 1) for purpose in Purpose]

        assert all(isinstance(wait, float) and wait >= 60.0 for wait in waits)


CallMachine.TestCase.settings = PenaltyMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None
)
test_who_obeys_the_count_is_never_refused = CallMachine.TestCase
test_inside_a_penalty_nothing_is_sent = PenaltyMachine.TestCase

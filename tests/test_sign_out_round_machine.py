"""Whatever fails, is cancelled or comes between: nothing is claimed that is not so."""

import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)
from typing_extensions import override

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import caller_of
from ringauth_gui.errors import (
    MustWait,
    NetworkError,
    OperationCancelled,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.rate_limit import Group, RateLimits
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.sign_out_round import SignOutRound
from ringauth_gui.sign_out_turn import Held, Reading, Stage, TurnEnd
from ringauth_gui.storage.profile import Profile
from tests.fakes.core import Core, FakeKeyring, new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response

APPS = ("client-1", "client-2")
PROFILES = 14  # seven for each app, which is more than a minute allows
WAYS = st.sampled_from(["heard", "refused", "broken", "unsent", "unanswered"])


@dataclass
class LimitedServer:
    """Revokes, counts as the practice server does, and loses what it is told to.

    Attributes:
        way: What becomes of the next revocation.
        tried: Every token whose revocation was begun.
        dead: Every token that is revoked.
        over_limit: How many calls came too many.
    """

    clock: FixedClock
    way: str = "heard"
    tried: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    over_limit: int = 0

    def __post_init__(self) -> None:
        self.limits = RateLimits(Behaviour(), lambda: self.clock().monotonic or 0.0)

    def __call__(
        self, request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        if request.form is None:
            token = request.headers["Authorization"].removeprefix("Bearer access-")
            status = 401 if f"refresh-{token}" in self.dead else 200
            return response({"id": 1}, status, sent=self.clock())
        way, self.way = self.way, "heard"
        if cancel is not None and cancel.is_set():
            way = "unanswered"
        return self._revoke(request.form["token"], request.form["client_id"], way)

    def _revoke(self, token: str, client_id: str, way: str) -> HttpResponse:
        self.tried.add(token)
        if way == "unsent":
            raise NetworkError("practice", "it refused the connection")
        allowance = self.limits.count(Group.AUTH, client_id)
        headers = {name.lower(): text for name, text in allowance.headers.items()}
        if allowance.retry_after is not None:
            self.over_limit += 1
            return response(b"", 429, headers, self.clock())
        if way in {"refused", "broken"}:
            return response(b"", 400 if way == "refused" else 500, headers)
        self.dead.add(token)
        if way == "unanswered":
            raise OperationCancelled
        return response(b"", 200, headers, self.clock())


class RealDoor:
    """A session on the real use cases; what it starts ends when the test says so."""

    def __init__(self, profile: Profile, core: Core) -> None:
        self.profile = profile
        self.core = core
        self.token: Token | None = None
        self.job: Callable[[], None] | None = None
        self.cancelled = threading.Event()

    def held(self) -> Held:
        if self.job is not None:
            return Held.BUSY
        return Held.NO_TOKEN if self.token is None else Held.TOKEN

    def read(self, end: Callable[[Reading], None]) -> None:
        def work() -> None:
            try:
                self.token = self.core.authorizer.restore(self.profile)
            except TokenStoreError as error:
                end(Reading(error))
            else:
                end(Reading())

        self.job = work

    def sign_out(self, *, is_last_try: bool, end: Callable[[TurnEnd], None]) -> None:
        token = self.token
        assert token is not None
        self.cancelled = threading.Event()

        def work() -> None:
            try:
                revoked = self.core.authorizer.revocation.sign_out_in_turn(
                    self.profile, token, self.cancelled, is_last_try=is_last_try
                )
            except RingAuthError as error:
                end(error)
            else:
                self.token = None
                end(revoked)

        self.job = work

    def cancel(self) -> None:
        self.cancelled.set()

    def run(self) -> None:
        """Let what was started end."""
        if self.job is not None:
            self.job()
            self.job = None


class RoundMachine(RuleBasedStateMachine):
    """Profiles of two apps, one without a token, and another window's calls."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock()
        self.server = LimitedServer(self.clock)
        self.keyring = FakeKeyring()
        core = Core(
            "http://127.0.0.1:9",
            lambda _address: False,
            Path(self.folder.name),
            self.keyring,
            clock=self.clock,
            send=self.server,
        )
        self.vault = core.vault
        self.doors = [_door(number, core) for number in range(PROFILES)]
        for door in self.doors[1:]:
            self.vault.save_token(door.profile, _token(door.profile))
        counts = core.authorizer.clients.counts
        self.other_window = CallCounts(Path(self.folder.name), self.clock)
        self.round = SignOutRound(
            self.doors, lambda profile: counts.known(caller_of(profile)), self.clock
        )
        self.stranger_called = False

    @override
    def teardown(self) -> None:
        self.folder.cleanup()

    @property
    def busy(self) -> list[RealDoor]:
        """The sessions in which something runs."""
        return [door for door in self.doors if door.job is not None]

    @rule()
    def advance(self) -> None:
        self.round.advance()

    @precondition(lambda self: self.busy)
    @rule(at=st.integers(0, 9), way=WAYS)
    def end(self, at: int, way: str) -> None:
        self.server.way = way
        self.busy[at % len(self.busy)].run()
        self.round.advance()

    @rule()
    def stop(self) -> None:
        self.round.stop()

    @rule()
    def go_on(self) -> None:
        if self.round.can_go_on:
            self.round.go_on()

    @rule(seconds=st.sampled_from([1, 20, 60, 90]))
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule(failing=st.sets(st.sampled_from(["load", "delete"])))
    def let_the_keyring_fail(self, failing: set[str]) -> None:
        self.keyring.failing = failing

    @rule(app=st.sampled_from(APPS), calls=st.integers(1, 5))
    def let_another_window_call(self, app: str, calls: int) -> None:
        caller = caller_of(new_profile(client_id=app))
        for _ in range(calls):
            try:
                call = self.other_window.start(caller, Purpose.LAST, 10.0)
            except MustWait:
                return
            allowance = self.server.limits.count(Group.AUTH, app)
            assert self.stranger_called or allowance.retry_after is None
            self.other_window.end(caller, call, response())

    @invariant()
    def what_is_gone_here_was_tried_there(self) -> None:
        for door in self.doors[1:]:
            is_kept = self._kept(door.profile) is not None
            assert is_kept or _refresh_token(door.profile) in self.server.tried

    @invariant()
    def what_is_called_signed_out_is(self) -> None:
        for turn in self.round.turns:
            refresh_token = _refresh_token(turn.profile)
            if turn.stage in {Stage.SIGNED_OUT, Stage.NOTHING_KEPT}:
                assert self._kept(turn.profile) is None
            if turn.revoked is not None and turn.revoked.untold is None:
                assert refresh_token in self.server.dead

    @invariant()
    def the_limit_holds(self) -> None:
        assert self.stranger_called or self.server.over_limit == 0

    def _kept(self, profile: Profile) -> Token | None:
        failing, self.keyring.failing = self.keyring.failing, set()
        try:
            return self.vault.load_token(profile)
        finally:
            self.keyring.failing = failing


class StrangerMachine(RoundMachine):
    """The same, with another program that keeps to no limit."""

    @rule(app=st.sampled_from(APPS), calls=st.integers(1, 6))
    def let_a_stranger_call(self, app: str, calls: int) -> None:
        self.stranger_called = True
        for _ in range(calls):
            self.server.limits.count(Group.AUTH, app)


def _door(number: int, core: Core) -> RealDoor:
    profile = new_profile(id=f"id-{number}", client_id=APPS[number % 2])
    return RealDoor(profile, core)


def _token(profile: Profile) -> Token:
    refresh_token = _refresh_token(profile)
    now = FixedClock()()
    access_token = f"access-{profile.id}"
    return Token(access_token, "bearer", now, 3600, refresh_token, now, 604_800)


def _refresh_token(profile: Profile) -> str:
    return f"refresh-{profile.id}"


def test_left_alone_a_round_ends_within_the_minutes_that_it_needs() -> None:
    machine = RoundMachine()
    started = machine.clock().wall
    machine.advance()

    while machine.round.is_going:
        for door in machine.busy:
            door.run()
        machine.wait(1)
        machine.advance()

    stages = [turn.stage for turn in machine.round.turns]
    assert stages == [Stage.NOTHING_KEPT, *[Stage.SIGNED_OUT] * (PROFILES - 1)]
    assert 60 <= machine.clock().wall - started < 90
    assert machine.server.over_limit == 0
    machine.teardown()


RoundMachine.TestCase.settings = StrangerMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None
)
test_nothing_is_claimed_and_no_limit_is_broken = RoundMachine.TestCase
test_nothing_is_claimed_when_strangers_break_the_limit = StrangerMachine.TestCase

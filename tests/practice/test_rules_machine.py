"""Any order of sign-ins, refreshes, calls, revocations and waiting."""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ADA, GRACE, Person
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from tests.practice.fake_clock import FakeClock
from tests.practice.sign_ins import start


@dataclass(eq=False)
class Expected:
    """One session, as the documents say it should be."""

    person: Person
    pairs: list[tuple[str, str]]
    started: float
    used: float | None = None
    is_over: bool = False
    replaced: dict[str, float] = field(default_factory=dict)

    def in_grace(self, now: float) -> bool:
        end = self.started + 3600
        return now < (end if self.used is None else min(end, self.used + 10))


class SessionMachine(RuleBasedStateMachine):
    """Compares the server's rules with a plain model of them."""

    sessions = Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.server = Rules(Behaviour(), Registry(), self.clock)
        self.all: list[Expected] = []

    @rule(target=sessions, person=st.sampled_from([ADA, GRACE]))
    def sign_in(self, person: Person) -> Expected:
        issued = start(self.server, person)
        expected = Expected(person, [_pair(issued)], self.clock.now)
        self.all.append(expected)
        going = [e for e in self.all if e.person is person and not e.is_over]
        if len(going) > 5:
            going[0].is_over = True
        return expected

    @rule(seconds=st.sampled_from([1, 5, 9.5, 10, 600, 3590, 3600, 604_800]))
    def wait(self, seconds: float) -> None:
        self.clock.pass_seconds(seconds)

    @rule(session=sessions, age=st.integers(0, 3))
    def refresh(self, session: Expected, age: int) -> None:
        age = min(age, len(session.pairs) - 1)
        answer = self._refresh(session.pairs[-1 - age][1])
        now = self.clock.now
        if session.is_over or age > 1 or (age == 1 and not session.in_grace(now)):
            assert answer == "OAU-213"
        elif age == 1:
            assert isinstance(answer, IssuedTokens)
            assert _pair(answer) == session.pairs[-1]
        elif now >= session.started + 604_800:
            assert answer == "OAU-210"
        else:
            assert isinstance(answer, IssuedTokens)
            session.replaced[session.pairs[-1][0]] = now
            session.pairs.append(_pair(answer))
            session.started, session.used = now, None

    @rule(session=sessions, age=st.integers(0, 3))
    def call(self, session: Expected, age: int) -> None:
        age = min(age, len(session.pairs) - 1)
        access_token = session.pairs[-1 - age][0]
        answer = self._use(access_token)
        now = self.clock.now
        if session.is_over:
            assert answer == "OAU-213"
        elif age > 0:
            is_fresh = now < session.replaced[access_token] + 10
            assert answer == ("OAU-129" if is_fresh else "OAU-213")
        elif now >= session.started + 3600:
            assert answer == "OAU-128"
        else:
            assert answer is session.person
            session.used = now if session.used is None else session.used

    @rule(session=sessions, age=st.integers(0, 2), which=st.integers(0, 1))
    def revoke(self, session: Expected, age: int, which: int) -> None:
        age = min(age, len(session.pairs) - 1)
        self.server.revoke(PUBLIC_APP, session.pairs[-1 - age][which])
        in_grace = age == 1 and which == 1 and session.in_grace(self.clock.now)
        session.is_over = session.is_over or age == 0 or in_grace

    @invariant()
    def no_token_is_given_twice(self) -> None:
        tokens = [t for e in self.all for pair in e.pairs for t in pair]
        assert len(tokens) == len(set(tokens))

    def _refresh(self, token: str) -> IssuedTokens | str | None:
        try:
            return self.server.refresh(PUBLIC_APP, token)
        except Refused as refused:
            return refused.reason.code

    def _use(self, token: str) -> Person | str | None:
        try:
            return self.server.use(token).person
        except Refused as refused:
            return refused.reason.code


def _pair(issued: IssuedTokens) -> tuple[str, str]:
    return issued.access_token, issued.refresh_token


SessionMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
test_any_order_of_events_follows_the_rules = SessionMachine.TestCase

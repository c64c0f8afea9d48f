"""Clocks that are set, programs that are restarted, servers that answer: any course."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.oauth.server_clocks import ServerClocks
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.token_record import (
    Binding,
    token_from_text,
    token_to_text,
)
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response

SERVER, BINDING = "server.example.com", Binding("client-1", "server.example.com")
REQUEST = HttpRequest("POST", f"https://{SERVER}/token", server=SERVER)
LIFETIME = 100_000
LONGEST_ROUND_TRIP = 5.0
# What two answers leave open, as docs/time.md tells, and what clocks drift meanwhile.
ROOM = 2 * (1 + LONGEST_ROUND_TRIP) + 120.0
times = st.floats(0, 4000, allow_nan=False)
round_trips = st.floats(0, LONGEST_ROUND_TRIP, allow_nan=False)


class TimeMachine(RuleBasedStateMachine):
    """One token, whose true age is known here alone."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FixedClock()
        self.true = self.clock().wall  # the server's clock, which is right
        self.clocks = ServerClocks()
        self.sign_in(0.0)

    @rule(round_trip=round_trips)
    def sign_in(self, round_trip: float) -> None:
        """Get a token, counted from the sending of the request."""
        self.issued = self.true
        self.token = Token("token", "bearer", self._answer(round_trip), LIFETIME)
        self.is_ours, self.was_compared = True, True

    @rule(round_trip=round_trips)
    def check(self, round_trip: float) -> None:
        """Get any answer."""
        self._answer(round_trip)
        self.was_compared = True

    @rule(seconds=times)
    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.advance(seconds)
        self.true += seconds

    @rule(seconds=st.floats(-9000, 9000, allow_nan=False))
    def set_clock(self, seconds: float) -> None:
        """Set this computer's clock; what was known of it is of less worth."""
        self.clock.jump_wall(seconds)
        self.was_compared = self.was_compared and abs(seconds) < 1

    @rule()
    def restart(self) -> None:
        """Close the program and start it again: only the keyring remembers."""
        kept = token_from_text(token_to_text(self.token, BINDING), BINDING)
        assert kept is not None
        self.token = kept.restored_at(self.clock())
        self.clocks = ServerClocks()
        self.is_ours = self.was_compared = False

    @invariant()
    def nothing_is_promised_that_the_server_does_not_grant(self) -> None:
        now = self.clocks.at(SERVER, self.clock())
        self.token = self.token.compared_at(now)
        left = self.token.access_remaining(now)
        true_left = max(0.0, LIFETIME - (self.true - self.issued))

        assert left is None or 0 <= left <= LIFETIME
        if self.is_ours:
            assert left is not None
            assert left <= true_left + 0.01
        elif self.was_compared:
            assert left is not None
            assert left <= true_left + ROOM
        if now.ahead is not None:
            truth = self.true - now.wall
            assert now.ahead.least - 0.01 <= truth <= now.ahead.most + 0.01
            assert now.ahead.is_steady

    def _answer(self, round_trip: float) -> Moment:
        """Let the server answer half-way, with its time cut to whole seconds."""
        sent = self.clock()
        date = int(self.true + round_trip / 2)
        least, most = date - round_trip - sent.wall, date + 1 - sent.wall
        sent = replace(sent, ahead=ClockDifference(least, most))
        self.wait(round_trip)
        answer = response(sent=sent)
        self.clocks.learn(Exchange(REQUEST, {}, sent, round_trip, answer))
        return sent


TestTime = TimeMachine.TestCase
TestTime.settings = settings(deadline=None, stateful_step_count=30)

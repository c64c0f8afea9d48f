"""What several answers tell together of the servers' clocks."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.oauth.server_clocks import DRIFT, ServerClocks
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response

SERVER = "platform.ringcentral.com"


def _learn(
    clocks: ServerClocks, now: Moment, *bounds: float, server: str = SERVER
) -> None:
    sent = replace(now, ahead=ClockDifference(bounds[0], bounds[1]) if bounds else None)
    request = HttpRequest("POST", f"https://{server}/token", server=server)
    clocks.learn(Exchange(request, {}, now, 0.1, response(sent=sent)))


def _known(
    clocks: ServerClocks, now: Moment, server: str = SERVER
) -> tuple[float, ...]:
    ahead = clocks.at(server, now).ahead
    return () if ahead is None else (round(ahead.least, 2), round(ahead.most, 2))


def test_before_the_first_answer_nothing_is_known(clock: FixedClock) -> None:
    assert _known(ServerClocks(), clock()) == ()


def test_each_answer_narrows_what_is_known(clock: FixedClock) -> None:
    clocks = ServerClocks()

    _learn(clocks, clock(), -0.5, 0.75)
    _learn(clocks, clock(), -0.25, 1.0)

    assert _known(clocks, clock()) == (-0.25, 0.75)


def test_an_answer_that_contradicts_starts_anew(clock: FixedClock) -> None:
    clocks = ServerClocks()

    _learn(clocks, clock(), -0.5, 0.75)
    _learn(clocks, clock(), 599.5, 600.75)

    assert _known(clocks, clock()) == (599.5, 600.75)


def test_each_server_has_a_clock_of_its_own(clock: FixedClock) -> None:
    clocks = ServerClocks()

    _learn(clocks, clock(), -0.5, 0.75)
    _learn(clocks, clock(), 599.5, 600.75, server="practice")

    assert _known(clocks, clock()) == (-0.5, 0.75)
    assert _known(clocks, clock(), "practice") == (599.5, 600.75)


def test_an_answer_without_a_date_and_one_of_another_host_change_nothing(
    clock: FixedClock,
) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), -0.5, 0.75)

    _learn(clocks, clock())
    _learn(clocks, clock(), 599.5, 600.75, server="")
    clocks.learn(Exchange(HttpRequest("GET", "https://x"), {}, clock(), 0.1))

    assert _known(clocks, clock()) == (-0.5, 0.75)


def test_while_nobody_answers_the_two_clocks_drift_apart(clock: FixedClock) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)

    clock.advance(1000)

    assert _known(clocks, clock()) == (-0.2, 1.2)


def test_a_wall_clock_set_back_a_little_leaves_room_for_it(clock: FixedClock) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)

    clock.jump_wall(-30)

    assert _known(clocks, clock()) == (-0.01, 31.01)


def test_a_wall_clock_set_far_has_to_be_compared_again(clock: FixedClock) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)

    clock.jump_wall(7200)
    assert _known(clocks, clock()) == ()

    _learn(clocks, clock(), -7200, -7199)
    assert _known(clocks, clock()) == (-7200, -7199)


@dataclass(frozen=True)
class Step:
    """Something that happens, and how long it takes."""

    kind: str
    seconds: float


steps = st.builds(
    Step,
    st.sampled_from(["pass", "set", "answer"]),
    st.floats(-3000, 3000, allow_nan=False),
)


@given(ahead=st.floats(-1e5, 1e5), skew=st.floats(-1, 1), course=st.lists(steps))
def test_the_truth_is_never_outside_the_bounds(
    ahead: float, skew: float, course: list[Step]
) -> None:
    clocks, clock, server = ServerClocks(), FixedClock(), 0.0
    server = clock().wall + ahead

    for step in course:
        if step.kind == "pass":
            clock.advance(abs(step.seconds))
            server += abs(step.seconds) * (1 + skew * DRIFT)
        elif step.kind == "set":
            clock.jump_wall(step.seconds)
        else:
            truth = server - clock().wall
            room = abs(step.seconds) / 1000
            _learn(clocks, clock(), truth - room, truth + 1)
        known = clocks.at(SERVER, clock()).ahead
        truth = server - clock().wall
        assert known is None or known.least - 1e-3 <= truth <= known.most + 1e-3


@given(seconds=st.floats(0, 1e5), ahead=st.floats(-1e5, 1e5))
def test_a_sleep_that_no_clock_counted_is_allowed_for(
    seconds: float, ahead: float
) -> None:
    # Where the monotonic clock stops in sleep, a sleep looks like a clock set forward.
    clocks, clock = ServerClocks(), FixedClock()
    _learn(clocks, clock(), ahead, ahead + 1)

    clock.jump_wall(seconds)

    known = clocks.at(SERVER, clock()).ahead
    assert known is None or known.least <= ahead <= known.most


def test_a_server_that_sets_its_clock_is_not_steady(clock: FixedClock) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)
    clock.advance(60)

    _learn(clocks, clock(), 600, 601)

    ahead = clocks.at(SERVER, clock()).ahead
    assert ahead is not None
    assert not ahead.is_steady
    _learn(clocks, clock(), 600.5, 601.5)
    ahead = clocks.at(SERVER, clock()).ahead
    assert ahead is not None
    assert not ahead.is_steady


def test_this_computers_clock_may_be_set(clock: FixedClock) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)
    clock.jump_wall(-600)

    _learn(clocks, clock(), 600, 601)

    ahead = clocks.at(SERVER, clock()).ahead
    assert ahead is not None
    assert ahead.is_steady


def test_a_server_that_set_its_clock_once_stays_no_witness_when_ours_is_set(
    clock: FixedClock,
) -> None:
    clocks = ServerClocks()
    _learn(clocks, clock(), 0, 1)
    _learn(clocks, clock(), 600, 601)
    clock.jump_wall(-600)

    _learn(clocks, clock(), 3600, 3601)

    ahead = clocks.at(SERVER, clock()).ahead
    assert ahead is not None
    assert not ahead.is_steady

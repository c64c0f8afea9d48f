import pytest

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.rate_limit import Group, RateLimits
from tests.practice.fake_clock import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def limits(clock: FakeClock) -> RateLimits:
    return RateLimits(Behaviour(), clock)


def use_up(limits: RateLimits) -> None:
    for _ in range(5):
        limits.count(Group.AUTH, "app")


def test_five_calls_are_allowed_and_counted_down(limits: RateLimits) -> None:
    seen = [limits.count(Group.AUTH, "app") for _ in range(5)]

    assert [one.remaining for one in seen] == [4, 3, 2, 1, 0]
    assert all(one.retry_after is None for one in seen)


def test_the_sixth_call_is_penalized(limits: RateLimits) -> None:
    use_up(limits)

    assert limits.count(Group.AUTH, "app").headers == {
        "X-Rate-Limit-Group": "auth",
        "X-Rate-Limit-Limit": "5",
        "X-Rate-Limit-Remaining": "0",
        "X-Rate-Limit-Window": "60",
        "Retry-After": "60",
    }


def test_another_caller_is_not_penalized(limits: RateLimits) -> None:
    use_up(limits)

    assert limits.count(Group.AUTH, "another").retry_after is None
    assert limits.count(Group.LIGHT, "app").retry_after is None


def test_the_window_slides(limits: RateLimits, clock: FakeClock) -> None:
    limits.count(Group.AUTH, "app")
    clock.pass_seconds(30)
    for _ in range(4):
        limits.count(Group.AUTH, "app")
    clock.pass_seconds(30)

    assert limits.count(Group.AUTH, "app").remaining == 0
    assert limits.count(Group.AUTH, "app").retry_after == 60


def test_a_call_inside_the_penalty_starts_it_anew(
    limits: RateLimits, clock: FakeClock
) -> None:
    use_up(limits)
    limits.count(Group.AUTH, "app")
    clock.pass_seconds(59)
    limits.count(Group.AUTH, "app")
    clock.pass_seconds(59)

    assert limits.count(Group.AUTH, "app").retry_after == 60


def test_after_the_penalty_all_calls_are_there_again(
    limits: RateLimits, clock: FakeClock
) -> None:
    use_up(limits)
    limits.count(Group.AUTH, "app")
    clock.pass_seconds(60)

    assert limits.count(Group.AUTH, "app").remaining == 4


def test_a_penalty_can_be_started_without_a_call(
    limits: RateLimits, clock: FakeClock
) -> None:
    limits.start_penalty("app")

    clock.pass_seconds(59)
    assert limits.count(Group.AUTH, "app").retry_after == 60
    assert limits.count(Group.AUTH, "another").retry_after is None


def test_a_reset_forgets_calls_and_penalties(limits: RateLimits) -> None:
    limits.start_penalty("app")

    limits.reset()

    assert limits.count(Group.AUTH, "app").remaining == 4

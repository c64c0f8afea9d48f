"""What answers say of limits."""

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.rate_budget import Told
from ringauth_gui.ringcentral.rate_headers import pause_after, told_by
from tests.fakes.scripted_send import response

NOW = Moment(1_750_000_000.0, 1000.0)
TOLD = {
    "x-rate-limit-group": "auth",
    "x-rate-limit-limit": "5",
    "x-rate-limit-remaining": "3",
    "x-rate-limit-window": "60",
}


def test_the_headers_of_the_group_are_read() -> None:
    assert told_by(response(headers=TOLD), NOW) == Told(NOW, "auth", 5, 3, 60.0)


@pytest.mark.parametrize(
    "changed",
    [
        {"x-rate-limit-group": "light"},
        {"x-rate-limit-limit": "0"},
        {"x-rate-limit-limit": "many"},
        {"x-rate-limit-limit": ""},
        {"x-rate-limit-remaining": "6"},
        {"x-rate-limit-remaining": "-1"},
        {"x-rate-limit-remaining": "9" * 40},
        {"x-rate-limit-window": "0"},
        {"x-rate-limit-window": "86400"},
        {"x-rate-limit-window": "٣"},
    ],
)
def test_another_group_and_nonsense_tell_nothing(changed: dict[str, str]) -> None:
    assert told_by(response(headers=TOLD | changed), NOW) is None


def test_an_answer_without_the_headers_tells_nothing() -> None:
    assert told_by(response(), NOW) is None


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [
        (429, {"retry-after": "120"}, 120.0),
        (429, {"retry-after": "0"}, 1.0),
        (429, {"retry-after": "86400"}, 3600.0),
        (429, {"retry-after": "soon"}, 30.0),
        (429, {}, 30.0),
        (503, {"retry-after": "20"}, 20.0),
        (503, {}, 30.0),
        (503, {"retry-after": "soon"}, 30.0),
        (200, {"retry-after": "20"}, None),
        (400, {}, None),
    ],
)
def test_a_pause_is_kept_within_bounds_tk_24(
    status: int, headers: dict[str, str], pause: float | None
) -> None:
    answer = response(status=status, headers=headers)

    assert pause_after(answer, is_ringcentral=True) == pause


@pytest.mark.parametrize(
    ("headers", "pause"), [({}, None), ({"retry-after": "20"}, 20.0)]
)
def test_another_server_that_is_unavailable_asks_for_no_pause_that_it_does_not_name(
    headers: dict[str, str], pause: float | None
) -> None:
    answer = response(status=503, headers=headers)

    assert pause_after(answer, is_ringcentral=False) == pause


def test_a_date_is_measured_against_the_servers_own_clock_tk_25() -> None:
    answer = response(
        status=429,
        headers={
            "retry-after": "Wed, 21 Oct 2026 07:28:40 GMT",
            "date": "Wed, 21 Oct 2026 07:28:00 GMT",
        },
    )

    assert pause_after(answer, is_ringcentral=True) == 40.0


def test_the_code_for_too_many_calls_asks_for_a_pause_whatever_the_status() -> None:
    answer = response({"errorCode": "CMN-301", "message": "x"}, 403)

    assert pause_after(answer, is_ringcentral=True) == 30.0

"""What is taken from the ``Date`` of an answer, and from which answers."""

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.server_date import clock_difference
from tests.fakes.scripted_send import SENT, response

URL = "https://platform.ringcentral.com/restapi/oauth/token"
DATE = formatdate(SENT.wall, usegmt=True)
AT_ONCE = Moment(SENT.wall + 0.25, 1000.25)


def _difference(
    date: str = DATE,
    url: str = URL,
    status: int = 200,
    received: Moment = AT_ONCE,
    **headers: str,
) -> ClockDifference | None:
    answer = response(status=status, headers={"date": date, **headers})
    return clock_difference(url, answer, received)


def test_a_date_leaves_its_second_and_the_round_trip_open() -> None:
    assert _difference() == ClockDifference(-0.25, 1.0)


@pytest.mark.case("TK-37")
def test_a_server_ten_minutes_away_is_seen_to_be() -> None:
    ahead = _difference(formatdate(SENT.wall + 600, usegmt=True))

    assert ahead == ClockDifference(599.75, 601.0)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:27466/restapi/oauth/token",
        "http://[::1]:27466/token",
        "http://localhost:27466/token",
    ],
)
def test_this_computers_own_servers_are_believed_without_tls(url: str) -> None:
    assert _difference(url=url) is not None


@pytest.mark.parametrize("url", ["http://example.org/token", "http://10.0.0.1/token"])
def test_what_anybody_on_the_way_could_write_is_not_believed(url: str) -> None:
    assert _difference(url=url) is None


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        f"{DATE}, {DATE}",
        DATE.replace("GMT", "+0100"),
        DATE.lower(),
        f"Mon{DATE[3:]}",
        "Sunday, 15-Jun-25 15:06:40 GMT",
        formatdate(0, usegmt=True),
        formatdate(SENT.wall + 90 * 365 * 86400, usegmt=True),
    ],
)
def test_a_date_that_leaves_room_for_doubt_is_none(date: str) -> None:
    assert _difference(date) is None


def test_what_a_cache_kept_tells_no_time() -> None:
    assert _difference(age="0") is None


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_gateways_page_tells_no_time(status: int) -> None:
    assert _difference(status=status) is None


def test_a_refusal_of_the_server_itself_tells_the_time() -> None:
    assert _difference(status=400) is not None


def test_an_answer_that_took_too_long_tells_too_little() -> None:
    assert _difference(received=Moment(SENT.wall + 31, 1031.0)) is None


def test_a_clock_set_back_on_the_way_does_not_shorten_the_round_trip() -> None:
    ahead = _difference(received=Moment(SENT.wall - 60, 1002.0))

    assert ahead == ClockDifference(-2.0, 1.0)


@given(st.text(max_size=60))
def test_junk_is_no_date(untrusted: str) -> None:
    _difference(untrusted)  # nothing is raised


@given(
    ahead=st.floats(-1e6, 1e6),
    there=st.floats(0, 10),
    back=st.floats(0, 10),
    jump=st.floats(-1e4, 1e4),
)
def test_the_truth_lies_between_the_bounds(
    ahead: float, there: float, back: float, jump: float
) -> None:
    shown = int(SENT.wall + ahead + there)  # by the server, cut to whole seconds
    received = Moment(SENT.wall + there + back + jump, 1000.0 + there + back)

    found = _difference(formatdate(shown, usegmt=True), received=received)

    assert found is None or found.least - 1e-3 <= ahead <= found.most + 1e-3
    assert found is None or found.width >= 1.0

"""What a token answer says of its session."""

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.session_answer import session_lifetime
from ringauth_gui.oauth.token_answer import token_from
from tests.fakes.scripted_send import response

SENT = Moment(1_750_000_000.0, 1000.0)  # 2025-06-15 15:06:40 UTC


@pytest.mark.parametrize(
    ("members", "seconds"),
    [
        ({"session_expires_in": 7200}, 7200),
        ({"session_expires_in": "7200"}, 7200),
        ({"session_expires_in": -5}, 0),
        ({"session_expiration_time": "2025-06-15T15:26:40Z"}, 1200),
        ({"session_expiration_time": "2025-06-15T17:26:40.000+02:00"}, 1200),
        ({"session_expiration_time": "2025-06-15T15:26:40"}, 1200),
        ({"session_expiration_time": "2020-01-01T00:00:00Z"}, 0),
        (
            {
                "session_expires_in": 600,
                "session_expiration_time": "2025-06-15T15:26:40Z",
            },
            600,
        ),
        (
            {
                "session_expires_in": 10**30,
                "session_expiration_time": "2025-06-15T15:26:40Z",
            },
            1200,
        ),
        ({"session_expiration_time": "tomorrow"}, None),
        ({"session_expiration_time": 5}, None),
        ({"session_expires_in": True}, None),
        ({}, None),
    ],
)
def test_the_end_is_read_in_seconds_or_as_a_time(
    members: dict[str, object], seconds: int | None
) -> None:
    assert session_lifetime(members, response(sent=SENT)) == seconds


def test_a_time_is_measured_against_the_servers_own_clock() -> None:
    answer = response(headers={"date": "Sun, 15 Jun 2025 15:16:40 GMT"}, sent=SENT)

    left = session_lifetime({"session_expiration_time": "2025-06-15T15:26:40Z"}, answer)

    assert left == 600


def test_what_was_not_understood_stays_as_it_came() -> None:
    odd = {"session_expiration_time": "tomorrow", "session_idle_timeout": "soon"}
    members = {"access_token": "a", "token_type": "bearer", **odd}

    assert token_from(response(members)).other == odd


def test_what_was_understood_is_the_tokens_and_counts_from_the_request() -> None:
    told = {"session_expires_in": 7200, "session_idle_timeout": "900"}
    members = {"access_token": "a", "token_type": "bearer", **told}

    token = token_from(response(members, sent=SENT))

    assert (token.session_issued, token.session_expires_in) == (SENT, 7200)
    assert token.session_idle_timeout == 900
    assert token.other == {}

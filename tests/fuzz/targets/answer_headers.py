"""The headers that tell of limits and of time (R15, R19)."""

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.http_date import http_date
from ringauth_gui.oauth.server_date import clock_difference
from ringauth_gui.ringcentral.rate_headers import pause_after, told_by
from tests.fakes.scripted_send import SENT
from tests.fuzz.near_http import read_answer
from tests.fuzz.shown_text import assert_fit_to_show

_URL = "https://platform.ringcentral.com/restapi/oauth/token"
_RECEIVED = Moment(SENT.wall + 1.0, 1001.0)
_LONGEST_PAUSE = 3600.0


def check(data: bytes) -> None:
    """Look that no header makes RingAuth wait without end, or believe any clock."""
    answer = read_answer(data)

    told = told_by(answer, SENT)
    if told is not None:
        assert_fit_to_show(told.group)
        assert told.group == "auth"
        assert 0 <= told.remaining <= told.limit < 10**6
        assert 0 < told.window <= _LONGEST_PAUSE
    for is_ringcentral in (True, False):
        pause = pause_after(answer, is_ringcentral=is_ringcentral)
        assert pause is None or 1.0 <= pause <= _LONGEST_PAUSE
        assert pause is not None or answer.status != 429
    ahead = clock_difference(_URL, answer, _RECEIVED)
    if ahead is not None:
        assert ahead.least <= ahead.most
        date = http_date(answer.headers["date"])
        assert date is not None
        assert ahead.least <= date - SENT.wall <= ahead.most
    assert clock_difference("http://elsewhere.example/", answer, _RECEIVED) is None

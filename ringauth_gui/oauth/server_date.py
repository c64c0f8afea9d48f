"""What the ``Date`` of an answer tells of the server's clock (RFC 9110 section 6.6.1).

The rule of what is trusted is told in docs/time.md.
"""

from email.utils import formatdate

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.http_date import http_date
from ringauth_gui.oauth.url_parts import host_of, split_url

WHOLE_SECOND = 1.0  # what a Date is cut to
EARLIEST = 1_704_067_200.0  # 2024: no server whose clock is set says any less
LATEST = 4_102_444_800.0  # 2100
LONGEST_ROUND_TRIP = 30.0  # seconds; beyond them an answer tells too little
_BROKEN = 500  # from here on a gateway may speak in the server's place


def clock_difference(
    url: str, response: HttpResponse, received: Moment
) -> ClockDifference | None:
    """Return how far the server's clock was ahead when the request was sent.

    None where the answer does not tell, or cannot be trusted to.

    Args:
        url: Where the request went.
        response: What came back, with headers in lower case.
        received: When its headers were there.
    """
    if not _is_private(url) or response.status >= _BROKEN or "age" in response.headers:
        return None
    date, sent = _date(response.headers.get("date", "")), response.sent
    passed = received.wall - sent.wall
    if received.monotonic is not None and sent.monotonic is not None:
        passed = max(passed, received.monotonic - sent.monotonic)
    if date is None or not 0 <= passed <= LONGEST_ROUND_TRIP:
        return None
    # The server's clock showed the date some time between sending and receiving.
    return ClockDifference(date - passed - sent.wall, date + WHOLE_SECOND - sent.wall)


def _date(untrusted: str) -> float | None:
    """Return the time of one well-formed ``Date`` that can be true."""
    date = http_date(untrusted)
    if date is None or not EARLIEST <= date <= LATEST:
        return None
    # Two headers, joined to one, and spellings that leave room for doubt do not count.
    return date if formatdate(date, usegmt=True) == untrusted.strip() else None


def _is_private(url: str) -> bool:
    """Return whether nobody on the way could have written the answer."""
    return split_url(url).scheme == "https" or is_loopback(host_of(url))

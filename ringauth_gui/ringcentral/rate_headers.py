"""Reads what an answer says of limits: X-Rate-Limit-* and Retry-After (8.2)."""

from ringauth_gui.errors import RateLimited
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.client import busy_or_broken
from ringauth_gui.oauth.error_answer import DEFAULT_PAUSE, LONGEST_PAUSE, refusal_from
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.ringcentral.rate_budget import Told

AUTH = "auth"
LONGEST_NAME = 40
_DIGITS = 6
_UNAVAILABLE = 503


def told_by(response: HttpResponse, now: Moment) -> Told | None:
    """Return what ``response`` tells of the limit of authentication calls, if it does.

    Numbers that contradict each other, and another group's, tell nothing.
    """
    headers = response.headers
    group = plain(headers.get("x-rate-limit-group", AUTH), LONGEST_NAME).lower()
    limit = _number(headers.get("x-rate-limit-limit"))
    remaining = _number(headers.get("x-rate-limit-remaining"))
    window = _number(headers.get("x-rate-limit-window"))
    if group != AUTH or not limit or remaining is None or not window:
        return None
    if remaining > limit or window > LONGEST_PAUSE:
        return None
    return Told(now, group, limit, remaining, float(window))


def pause_after(response: HttpResponse, *, is_ringcentral: bool) -> float | None:
    """Return the seconds in which no call may be made after ``response``.

    A RingCentral that is unavailable and names no time wants one all the same (7.5);
    of another server only a pause that it names is known.
    """
    refusal = refusal_from(response)
    if isinstance(busy_or_broken(refusal), RateLimited):
        return refusal.retry_after or DEFAULT_PAUSE
    if response.status != _UNAVAILABLE:
        return None
    is_meant = is_ringcentral or "retry-after" in response.headers
    return refusal.retry_after if is_meant else None


def _number(untrusted: str | None) -> int | None:
    text = (untrusted or "").strip()
    is_number = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if is_number else None

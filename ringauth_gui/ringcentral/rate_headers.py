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


def pause_after(response: HttpResponse) -> float | None:
    """Return the seconds in which no call may be made after ``response``.

    A server that is unavailable asks for a pause only where it names one.
    """
    refusal = refusal_from(response)
    is_named = "retry-after" in response.headers
    if isinstance(busy_or_broken(refusal), RateLimited):
        return refusal.retry_after or DEFAULT_PAUSE
    return refusal.retry_after if is_named and response.status == _UNAVAILABLE else None


def _number(untrusted: str | None) -> int | None:
    text = (untrusted or "").strip()
    is_number = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if is_number else None

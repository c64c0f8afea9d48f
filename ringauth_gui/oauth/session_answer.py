"""Reads what a token answer says of its session (reference 3.4)."""

from collections.abc import Mapping
from datetime import UTC, datetime

from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.http_date import http_date
from ringauth_gui.oauth.lifetime import LONGEST_LIFETIME, lifetime

SESSION_END = frozenset(("session_expires_in", "session_expiration_time"))


def session_lifetime(
    untrusted: Mapping[str, object], response: HttpResponse
) -> int | None:
    """Return the seconds that the session lives from the sending of the request.

    They are named as such, or as the time of the end, which is measured against the
    server's own clock where the answer tells it.
    """
    seconds = lifetime(untrusted.get("session_expires_in"))
    if seconds is not None:
        return seconds
    end = _iso_time(untrusted.get("session_expiration_time"))
    if end is None:
        return None
    server_now = http_date(response.headers.get("date", ""))
    left = end - (response.sent.wall if server_now is None else server_now)
    return max(0, int(left)) if left < LONGEST_LIFETIME else None


def _iso_time(untrusted: object) -> float | None:
    if not isinstance(untrusted, str):
        return None
    try:
        time = datetime.fromisoformat(untrusted)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None

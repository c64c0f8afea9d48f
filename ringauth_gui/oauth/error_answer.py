"""Reads what a server's error answer says, in any of RingCentral's shapes."""

import re
from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime

from ringauth_gui.errors import Refusal
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.oauth.plain_text import plain

DEFAULT_PAUSE = 30.0  # seconds, when the server names no time or an unreadable one
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 3600.0

_TOO_MANY, _UNAVAILABLE = 429, 503
_CODE = re.compile(r"[A-Z]{3,5}-[0-9]{2,4}\Z")


def refusal_from(response: HttpResponse) -> Refusal:
    """Return what ``response`` says; a body that is not JSON says nothing.

    Knows the OAuth shape (RFC 6749 section 5.2), RingCentral's API and gateway shapes,
    and answers without any (pages of proxies, empty bodies).
    """
    try:
        untrusted = json_object(response.body)
    except UnusableJson:
        untrusted = {}
    description = untrusted.get("error_description", untrusted.get("message"))
    return Refusal(
        status=response.status,
        error=_error(untrusted.get("error")),
        description=_text(description),
        codes=tuple(dict.fromkeys(_codes(untrusted))),
        request_id=request_id(response),
        retry_after=_pause(response),
    )


def request_id(response: HttpResponse) -> str | None:
    """Return RingCentral's ``RCRequestId``, to quote to its support."""
    return _text(response.headers.get("rcrequestid"))


def _text(untrusted: object) -> str | None:
    return plain(untrusted) if isinstance(untrusted, str) and untrusted else None


def _error(untrusted: object) -> str | None:
    """Return the ``error``; one that is no text is an error all the same (R10)."""
    return None if untrusted is None else _text(untrusted) or "unreadable"


def _codes(untrusted: dict[str, object]) -> Iterator[str]:
    entries = untrusted.get("errors")
    candidates = [untrusted, *(entries if isinstance(entries, list) else [])]
    for candidate in candidates:
        code = candidate.get("errorCode") if isinstance(candidate, dict) else None
        if isinstance(code, str) and _CODE.match(code):
            yield code


def _pause(response: HttpResponse) -> float | None:
    """Return the seconds to wait, within bounds; None where no pause is asked for."""
    untrusted = response.headers.get("retry-after")
    if untrusted is None and response.status not in {_TOO_MANY, _UNAVAILABLE}:
        return None
    seconds = _seconds(untrusted or "", response)
    return min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)


def _seconds(untrusted: str, response: HttpResponse) -> float:
    """Return the seconds that ``Retry-After`` names (RFC 9110 section 10.2.3)."""
    untrusted = untrusted.strip()
    if untrusted.isascii() and untrusted.isdigit():
        return float(untrusted[:9])
    until = _http_date(untrusted)
    if until is None:
        return DEFAULT_PAUSE
    # Against the server's own clock where it is told, for ours may be wrong.
    server_now = _http_date(response.headers.get("date", ""))
    return until - (response.sent.wall if server_now is None else server_now)


def _http_date(untrusted: str) -> float | None:
    try:
        moment = parsedate_to_datetime(untrusted)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None

"""Reads what a server's error answer says, in any of RingCentral's shapes."""

from ringauth_gui.errors import Refusal
from ringauth_gui.oauth.error_members import (
    ErrorMembers,
    challenge_members,
    members_of,
    text_or_none,
)
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.http_date import http_date
from ringauth_gui.oauth.json_object import UnusableJson, json_object

DEFAULT_PAUSE = 30.0  # seconds, when the server names no time or an unreadable one
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 3600.0

_TOO_MANY, _UNAVAILABLE = 429, 503
_CHALLENGED = frozenset((400, 401, 403))  # RFC 6750 section 3.1


def refusal_from(response: HttpResponse) -> Refusal:
    """Return what ``response`` says.

    A body that is no JSON, such as a proxy's page or none at all, says nothing; then
    the challenge in the header is asked.
    """
    said = _members(response)
    return Refusal(
        status=response.status,
        error=said.error,
        description=said.description,
        codes=said.codes,
        request_id=request_id(response),
        retry_after=_pause(response),
        permission=said.permission,
        parameter=said.parameter,
    )


def request_id(response: HttpResponse) -> str | None:
    """Return RingCentral's ``RCRequestId``, to quote to its support."""
    return text_or_none(response.headers.get("rcrequestid"))


def _members(response: HttpResponse) -> ErrorMembers:
    try:
        said = members_of(json_object(response.body))
    except UnusableJson:
        said = ErrorMembers()
    if said == ErrorMembers() and response.status in _CHALLENGED:
        return challenge_members(response.headers.get("www-authenticate", ""))
    return said


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
        return float(untrusted)
    until = http_date(untrusted)
    if until is None:
        return DEFAULT_PAUSE
    # Against the server's own clock where it is told, for ours may be wrong.
    server_now = http_date(response.headers.get("date", ""))
    return until - (response.sent.wall if server_now is None else server_now)

"""What was done last to what is kept for a profile; nothing of it is secret."""

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringauth_gui.moment import LAST_SECOND, Moment, anchored, remaining
from ringauth_gui.oauth.lifetime import LONGEST_LIFETIME
from ringauth_gui.storage.shared_file import Members

if TYPE_CHECKING:
    from ringauth_gui.oauth.token import Token

_MOST_CHANGES = 2**53


class Change(enum.Enum):
    """What a window did to what is kept for a profile."""

    SIGNED_IN = "signed in"
    REFRESHED = "refreshed"
    PASTED = "pasted"
    KEPT = "kept"
    REVOKED = "revoked"
    SIGNED_OUT = "signed out"
    FORGOTTEN = "forgotten"
    OVER = "over"
    TAKEN_OUT = "taken out"
    SECRETS = "secrets"
    TRIED = "tried"


@dataclass(frozen=True)
class KeptTimes:
    """When the kept token ends, as far as was known when it was kept.

    Attributes:
        issued: When the request was sent that brought the access token.
        expires_in: Lifetime of the access token in seconds; None when unknown.
        refresh_issued: Likewise of the refresh token; None when there is none.
        refresh_expires_in: Likewise.
    """

    issued: Moment
    expires_in: int | None
    refresh_issued: Moment | None
    refresh_expires_in: int | None

    def are_of(self, token: "Token") -> bool:
        """Return whether ``token`` is the one that was kept then."""
        return token.issued.wall == self.issued.wall

    def access_remaining(self, now: Moment) -> float | None:
        """Return the seconds left of the access token, None when unknown."""
        return remaining(self.expires_in, self.issued, now)

    def refresh_remaining(self, now: Moment) -> float | None:
        """Return the seconds left of the refresh token, None when unknown or none."""
        if self.refresh_issued is None:
            return None
        return remaining(self.refresh_expires_in, self.refresh_issued, now)


@dataclass(frozen=True)
class KeptMark:
    """What was done last to what is kept for a profile.

    Attributes:
        change: What was done.
        number: How many changes there were.
        at: When, in seconds since the epoch.
        app: An opaque name of the app and server that it was kept for.
        window: An opaque name of the window that did it.
        times: Of the token that is kept since; None when there is none.
    """

    change: Change
    number: int
    at: float
    app: str
    window: str
    times: KeptTimes | None

    @property
    def identity(self) -> tuple[int, str, float]:
        """What no other mark of the same profile has."""
        return self.number, self.window, self.at


def times_of(token: "Token | None") -> KeptTimes | None:
    """Return when ``token`` ends; None where there is none."""
    if token is None:
        return None
    has_refresh_token = token.refresh_token is not None
    return KeptTimes(
        token.issued,
        token.expires_in,
        token.refresh_issued if has_refresh_token else None,
        token.refresh_token_expires_in,
    )


def mark_to_members(mark: KeptMark) -> Members:
    """Return what stands in the file for ``mark``."""
    times = mark.times
    members: dict[str, object] = {
        "change": mark.change.value,
        "number": mark.number,
        "at": mark.at,
        "app": mark.app,
        "window": mark.window,
    }
    if times is None:
        return members
    refresh = times.refresh_issued
    return {
        **members,
        "issued": times.issued.wall,
        "expires_in": times.expires_in,
        "refresh_issued": None if refresh is None else refresh.wall,
        "refresh_expires_in": times.refresh_expires_in,
    }


def mark_from_members(untrusted: object, now: Moment | None = None) -> KeptMark | None:
    """Return what was written, timed on both clocks at ``now``; None for junk (R19)."""
    if not isinstance(untrusted, dict):
        return None
    change, app, window = (untrusted.get(name) for name in ("change", "app", "window"))
    at = _wall(untrusted.get("at"))
    if not (isinstance(app, str) and isinstance(window, str) and at is not None):
        return None
    number = _whole(untrusted.get("number"), _MOST_CHANGES)
    if number is None:
        return None
    try:
        known = Change(change)
    except ValueError:
        return None
    return KeptMark(known, number, at, app, window, _times(untrusted, now))


def _times(untrusted: Members, now: Moment | None) -> KeptTimes | None:
    issued = _moment(untrusted.get("issued"), now)
    if issued is None:
        return None
    return KeptTimes(
        issued,
        _seconds(untrusted.get("expires_in")),
        _moment(untrusted.get("refresh_issued"), now),
        _seconds(untrusted.get("refresh_expires_in")),
    )


def _moment(untrusted: object, now: Moment | None) -> Moment | None:
    wall = _wall(untrusted)
    if wall is None:
        return None
    return Moment(wall) if now is None else anchored(Moment(wall), now)


def _wall(untrusted: object) -> float | None:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        return None
    return float(untrusted) if 0 <= untrusted <= LAST_SECOND else None


def _seconds(untrusted: object) -> int | None:
    return _whole(untrusted, LONGEST_LIFETIME)


def _whole(untrusted: object, limit: int) -> int | None:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int):
        return None
    return untrusted if 0 <= untrusted < limit else None

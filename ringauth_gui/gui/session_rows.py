"""What ends a token before its time: the session's end and its idle time-out; no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.gui.expiry_row import Lifetime, TokenRow, expiry_row
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.moment import Moment, remaining

if TYPE_CHECKING:
    from ringauth_gui.oauth.token import Token

EARLIER = "before the access token"


def session_rows(token: "Token", now: Moment) -> tuple[TokenRow, ...]:
    """Return a row for each that the server named."""
    rows = []
    if token.session_expires_in is not None:
        rows.append(_end_row(token, now))
    if token.session_idle_timeout is not None:
        rows.append(_idle_row(token.session_idle_timeout, token.issued, now))
    return tuple(rows)


def session_sentence(token: "Token", now: Moment) -> str:
    """Return what is left of the session, empty where the server named no end."""
    left = token.session_remaining(now)
    if left is None:
        return ""
    if left < 1:
        return "The session is over."
    early = f", {EARLIER}" if token.session_ends_first(now) else ""
    return f"The session ends in {duration_text(left)}{early}."


def _end_row(token: "Token", now: Moment) -> TokenRow:
    end = Lifetime(
        "sessionEndValue",
        "Session ends",
        token.session_issued,
        token.session_expires_in,
        token.session_remaining(now),
    )
    row = expiry_row(end, now)
    if not token.session_ends_first(now):
        return row
    first, *rest = row.quiet.split("\n")
    return replace(row, quiet="\n".join([f"{first} · {EARLIER}", *rest]))


def _idle_row(seconds: int, issued: Moment, now: Moment) -> TokenRow:
    """Return the idle time-out, counted from the last use that is known for sure."""
    left = remaining(seconds, issued, now)
    if left is None:
        quiet = ""
    elif left < 1:
        quiet = " · over, unless the token was used since"
    else:
        quiet = f" · over in {duration_text(left)}, unless the token is used"
    return TokenRow("idleTimeoutValue", "Idle time-out", duration_text(seconds), quiet)

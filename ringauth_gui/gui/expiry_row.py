"""A row of the Token tab, and the row that tells when something ends; no Qt."""

from dataclasses import dataclass

from ringauth_gui.gui.formatting import (
    DAY,
    ago_text,
    duration_text,
    local_time_text,
    utc_text,
)
from ringauth_gui.moment import CLOCK_TOLERANCE, Moment

UNKNOWN = "the server named no lifetime"


@dataclass(frozen=True)
class TokenRow:
    """One label with its value.

    Attributes:
        key: Names the row's widget; the same for the same row of every token.
        label: What a person reads in front of it.
        text: The value itself.
        quiet: What is read second, behind it.
        is_mono: Whether it is an identifier.
    """

    key: str
    label: str
    text: str
    quiet: str = ""
    is_mono: bool = False


@dataclass(frozen=True)
class Lifetime:
    """One of a token's lifetimes, with the words that differ.

    Attributes:
        key: As in TokenRow.
        label: As in TokenRow.
        issued: Since when it is counted; None when unknown.
        lifetime: How long it is in seconds; None when unknown.
        remaining: What is left of it; None when unknown.
        tells_lifetime: Whether the row says how long it is.
        longest_usual: What is longer in seconds is called unusual.
        why_unknown: Why nobody knows how long it is.
    """

    key: str
    label: str
    issued: Moment | None
    lifetime: int | None
    remaining: float | None
    tells_lifetime: bool = False
    longest_usual: int = 366 * DAY
    why_unknown: str = UNKNOWN


def expiry_row(of: Lifetime, now: Moment) -> TokenRow:
    """Return when it ends, in local time and in universal time, and how soon."""
    if of.lifetime is None or of.issued is None:
        return TokenRow(
            of.key,
            of.label,
            "unknown",
            f" · {of.why_unknown}",
        )
    if of.remaining is None:
        behind = " · this computer's clock is behind the time of issue"
        return TokenRow(of.key, of.label, "unknown", behind)
    end = of.issued.wall + of.lifetime
    left = f"in {duration_text(of.remaining)}"
    if of.remaining < 1:
        left = f"over, {ago_text(now.wall - end)}"
    elif abs(now.wall + of.remaining - end) > CLOCK_TOLERANCE:
        end = now.wall + of.remaining  # the wall clock was set back since
    quiet = f" · {left}"
    if of.tells_lifetime:
        quiet += f" · lifetime {duration_text(of.lifetime)}"
    if of.lifetime > of.longest_usual:
        quiet += " · unusually long"
    local = local_time_text(end, now.wall)
    return TokenRow(of.key, of.label, local, f"{quiet}\n{utc_text(end)}")

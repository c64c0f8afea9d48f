"""What is said of this computer's clock beside the server's; no Qt."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.gui.formatting import MINUTE, duration_text
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.moment import CLOCK_TOLERANCE, Moment, wall_jump

if TYPE_CHECKING:
    from ringauth_gui.oauth.token import Token

FAR = 5 * MINUTE  # from here on other programs go wrong too
_EXACT = 10  # seconds below which a tenth is worth telling
_ADVICE = (
    "Compare it with another clock. If it is wrong, set it right in the system's "
    "settings: certificates, ID tokens and logs are judged by it."
)
_FUTURE = (
    "By this computer's clock the token was issued in the future, so nobody can tell "
    "when it ends. Set the clock right. A new token counts rightly in any case."
)


def clock_text(ahead: ClockDifference | None) -> str:
    """Return what the status line says of the clock."""
    if ahead is None:
        return "Clock: not compared yet"
    if _is_in_step(ahead):
        return f"Clock: in step with the server ({_most(ahead)})"
    return f"Clock: {_apart(ahead)} the server"


def clock_advice(ahead: ClockDifference | None) -> str:
    """Return what to do about a clock that is not in step, empty for nothing."""
    return "" if ahead is None or _is_in_step(ahead) else _ADVICE


def clock_warning(ahead: ClockDifference, shown: Message | None) -> Message | None:
    """Return the warning of a clock that is far off, None while it has to wait.

    ``shown`` is what the bar says already: good news go on below the warning, a problem
    or a question is to be read first.
    """
    warning = Message(
        MessageKind.WARNING,
        f"This computer's clock is {_apart(ahead)} the server's",
        f"{_ADVICE} The countdown is right all the same: it counts from the request "
        "that brought the token.",
    )
    if shown is None:
        return warning
    if shown.kind is not MessageKind.GOOD or shown.actions:
        return None
    before = f"{shown.title}. {shown.advice}".strip()
    return replace(warning, advice=f"{warning.advice} {before}")


def clock_notice(token: "Token | None", now: Moment) -> str:
    """Return what a changed clock makes of the countdown, empty for nothing."""
    if token is None:
        return ""
    if token.expires_in is not None and token.access_remaining(now) is None:
        return _FUTURE
    seconds = -wall_jump(token.issued, now)
    if seconds <= CLOCK_TOLERANCE:
        return ""
    return (
        f"This computer's clock was set back by {_rounded(seconds)} since the token "
        "came. The countdown goes on as if it had not been."
    )


def _is_in_step(ahead: ClockDifference) -> bool:
    return ahead.smallest == 0 or ahead.largest <= CLOCK_TOLERANCE


def _most(ahead: ClockDifference) -> str:
    """Return the most that they can be apart, never too little."""
    if ahead.largest >= _EXACT:
        return duration_text(math.ceil(ahead.largest))
    return f"{math.ceil(ahead.largest * 10) / 10:.1f} s"


def _apart(ahead: ClockDifference) -> str:
    # The server is ahead where this clock is behind.
    side = "behind" if ahead.middle > 0 else "ahead of"
    return f"{_rounded(abs(ahead.middle))} {side}"


def _rounded(seconds: float) -> str:
    """Return a duration without a precision that it does not have."""
    unit = MINUTE if seconds >= MINUTE else 1
    return duration_text(round(seconds / unit) * unit)

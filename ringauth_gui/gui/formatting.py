"""Values as the window words them: durations, points in time, secrets; no Qt.

English in every locale: the words around these texts are English, and what testers
read through the accessibility interface may not depend on the machine.
"""

import enum
import time
from datetime import UTC, datetime

MINUTE, HOUR, DAY = 60, 3600, 86400
LAST_MINUTE = 60
LAST_TENTH = 0.1
ENDS_SHOWN = 4  # characters of a secret at each end, as the threat model allows
SHORTEST_WITH_ENDS = 24  # of anything shorter, eight characters would be too much
DOTS = 12  # what fits beside two buttons and a scroll bar
LONGEST_WORD = 32  # characters that a narrow form shows in one line
ZERO_WIDTH_SPACE = "\u200b"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Level(enum.Enum):
    """How near the end is; the window colours it and says it in words."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    OVER = "over"
    UNKNOWN = "unknown"


def level(remaining: float | None, lifetime: float | None) -> Level:
    """Return how near the end is: the last tenth warns, the last minute is bad."""
    if remaining is None:
        return Level.UNKNOWN
    if remaining < 1:  # what is shown is whole seconds, rounded down: 0:00 is over
        return Level.OVER
    if remaining <= LAST_MINUTE:
        return Level.BAD
    if lifetime is not None and remaining <= lifetime * LAST_TENTH:
        return Level.WARNING
    return Level.GOOD


def clock_text(seconds: float) -> str:
    """Return ``54:31``, ``1:54:31`` from an hour on, ``6 d 23 h`` from a day on."""
    whole = max(0, int(seconds))
    if whole >= DAY:
        return duration_text(whole)
    hours, rest = divmod(whole, HOUR)
    minutes, seconds_left = divmod(rest, MINUTE)
    if hours:
        return f"{hours}:{minutes:02}:{seconds_left:02}"
    return f"{minutes}:{seconds_left:02}"


def duration_text(seconds: float) -> str:
    """Return the two largest units, such as ``54 min 31 s``, ``6 d 23 h``, ``1 h``."""
    whole = max(0, int(seconds))
    days, rest = divmod(whole, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, seconds_left = divmod(rest, MINUTE)
    parts = [(days, "d"), (hours, "h"), (minutes, "min"), (seconds_left, "s")]
    first = next((at for at, (count, _) in enumerate(parts) if count), len(parts) - 1)
    shown = [f"{count} {unit}" for count, unit in parts[first : first + 2] if count]
    return " ".join(shown) or "0 s"


def ago_text(seconds: float) -> str:
    """Return how long ago something was, in its largest unit: ``2 min ago``."""
    largest = duration_text(seconds).split(" ")[:2]
    return f"{' '.join(largest)} ago"


def remaining_sentence(
    access: float | None,
    refresh: float | None,
    *,
    has_refresh: bool,
    session: str = "",
) -> str:
    """Return what the two rings show, in words.

    Args:
        access: Seconds left of the access token; None when unknown.
        refresh: Seconds left of the refresh token; None when unknown.
        has_refresh: Whether there is a refresh token at all.
        session: What is left of the session, a sentence.
    """
    sentences = [f"Access token: {left_text(access)}."]
    sentences.append(
        f"Refresh token: {left_text(refresh)}." if has_refresh else "No refresh token."
    )
    return " ".join(filter(None, [*sentences, session]))


def left_text(remaining: float | None) -> str:
    """Return ``54 min 31 s left``, ``over`` or ``end unknown``."""
    if remaining is None:
        return "end unknown"
    if remaining < 1:
        return "over"
    return f"{duration_text(remaining)} left"


def masked(secret: str) -> str:
    """Return a text that tells two secrets apart by their ends and hides the rest.

    The number of dots is always the same, so that the length is hidden too.
    """
    if len(secret) < SHORTEST_WITH_ENDS:
        return "•" * DOTS
    return f"{secret[:ENDS_SHOWN]}{'•' * DOTS}{secret[-ENDS_SHOWN:]}"


def breakable(text: str) -> str:
    """Return ``text`` with places where a line may end in words of any length."""
    words = text.split(" ")
    return " ".join(
        word if len(word) <= LONGEST_WORD else ZERO_WIDTH_SPACE.join(word)
        for word in words
    )


def local_time_text(wall: float, now_wall: float) -> str:
    """Return ``14:32:10`` for today, else ``Mon 30 Nov, 13:32``, in local time."""
    moment, today = _local(wall), _local(now_wall)
    if moment is None or today is None:
        return "beyond the calendar"
    if moment.date() == today.date():
        return f"{moment:%H:%M:%S}"
    year = "" if moment.year == today.year else f" {moment.year}"
    weekday, month = WEEKDAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{weekday} {moment.day} {month}{year}, {moment:%H:%M}"


def utc_text(wall: float) -> str:
    """Return ``2026-11-23 12:32:10 UTC``."""
    moment = _utc(wall)
    return (
        "beyond the calendar" if moment is None else f"{moment:%Y-%m-%d %H:%M:%S} UTC"
    )


def _utc(wall: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(wall, tz=UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _local(wall: float) -> datetime | None:
    if hasattr(time, "tzset"):
        time.tzset()  # so that a time zone changed while running is followed
    moment = _utc(wall)
    try:
        return None if moment is None else moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return None

"""How many there may be of what on the practice server."""

from dataclasses import dataclass, field

from ringauth_gui.practice.choices import CountedBy, RetryAfter, SixthSession
from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class Limits:
    """Limits of sessions and calls."""

    sessions_per_person: int = field(
        default=5,
        metadata=explained(
            "Sessions per person and app",
            "How many sessions one person may have with one app (4).",
        ),
    )
    sixth_session: SixthSession = field(
        default=SixthSession.ENDS_OLDEST,
        metadata=explained(
            "One session too many",
            "What the sign-in does that exceeds that number (4, 13 no. 10).",
        ),
    )
    auth_limit: int = field(
        default=5,
        metadata=explained("Auth group", "Authentication calls in one window (8.1)."),
    )
    light_limit: int = field(
        default=50,
        metadata=explained(
            "Light group", "Light calls in one window, per person and app (8.1)."
        ),
    )
    medium_limit: int = field(
        default=40,
        metadata=explained(
            "Medium group", "Medium calls in one window, per person and app (8.1)."
        ),
    )
    limit_window: int = field(
        default=60,
        metadata=explained("Window", "Seconds in which the calls are counted (8.1)."),
    )
    penalty: int = field(
        default=60,
        metadata=explained(
            "Penalty",
            "Seconds that everything is refused after one call too many; each call "
            "inside starts it anew (8.1).",
        ),
    )
    auth_counted_by: CountedBy = field(
        default=CountedBy.CLIENT,
        metadata=explained(
            "Auth group counts by",
            "Whose authentication calls are counted together (8.1, 13 no. 7).",
        ),
    )
    authorize_counts: bool = field(
        default=False,
        metadata=explained(
            "Authorize counts",
            "Whether opening the sign-in page is an authentication call too (8.1).",
        ),
    )
    rate_limit_headers: bool = field(
        default=True,
        metadata=explained(
            "X-Rate-Limit headers",
            "Whether counted answers tell group, limit, remaining calls and window "
            "(8.2).",
        ),
    )
    retry_after: RetryAfter = field(
        default=RetryAfter.SECONDS,
        metadata=explained("Retry-After", "How a 429 tells how long to wait (8.2)."),
    )

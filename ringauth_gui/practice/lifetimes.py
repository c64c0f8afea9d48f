"""How long things live on the practice server."""

from dataclasses import dataclass, field

from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class Lifetimes:
    """Lifetimes in seconds; a change holds for what is issued after it."""

    access_token_lifetime: int = field(
        default=3600,
        metadata=explained(
            "Access token",
            "Seconds that an access token works, and the most that can be asked for"
            " (3.2).",
        ),
    )
    refresh_token_lifetime: int = field(
        default=604_800,
        metadata=explained(
            "Refresh token",
            "Seconds that a refresh token works when nothing was asked for (3.2).",
        ),
    )
    longest_refresh_token_lifetime: int = field(
        default=2_592_000,
        metadata=explained(
            "Longest refresh token",
            "The most that refresh_token_ttl gives: 30 days in the specification, 7"
            " days (604800) in the guide (3.2, 13 no. 6).",
        ),
    )
    code_lifetime: int = field(
        default=60,
        metadata=explained(
            "Authorization code",
            "Seconds until a code is over; only the documentation's example is "
            "known (2.3, 13 no. 1).",
        ),
    )
    ticket_lifetime: int = field(
        default=600,
        metadata=explained(
            "Sign-in page", "Seconds that the pages of a sign-in can be used (2.2)."
        ),
    )
    unused_grace: int = field(
        default=3600,
        metadata=explained(
            "Grace before first use",
            "Seconds that a replaced refresh token gives the new tokens again while"
            " the new access token is unused (4, rule 5).",
        ),
    )
    used_grace: int = field(
        default=10,
        metadata=explained(
            "Grace after first use",
            "Seconds that it does so after the first use of the new access token "
            "(4, rule 4).",
        ),
    )
    corrupted_period: int = field(
        default=10,
        metadata=explained(
            "OAU-129 before OAU-213",
            "Seconds that a replaced access token is called corrupted, before it is"
            " not found (4, rule 3).",
        ),
    )
    session_lifetime: int = field(
        default=0,
        metadata=explained(
            "Absolute session time-out",
            "Seconds after which a session ends whatever happens, told in the token"
            " answer; 0 enforces none (3.4, 4 rule 7).",
        ),
    )
    session_idle_timeout: int = field(
        default=0,
        metadata=explained(
            "Idle time-out",
            "Seconds without a call or refresh after which a session ends, told in "
            "the token answer; 0 enforces none (3.4).",
        ),
    )

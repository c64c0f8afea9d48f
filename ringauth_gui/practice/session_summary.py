"""What can be said of a session without its secrets, and how one ends."""

import enum
from dataclasses import dataclass


class Ending(enum.Enum):
    """What a refresh answers after a session was ended; API calls answer OAU-213."""

    REVOKED = "OAU-211"
    NOT_FOUND = "OAU-213"


@dataclass(frozen=True)
class SessionSummary:
    """A session without its secrets.

    Attributes:
        session_id: As the token endpoint told it.
        client_id: The app's.
        extension_id: The person's.
        extension_number: The person's.
        started_at: When the sign-in was.
        access_ends_at: When its access token ends.
        refresh_ends_at: When its refresh token ends; None without one.
    """

    session_id: str
    client_id: str
    extension_id: int
    extension_number: str
    started_at: float
    access_ends_at: float
    refresh_ends_at: float | None

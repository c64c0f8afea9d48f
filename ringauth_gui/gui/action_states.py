"""Which actions a profile offers now, and why not the others; no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionStates:
    """What the header's buttons show.

    Attributes:
        signed_in: Whether there is a token; decides which button stands out.
        busy: Whether something runs that can be cancelled.
        authorize: Why Authorize cannot be pressed now; None when it can.
        refresh: The same for Refresh.
        revoke: The same for Revoke.
        check: The same for Check.
        paste: The same for a token from elsewhere.
        end: The same for Sign out and Forget.
    """

    signed_in: bool
    busy: bool = False
    authorize: str | None = None
    refresh: str | None = None
    revoke: str | None = None
    check: str | None = None
    paste: str | None = None
    end: str | None = None

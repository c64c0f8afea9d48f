"""Decides when a token is refreshed by itself; no Qt."""

from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.moment import Moment

LEAD = 120.0  # seconds before the access token ends
SHORTEST = 10  # seconds; of tokens that live shorter, no refresh brings a better one


def lead_of(lifetime: int | None) -> float:
    """Return how long before its end a token of this ``lifetime`` is due."""
    # One that lives shorter than the lead would be due as soon as it came.
    return min(LEAD, (lifetime or 0) / 2)


class AutoRefresh:
    """Says once for each access token that it is time (R15)."""

    def __init__(self) -> None:
        """Remember no token yet."""
        self._tried: str | None = None

    def is_due(self, state: SessionState, now: Moment) -> bool:
        """Return whether to refresh now; a token is never named due twice.

        Neither is one that lives too short to be of use, after another that was due:
        what brought it would bring the next one too, and so on (R15).
        """
        token = state.token
        if token is None or not state.profile.auto_refresh or state.is_used_elsewhere:
            return False
        left = token.access_remaining(now)
        is_busy = state.activity is not None or state.pending is not None
        if left is None or left > lead_of(token.expires_in) or is_busy:
            return False
        is_new = token.access_token != self._tried
        is_first = self._tried is None
        self._tried = token.access_token
        return is_new and (is_first or (token.expires_in or 0) >= SHORTEST)

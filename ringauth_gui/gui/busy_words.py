"""What a row says of what runs for its profile, without flicker; no Qt."""

from collections.abc import Mapping

from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.moment import Moment

LONG = 0.4  # seconds; what ends sooner would only make the row flicker
BUSY_WORDS: Mapping[Activity | None, str] = {
    Activity.AUTHORIZING: "Signing in…",
    Activity.REFRESHING: "Refreshing…",
    Activity.REVOKING: "Revoking…",
    Activity.CHECKING: "Checking…",
    Activity.ASKING: "Asking…",
    Activity.DELETING: "Deleting…",
}


class BusyWatch:
    """Knows since when each profile is busy."""

    def __init__(self) -> None:
        """Know of nothing that runs."""
        self._since: dict[str, tuple[Activity, Moment]] = {}

    def is_worth_a_word(self, state: SessionState, now: Moment) -> bool:
        """Return whether what runs is to be told: a person waits, or it takes long."""
        profile_id, activity = state.profile.id, state.activity
        if activity is None:
            self._since.pop(profile_id, None)
            return False
        known, since = self._since.get(profile_id, (None, now))
        if known is not activity:
            self._since[profile_id] = (activity, now)
            since = now
        if activity is Activity.AUTHORIZING:
            return True
        if now.monotonic is None or since.monotonic is None:
            return False
        return now.monotonic - since.monotonic >= LONG

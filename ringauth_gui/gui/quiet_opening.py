"""Opens profiles that nobody has looked at yet, where one has to be refreshed."""

from ringauth_gui.gui.last_seen import is_refresh_due
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.session_outcomes import UNREAD
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.moment import Moment


class QuietOpening:
    """Goes by the marks of all windows, since the keyring is not read for that."""

    def __init__(self, sessions: SessionList) -> None:
        """Open among ``sessions``."""
        self._sessions = sessions

    def tick(self, now: Moment) -> None:
        """Open one whose token is due; after that its session refreshes by itself.

        Nothing is read unasked once a keyring did not answer (KR-04).
        """
        states = [session.state for session in self._sessions.sessions]
        is_reading = any(state.activity is Activity.RESTORING for state in states)
        if is_reading or any(state.keyring_trouble == UNREAD for state in states):
            return
        for session in self._sessions.sessions:
            if is_refresh_due(session.state, now):
                session.open()
                return

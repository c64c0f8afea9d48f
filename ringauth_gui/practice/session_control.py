"""The sessions of the server as the person who runs it sees and ends them."""

import threading
from collections.abc import Callable

from ringauth_gui.practice.session import Session
from ringauth_gui.practice.session_summary import Ending, SessionSummary
from ringauth_gui.practice.sessions import Sessions

Choose = Callable[[SessionSummary], bool]


def every_session(_: SessionSummary) -> bool:
    """Choose all sessions."""
    return True


class SessionControl:
    """Lists, ends and shortens sessions; safe to call from several threads."""

    def __init__(self, sessions: Sessions, clock: Callable[[], float]) -> None:
        """Control ``sessions``, whose lock this holds."""
        self._sessions = sessions
        self._clock = clock
        self._lock = threading.Lock()

    def sessions(self) -> tuple[SessionSummary, ...]:
        """The sessions that go on, oldest first."""
        with self._lock:
            self._sessions.end_overdue(self._clock())
            return tuple(session.summary for session in self._sessions)

    def end_sessions(self, ending: Ending, choose: Choose = every_session) -> int:
        """End the chosen sessions and tell how many they were."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                self._sessions.end(session, ending)
            return len(chosen)

    def crowd_out(self) -> None:
        """Start as many further sessions as it takes to end all that are open."""
        with self._lock:
            self._sessions.crowd_out(self._clock())

    def expire_access_tokens(self, choose: Choose = every_session) -> int:
        """Let the chosen sessions' access tokens be over now (OAU-128)."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                session.expire_access_token(self._clock())
            return len(chosen)

    def shorten(self, access_token: str, seconds: float) -> None:
        """Let one access token be over after so many seconds at the latest."""
        with self._lock:
            session = self._sessions.with_access_token(access_token)
            if session is not None:
                session.expire_access_token(self._clock() + seconds)

    def expire_refresh_tokens(self, choose: Choose = every_session) -> int:
        """Let the chosen sessions' refresh tokens be over now (OAU-210)."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                session.expire_refresh_token(self._clock())
            return len(chosen)

    def _chosen(self, choose: Choose) -> tuple[Session, ...]:
        return tuple(one for one in self._sessions if choose(one.summary))

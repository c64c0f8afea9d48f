"""Compares this computer's clock with each server's, and warns where it is far off."""

from typing import TYPE_CHECKING

from ringauth_gui.gui.clock_words import FAR, clock_warning
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.moment import Clock, Moment
from ringauth_gui.oauth.server_clocks import ServerClocks
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.oauth.exchange import Exchange


class ClockWatch:
    """Learns of every answer, and knows the time with what it has learnt."""

    def __init__(self, sessions: SessionList, clock: Clock) -> None:
        """Watch for all profiles of ``sessions``."""
        self._sessions = sessions
        self._clock = clock
        self._clocks = ServerClocks()
        self._warned: set[str] = set()

    def learn(self, exchange: "Exchange") -> None:
        """Take in what an answer tells of its server's clock."""
        self._clocks.learn(exchange)

    def now_for(self, profile: Profile) -> Moment:
        """Return now, and how far the clock of the profile's server is ahead."""
        return self._clocks.at(secret_binding(profile), self._clock())

    def tick(self) -> None:
        """Let every session see the time; warn for the one in sight, once a server."""
        now = self._clock()
        for session in self._sessions.sessions:
            session.tick(self._clocks.at(secret_binding(session.state.profile), now))
        self._warn()

    def _warn(self) -> None:
        session = self._sessions.current
        if session is None:
            return
        profile, message = session.state.profile, session.state.message
        server, ahead = secret_binding(profile), self.now_for(profile).ahead
        if ahead is None:
            return
        if ahead.smallest < FAR:
            self._warned.discard(server)
        elif server not in self._warned and session.state.why_busy() is None:
            warning = clock_warning(ahead, message)
            if warning is not None:
                self._warned.add(server)
                session.show_message(warning)

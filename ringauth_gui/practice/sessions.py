"""The sessions of the server: those that go on, and the last ones that are over."""

from collections import deque
from collections.abc import Iterator

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.choices import SixthSession
from ringauth_gui.practice.grant import Grant
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import SESSIONS_EXCEEDED, Refused
from ringauth_gui.practice.session import Session
from ringauth_gui.practice.session_summary import Ending
from ringauth_gui.practice.token_options import NO_OPTIONS, TokenOptions

# Enough to tell a revoked token from an unknown one, and bounded.
_REMEMBERED_ENDS = 100


class Sessions:
    """Starts, finds and ends sessions; ``Rules`` calls it under its lock."""

    def __init__(self, behaviour: Behaviour) -> None:
        self._behaviour = behaviour
        self._going: list[Session] = []
        self._over: deque[Session] = deque(maxlen=_REMEMBERED_ENDS)

    def __iter__(self) -> Iterator[Session]:
        """The sessions that go on, oldest first."""
        return iter(tuple(self._going))

    def start(self, grant: Grant, options: TokenOptions, now: float) -> Session:
        """Start a session, if need be in place of another.

        Raises:
            Refused: CMN-301, the person has as many as may be with this app.
        """
        settings = self._behaviour.settings
        if settings.endpoint_id_is_one_session:
            self._end_of_instance(grant, options.endpoint_id)
        same = [one for one in self._going if _is_same(one.grant, grant)]
        is_full = bool(same) and len(same) >= settings.sessions_per_person
        if is_full and settings.sixth_session is SixthSession.IS_REFUSED:
            raise Refused(SESSIONS_EXCEEDED)
        session = Session(grant, options, self._behaviour, now)
        if is_full and settings.sixth_session is SixthSession.ENDS_OLDEST:
            self.end(same[0], Ending.NOT_FOUND)
        self._going.append(session)
        return session

    def crowd_out(self, now: float) -> None:
        """Start so many further sessions that all that go on now are over."""
        for session in self:
            for _ in range(self._behaviour.settings.sessions_per_person):
                self.start(session.grant, NO_OPTIONS, now)

    def end_overdue(self, now: float) -> None:
        """End the sessions whose time-outs have come."""
        for session in self:
            if session.is_overdue(now):
                self.end(session, Ending.REVOKED)

    def end(self, session: Session, ending: Ending) -> None:
        """End a session; does nothing when it is over already."""
        if session in self._going:
            self._going.remove(session)
            session.ending = ending
            self._over.append(session)

    def with_access_token(self, untrusted_token: str) -> Session | None:
        """The session that the access token belongs to, also when it is over."""
        return next(
            (one for one in self._all() if one.has_access_token(untrusted_token)), None
        )

    def with_refresh_token(self, untrusted_token: str) -> Session | None:
        """The session that the refresh token belongs to, also when it is over."""
        return next(
            (one for one in self._all() if one.has_refresh_token(untrusted_token)), None
        )

    def owner_of(self, untrusted_text: str) -> Person | None:
        """Whose token it is, also when its session is over."""
        session = self.with_access_token(untrusted_text)
        session = session or self.with_refresh_token(untrusted_text)
        return None if session is None else session.grant.person

    def _end_of_instance(self, grant: Grant, endpoint_id: str | None) -> None:
        for session in self:
            if session.endpoint_id == endpoint_id and _is_same(session.grant, grant):
                self.end(session, Ending.NOT_FOUND)

    def _all(self) -> tuple[Session, ...]:
        return (*self._going, *self._over)


def _is_same(one: Grant, other: Grant) -> bool:
    return (one.app.client_id, one.person.extension_id) == (
        other.app.client_id,
        other.person.extension_id,
    )

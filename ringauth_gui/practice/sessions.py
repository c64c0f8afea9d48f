"""The sessions of the server: those that go on, and the last ones that are over."""

from collections import deque
from collections.abc import Iterator

from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.grant import Grant
from ringauth_gui.practice.session import Ending, Session

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

    def start(self, grant: Grant, now: float) -> Session:
        """Start a session; one too many ends the oldest of this person and app."""
        same = [one for one in self._going if _is_same(one.grant, grant)]
        if same and len(same) >= self._behaviour.settings.sessions_per_person:
            self.end(same[0], Ending.NOT_FOUND)
        session = Session(grant, self._behaviour, now)
        self._going.append(session)
        return session

    def crowd_out(self, now: float) -> None:
        """Start so many further sessions that all that go on now are over."""
        for session in self:
            for _ in range(self._behaviour.settings.sessions_per_person):
                self.start(session.grant, now)

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

    def _all(self) -> tuple[Session, ...]:
        return (*self._going, *self._over)


def _is_same(one: Grant, other: Grant) -> bool:
    return (one.app.client_id, one.person.extension_id) == (
        other.app.client_id,
        other.person.extension_id,
    )

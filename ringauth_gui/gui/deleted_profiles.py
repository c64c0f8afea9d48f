"""The profiles that were deleted since the window opened, to be brought back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.deletion_words import deleted_message, renamed_message
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.moment import Clock
from ringauth_gui.outcomes import Withdrawn
from ringauth_gui.storage.profile_names import free_name

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session


@dataclass(frozen=True)
class _Deleted:
    """A profile that is gone, and where it stood."""

    session: "Session"
    place: int


class DeletedProfiles(QObject):
    """Deletes profiles once nothing of them is kept, and undoes that in turn.

    What they kept lies in the vault's memory; here are no secrets.

    Signals:
        changed: There is something to undo now, or nothing any more.
        said: A Message about what was done; None when the last one is over.
    """

    changed = Signal()
    said = Signal(object)

    def __init__(self, sessions: SessionList, clock: Clock) -> None:
        """Delete from ``sessions``."""
        super().__init__(sessions)
        self._sessions = sessions
        self._clock = clock
        self._deleted: list[_Deleted] = []
        self._followed: set[Session] = set()
        sessions.rows_changed.connect(self._on_sessions_rows_changed)

    @property
    def can_undo(self) -> bool:
        """Whether a profile can be brought back."""
        return bool(self._deleted)

    def delete(self, session: "Session") -> None:
        """Delete the session's profile; it stays where its secrets cannot go."""
        if session not in self._followed:
            self._followed.add(session)
            session.removal.withdrawn.connect(partial(self._on_withdrawn, session))
        session.removal.withdraw()

    def undo(self, then: "Callable[[Session], None] | None" = None) -> None:
        """Bring back the profile that was deleted last; ``then`` is done with it."""
        if not self._deleted:
            return
        deleted = self._deleted.pop()
        session, message = deleted.session, self._rename(deleted.session)
        self._sessions.put_back(session, deleted.place)
        session.removal.bring_back(partial(then, session) if then else None)
        self._sessions.select(session.state.profile.id)
        self._sessions.save()
        self.changed.emit()
        self.said.emit(message)

    def _rename(self, session: "Session") -> Message | None:
        """Give the profile a name that is still free; return what to say of that."""
        profile, names = session.state.profile, self._sessions.names
        if profile.name.casefold() not in {name.casefold() for name in names}:
            return None
        free = free_name(profile.name, names)
        session.update_options(replace(profile, name=free))
        return renamed_message(free, profile.name)

    def _on_sessions_rows_changed(self) -> None:
        """Let go of what is there again because another window wanted to keep it."""
        for deleted in [*self._deleted]:
            again = self._sessions.get(deleted.session.state.profile.id)
            if again is not None:
                self._deleted.remove(deleted)
                again.removal.bring_back()
                self.changed.emit()

    def _on_withdrawn(self, session: "Session", withdrawn: Withdrawn) -> None:
        profile = session.state.profile
        place = self._sessions.place_of(profile.id)
        self._deleted.append(_Deleted(session, place))
        self._sessions.remove(profile.id)
        self._sessions.save()
        self.changed.emit()
        self.said.emit(deleted_message(profile, withdrawn, self._clock()))

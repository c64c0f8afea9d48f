"""The sessions of all profiles, and which one is in sight."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.profile_secrets import NO_NEW_SECRETS, NewSecrets
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session


class SessionList(QObject):
    """Every profile's session, in the order of the side list.

    Signals:
        save_wanted: The profiles are not any more as they were last saved.
        keep_wanted: The id of a profile that is to stay, whatever others did with it.
    """

    rows_changed = Signal()
    current_changed = Signal()
    current_state_changed = Signal()
    save_wanted = Signal()
    keep_wanted = Signal(str)

    def __init__(
        self,
        profiles: Sequence[Profile],
        make_session: "Callable[[Profile], Session]",
    ) -> None:
        """Make a session for each of ``profiles``."""
        super().__init__()
        self._make_session = make_session
        self._is_opening = False
        self._sessions: dict[str, Session] = {}
        self.current: Session | None = None
        for profile in profiles:
            self._sessions[profile.id] = self._new_session(profile)

    @property
    def sessions(self) -> "tuple[Session, ...]":
        """All sessions, in order."""
        return tuple(self._sessions.values())

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """All profiles, in order."""
        return tuple(session.state.profile for session in self.sessions)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all profiles."""
        return tuple(profile.name for profile in self.profiles)

    def get(self, profile_id: str) -> "Session | None":
        """Return the profile's session, if it is there."""
        return self._sessions.get(profile_id)

    def select(self, profile_id: str) -> None:
        """Bring a profile into sight, and read its secrets unless they were read."""
        session = self._sessions.get(profile_id)
        if session is None or session is self.current:
            return
        self.current = session
        self.current_changed.emit()
        self._open_current()

    def start_opening(self) -> None:
        """Read the secrets of the profile in sight, and of each that comes there.

        Before this nothing is read: the window is to be painted first.
        """
        self._is_opening = True
        self._open_current()

    def find(self, is_wanted: Callable[[Profile], bool]) -> Profile | None:
        """Return the first profile that ``is_wanted`` accepts."""
        return next(filter(is_wanted, self.profiles), None)

    def keep(self, profile: Profile, entered: NewSecrets = NO_NEW_SECRETS) -> None:
        """Add ``profile``, or take over its edited fields, and save the file."""
        session = self._sessions.get(profile.id)
        if session is None:
            session = self._sessions[profile.id] = self._new_session(profile)
        session.save(profile, entered)
        self.save()

    def keep_options(self, profile: Profile) -> None:
        """Take over options that do not touch the registration, and save the file."""
        self._sessions[profile.id].update_options(profile)
        self.save()

    def place_of(self, profile_id: str) -> int:
        """Return how many profiles stand above this one."""
        return list(self._sessions).index(profile_id)

    def insert(self, profile: Profile, place: int) -> None:
        """Add a new ``profile`` below the first ``place``; the file is not saved."""
        self.put_back(self._new_session(profile), place)

    def add_all(self, profiles: Sequence[Profile]) -> None:
        """Add new ``profiles`` below all others; the file is not saved."""
        for profile in profiles:
            self._sessions[profile.id] = self._new_session(profile)
        self.rows_changed.emit()

    def put_back(self, session: "Session", place: int) -> None:
        """Add a ``session`` that was removed; the file is not saved."""
        sessions = list(self._sessions.items())
        sessions.insert(place, (session.state.profile.id, session))
        self._sessions = dict(sessions)
        self.rows_changed.emit()

    def move(self, profile_id: str, place: int) -> None:
        """Let the profile stand below ``place`` others; the file is not saved."""
        self.put_back(self._sessions.pop(profile_id), place)

    def remove(self, profile_id: str) -> "Session":
        """Leave a profile out; the file is not saved.

        When it was in sight, the one below it comes there, else the one above.
        """
        place = self.place_of(profile_id)
        removed = self._sessions.pop(profile_id)
        is_current = removed is self.current
        if is_current:
            rest = self.sessions
            self.current = rest[min(place, len(rest) - 1)] if rest else None
        self.rows_changed.emit()
        if is_current:
            self.current_changed.emit()
            self._open_current()
        return removed

    def save(self) -> None:
        """Save the profiles as they are now."""
        self.save_wanted.emit()

    def arrange(self, profile_ids: Sequence[str], new: Sequence[Profile] = ()) -> None:
        """Bring all profiles, and the ``new`` ones, into this order; nothing is saved.

        Args:
            profile_ids: Of all.
            new: Those that were not there.
        """
        sessions = self._sessions
        sessions |= {each.id: self._new_session(each) for each in new}
        self._sessions = {key: sessions[key] for key in profile_ids}
        self.rows_changed.emit()

    def _open_current(self) -> None:
        if self._is_opening and self.current is not None:
            from ringauth_gui.gui.session_keeping import wants_reading

            if wants_reading(self.current.state):
                self.current.open()

    def _new_session(self, profile: Profile) -> "Session":
        session = self._make_session(profile)
        session.state_changed.connect(partial(self._on_session_state_changed, session))
        return session

    def _on_session_state_changed(self, session: "Session") -> None:
        self.rows_changed.emit()
        if session is self.current:
            self.current_state_changed.emit()

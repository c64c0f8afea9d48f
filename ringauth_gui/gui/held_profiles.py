"""Profiles that were deleted elsewhere, which go from here when nobody minds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.session_list import SessionList

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session


class HeldProfiles(QObject):
    """Removes them, and holds those that somebody is at work in.

    Signals:
        message: The Message that there is to be said.
    """

    message = Signal(object)

    def __init__(
        self, sessions: SessionList, is_in_use: "Callable[[Session], bool]"
    ) -> None:
        """Hold what is busy, or what ``is_in_use`` says."""
        super().__init__(sessions)
        self._sessions = sessions
        self._is_in_use = is_in_use
        self._held: Sequence[str] = ()

    def remove(self, profile_ids: Sequence[str]) -> None:
        """Remove what was deleted elsewhere; what is in use is held, and says so."""
        from ringauth_gui.gui.sync_words import HELD

        before, sessions = self._held, self._sessions
        self._remove(profile_ids, self._is_idle)
        for profile_id in set(self._held).difference(before):
            session = sessions.get(profile_id)
            if session is not None:
                session.show_message(HELD)

    def tick(self) -> None:
        """Remove what is held and nobody is at work in any more.

        What is in sight stays: the person may be reading what came of it.
        """
        if self._held:
            self._remove(self._held, self._is_out_of_sight)

    def keep(self, profile_id: str) -> None:
        """Hold a profile no longer: it is to stay."""
        self._held = [each for each in self._held if each != profile_id]

    def _remove(
        self, profile_ids: Sequence[str], may_go: "Callable[[Session], bool]"
    ) -> None:
        from ringauth_gui.gui.sync_words import removed_message

        found = [*filter(None, map(self._sessions.get, profile_ids))]
        going = [each.state.profile for each in found if may_go(each)]
        staying = [each.state.profile for each in found if not may_go(each)]
        self._held = [profile.id for profile in staying]
        for profile in going:
            self._sessions.remove(profile.id)
        if going:
            self.message.emit(removed_message([profile.name for profile in going]))

    def _is_idle(self, session: "Session") -> bool:
        return session.state.why_busy() is None and not self._is_in_use(session)

    def _is_out_of_sight(self, session: "Session") -> bool:
        return self._is_idle(session) and session is not self._sessions.current

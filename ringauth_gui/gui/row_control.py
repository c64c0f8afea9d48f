"""Decides what the side list shows of each profile."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ringauth_gui.gui.busy_words import BusyWatch
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.profile_rows import profile_row
from ringauth_gui.gui.seen_messages import SeenMessages
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.side_list import SideList
from ringauth_gui.late import Late
from ringauth_gui.moment import Moment
from ringauth_gui.storage.profile import Profile


class RowControl(QObject):
    """Shows a row for each session."""

    def __init__(
        self,
        sessions: SessionList,
        side_list: Late[SideList],
        now_for: Callable[[Profile], Moment],
    ) -> None:
        """Show ``sessions`` in ``side_list``; ``now_for`` is the time for a profile."""
        super().__init__(sessions)
        self._sessions = sessions
        self._side_list = side_list
        self._now_for = now_for
        self._busy = BusyWatch()
        self._seen = SeenMessages()

    def show(self, in_sight: SessionState | None) -> None:
        """Show how all profiles stand; the one ``in_sight`` is the selected one."""
        if in_sight is not None:
            self._seen.see(in_sight)
        side_list = self._side_list()
        sessions = self._sessions.sessions
        side_list.set_rows([self._row(session.state) for session in sessions])
        side_list.select("" if in_sight is None else in_sight.profile.id)

    def _row(self, state: SessionState) -> ProfileRow:
        now = self._now_for(state.profile)
        return profile_row(
            state,
            now,
            shows_busy=self._busy.is_worth_a_word(state, now),
            has_news=self._seen.has_news(state),
        )

"""Decides what the side list shows of each profile."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ringauth_gui.gui.busy_words import BusyWatch
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.profile_rows import profile_row
from ringauth_gui.gui.seen_messages import SeenMessages
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.side_list import SideList
from ringauth_gui.late import Late
from ringauth_gui.moment import Clock, Moment, elapsed
from ringauth_gui.storage.profile import Profile

_Flags = tuple[bool, bool, bool]


@dataclass(frozen=True)
class _Made:
    """A row, and what it was made of."""

    state: SessionState
    flags: _Flags
    at: Moment
    row: ProfileRow

    def is_still_so(self, state: SessionState, flags: _Flags, now: Moment) -> bool:
        """Return whether it would be made the same again."""
        if state is not self.state or flags != self.flags:
            return False
        passed = elapsed(self.at, now)
        return passed is not None and passed < self.row.lasts


class RowControl(QObject):
    """Shows a row for each session, and makes only those anew that are different."""

    def __init__(
        self,
        sessions: SessionList,
        side_list: Late[SideList],
        clock: Clock,
        now_for: Callable[[Profile], Moment],
    ) -> None:
        """Show ``sessions`` in ``side_list``; ``now_for`` is the time for a profile."""
        super().__init__(sessions)
        self._sessions = sessions
        self._side_list = side_list
        self._clock = clock
        self._now_for = now_for
        self._busy = BusyWatch()
        self._seen = SeenMessages()
        self._made: dict[str, _Made] = {}

    def show(self, in_sight: SessionState | None) -> None:
        """Show how all profiles stand; the one ``in_sight`` is the selected one."""
        if in_sight is not None:
            self._seen.see(in_sight)
        now, side_list = self._clock(), self._side_list()
        states = [session.state for session in self._sessions.sessions]
        side_list.set_rows([self._row(each, now, in_sight) for each in states])
        side_list.select("" if in_sight is None else in_sight.profile.id)

    def _row(
        self, state: SessionState, now: Moment, in_sight: SessionState | None
    ) -> ProfileRow:
        flags = (
            self._busy.is_worth_a_word(state, now),
            self._seen.has_news(state),
            state is in_sight,
        )
        made = self._made.get(state.profile.id)
        if made is not None and made.is_still_so(state, flags, now):
            return made.row
        shows_busy, has_news, in_seconds = flags
        row = profile_row(
            state,
            self._now_for(state.profile),
            shows_busy=shows_busy,
            has_news=has_news,
            in_seconds=in_seconds,
        )
        self._made[state.profile.id] = _Made(state, flags, now, row)
        return row

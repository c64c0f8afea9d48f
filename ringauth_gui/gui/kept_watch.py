"""Notices what other windows do to what is kept for the profiles."""

from PySide6.QtCore import QObject

from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.shared_watch import SharedWatch
from ringauth_gui.late import Late


class KeptWatch(QObject):
    """Watches the marks of all windows, and tells each session of its own."""

    def __init__(self, sessions: SessionList, tools: PageTools) -> None:
        """Watch for all profiles of ``sessions``."""
        super().__init__(sessions)
        self._marks = tools.marks
        self._sessions = sessions
        self._runner = tools.runner
        self._watch = Late(self._new_watch)

    def tick(self) -> None:
        """Look whether a window has marked something."""
        is_looking = self._watch().tick()
        if not is_looking:  # else what is known may be out of date
            self._tell()  # a profile that was added since was marked long ago, perhaps

    def _new_watch(self) -> SharedWatch:
        marks = self._marks()
        return SharedWatch(self._runner, marks.is_outdated, marks.look, self._tell)

    def _tell(self) -> None:
        marks = self._marks()
        for session in self._sessions.sessions:
            mark = marks.known(session.state.profile.id)
            if mark is not None:
                session.notice(mark, is_ours=mark.window == marks.window)

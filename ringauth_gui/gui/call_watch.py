"""Notices the authentication calls that other windows make."""

from functools import partial

from PySide6.QtCore import QObject

from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.shared_watch import SharedWatch


class CallWatch(QObject):
    """Watches the shared file of each caller among the profiles."""

    def __init__(self, sessions: SessionList, tools: PageTools) -> None:
        """Watch for all profiles of ``sessions``."""
        super().__init__(sessions)
        self._counts = tools.counts
        self._sessions = sessions
        self._runner = tools.runner
        self._watches: dict[Caller, SharedWatch] = {}

    def tick(self) -> None:
        """Look whether another window has made calls."""
        profiles = (session.state.profile for session in self._sessions.sessions)
        for caller in {caller_of(profile) for profile in profiles}:
            if caller not in self._watches:
                self._watches[caller] = self._new_watch(caller)
            self._watches[caller].tick()

    def _new_watch(self, caller: Caller) -> SharedWatch:
        counts = self._counts()
        return SharedWatch(
            self._runner,
            partial(counts.is_outdated, caller),
            partial(counts.look, caller),
            self._on_looked,
        )

    def _on_looked(self) -> None:
        for session in self._sessions.sessions:
            session.look_at_calls()

"""Notices the authentication calls that other windows make."""

from functools import partial

from PySide6.QtCore import QObject

from ringauth_gui.call_counts import Caller, caller_of
from ringauth_gui.gui.background import reraise
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.ringcentral.rate_budget import RateBudget


class CallWatch(QObject):
    """Asks at each tick whether a shared file changed, and has it read on a worker."""

    def __init__(self, sessions: SessionList, tools: PageTools) -> None:
        """Watch for all profiles of ``sessions``."""
        super().__init__(sessions)
        self._counts = tools.counts()
        self._sessions = sessions
        self._runner = tools.runner
        self._reading: set[Caller] = set()

    def tick(self) -> None:
        """Look whether another window has made calls."""
        profiles = (session.state.profile for session in self._sessions.sessions)
        for caller in {caller_of(profile) for profile in profiles} - self._reading:
            if self._counts.is_outdated(caller):
                self._reading.add(caller)
                self._runner.run(
                    partial(self._counts.look, caller),
                    partial(self._on_looked, caller),
                    partial(self._on_look_failed, caller),
                )

    def _on_looked(self, caller: Caller, _budget: RateBudget) -> None:
        self._reading.discard(caller)
        for session in self._sessions.sessions:
            session.look_at_calls()

    def _on_look_failed(self, caller: Caller, error: Exception) -> None:
        self._reading.discard(caller)
        reraise(error)

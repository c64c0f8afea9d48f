"""Notices the authentication calls that other windows make."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.shared_watch import SharedWatch

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session


SELDOM = 10  # ticks


class CallWatch(QObject):
    """Watches the shared file of each caller among the profiles.

    That of the profile in sight at each tick, the others now and then: nobody sees how
    many calls these have left.
    """

    def __init__(self, sessions: SessionList, tools: PageTools) -> None:
        """Watch for all profiles of ``sessions``."""
        super().__init__(sessions)
        self._counts = tools.counts
        self._sessions = sessions
        self._runner = tools.runner
        self._watches: dict[Caller, SharedWatch] = {}
        self._ticks = 0

    def tick(self) -> None:
        """Look whether another window has made calls."""
        for caller in {caller_of(each.state.profile) for each in self._looked_at()}:
            if caller not in self._watches:
                self._watches[caller] = self._new_watch(caller)
            self._watches[caller].tick()

    def _looked_at(self) -> "Iterable[Session]":
        is_for_all = self._ticks % SELDOM == 0
        self._ticks += 1
        current = self._sessions.current
        in_sight = () if current is None else (current,)
        return self._sessions.sessions if is_for_all else in_sight

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

"""Saves the profiles and takes over what others save, one after the other."""

import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.held_profiles import HeldProfiles
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.files import Stamp
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import SavedProfiles, SeenProfiles

if TYPE_CHECKING:
    from ringauth_gui.gui.profile_store import ProfileStore
    from ringauth_gui.gui.session import Session

Outcome = TypeVar("Outcome")


_log = logging.getLogger(__name__)


class ProfileSync(QObject):
    """Keeps a window's profiles and their file the same.

    Signals:
        message: The Message that there is to be said.
        taken_over: The profiles are as others saved them.
    """

    message = Signal(object)
    taken_over = Signal()

    def __init__(
        self,
        sessions: SessionList,
        store: "ProfileStore",
        runner: BackgroundRunner,
        is_in_use: "Callable[[Session], bool]",
    ) -> None:
        """Begin with the profiles of ``sessions``, as they were read.

        Args:
            sessions: Those of the window.
            store: Where other windows write too.
            runner: Runs what may block.
            is_in_use: Whether somebody is at work in a profile, besides what runs.
        """
        super().__init__(sessions)
        self._sessions = sessions
        self._store = store
        self._runner = runner
        self._base = self._base_when_done = sessions.profiles
        self._done = threading.Event()
        self._done.set()  # nothing runs
        self._went_well = threading.Event()
        self._seen: Stamp | None = None
        self._is_running = True  # until it is started
        self._is_due = self._has_failed = False
        self._held = HeldProfiles(sessions, is_in_use)
        self._kept: set[str] = set()  # deleted elsewhere, but wanted here
        self._held.message.connect(self.message)
        sessions.save_wanted.connect(self.save)
        sessions.keep_wanted.connect(self._on_sessions_keep_wanted)

    def start(self) -> None:
        """Begin to save and look: before this the window is to be painted."""
        self._is_running = False
        if self._is_due:
            self.save()

    def save(self) -> None:
        """Save the profiles; what changes meanwhile is saved right afterwards."""
        if self._is_running:
            self._is_due = True
            return
        self._is_running, self._is_due = True, False
        ours, base = self._sessions.profiles, self._base_to_save_on()
        self._base_when_done = ours
        self._start(
            partial(self._store.save, ours, base),
            partial(self._on_saved, ours),
            self._on_save_failed,
        )

    def save_what_is_due(self) -> None:
        """Begin the save that waits, or that failed: the disk may have room by now.

        At the end nothing is delivered that would begin it.
        """
        if self._is_due or self._has_failed:
            ours, done, went_well = self._sessions.profiles, self._done, self._went_well
            before, after = self._base_to_save_on(), self._base_when_done

            def save() -> None:
                done.wait()
                self._store.save(ours, after if went_well.is_set() else before)

            self._start(save, lambda _nothing: None, reraise)

    def tick(self) -> None:
        """Look whether another window or program wrote."""
        if self._is_running:
            return
        self._held.tick()
        if self._store.stamp == self._seen:
            return
        if self._has_failed:
            self.save()
            return
        self._is_running = True
        ours = self._sessions.profiles
        self._base_when_done = self._base
        self._start(
            partial(self._store.look, self._base),
            partial(self._on_looked, ours),
            self._on_look_failed,
        )

    def _base_to_save_on(self) -> tuple[Profile, ...]:
        return tuple(each for each in self._base if each.id not in self._kept)

    def _start(
        self,
        work: Callable[[], Outcome],
        on_success: Callable[[Outcome], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        done = self._done = threading.Event()
        went_well = self._went_well = threading.Event()

        def call() -> Outcome:
            try:
                outcome = work()
                went_well.set()
            finally:
                done.set()
            return outcome

        self._runner.run(call, on_success, on_failure)

    def _on_saved(self, ours: Sequence[Profile], saved: SavedProfiles) -> None:
        from ringauth_gui.gui.sync_words import saved_message

        self._is_running = self._has_failed = False
        self._base = tuple(ours)
        self._agree(ours, saved.profiles, saved.stamp)
        message = saved_message(saved)
        if message is not None:
            self.message.emit(message)

    def _on_save_failed(self, error: Exception) -> None:
        from ringauth_gui.gui.sync_words import save_failed

        self._is_running, self._has_failed = False, True
        _log.info("Profiles not saved: %s", error)
        if self._is_due:
            self.save()
        if not isinstance(error, ProfileFileError):
            reraise(error)
        self.message.emit(save_failed(str(error)))

    def _on_looked(self, ours: Sequence[Profile], seen: SeenProfiles) -> None:
        self._is_running = False
        self._agree(ours, seen.profiles, seen.stamp)

    def _on_look_failed(self, error: Exception) -> None:
        self._is_running = False
        reraise(error)

    def _agree(
        self,
        ours: Sequence[Profile],
        theirs: Sequence[Profile],
        stamp: Stamp | None,
    ) -> None:
        """Take over what others wrote, unless something was changed here since.

        Then that is saved first, so that a clash is found and told.
        """
        if self._is_due or self._sessions.profiles != ours:
            self.save()
            return
        from ringauth_gui.gui.session_takeover import take_over

        self._seen = stamp
        take_over(self._sessions, theirs)
        there = {profile.id for profile in theirs}
        gone = [each.id for each in self._sessions.profiles if each.id not in there]
        self._held.remove(gone)
        # What is held is still as it was before it was deleted: it is not new.
        self._base = self._sessions.profiles
        self._kept.clear()
        self.taken_over.emit()

    def _on_sessions_keep_wanted(self, profile_id: str) -> None:
        self._held.keep(profile_id)
        self._kept.add(profile_id)
        self.save()

"""A profile file that is none, where a test writes as another window does."""

import threading
from collections.abc import Sequence
from pathlib import Path

from ringauth_gui.storage.files import Stamp
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_merge import merge_profiles
from ringauth_gui.storage.profiles import SavedProfiles, SeenProfiles


class FakeProfileStore:
    """Holds profiles in memory, and merges as ``ProfileFile`` does.

    Attributes:
        held: What the file would hold.
        saved: What this window's saves made of it, one after the other.
        may_end: Whether saves may end, or wait.
        looks: How often it was read.
        save_error: Raised by the next saves; None for a file that can be written.
        next_errors: Raised by the next saves, one by each.
    """

    def __init__(self) -> None:
        self.held: Sequence[Profile] = ()
        self.saved: list[tuple[Profile, ...]] = []
        self.save_error: Exception | None = None
        self.next_errors: list[Exception] = []
        self.looks = 0
        self.may_end = threading.Event()
        self.may_end.set()
        self._writes = 0

    @property
    def stamp(self) -> Stamp | None:
        return (self._writes, 0, 0) if self._writes else None

    def write(self, *profiles: Profile) -> None:
        """Write as another window or program does."""
        self.held = profiles
        self._writes += 1

    def look(self, known: Sequence[Profile]) -> SeenProfiles:
        self.looks += 1
        return SeenProfiles(
            tuple(self.held) if self._writes else tuple(known), self.stamp
        )

    def save(
        self, profiles: Sequence[Profile], base: Sequence[Profile]
    ) -> SavedProfiles:
        self.may_end.wait(5.0)
        if self.next_errors:
            raise self.next_errors.pop(0)
        if self.save_error is not None:
            raise self.save_error
        merged = merge_profiles(base, profiles, self.held)
        self.write(*merged.profiles)
        self.saved.append(merged.profiles)
        is_lost = any(each.loses_theirs for each in merged.clashes)
        copy = Path("profiles.other.json") if is_lost else None
        return SavedProfiles(merged.profiles, merged.clashes, copy, stamp=self.stamp)

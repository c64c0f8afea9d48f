"""What the window needs of the place where it keeps its profiles; no Qt."""

from collections.abc import Sequence
from typing import Protocol

from ringauth_gui.storage.files import Stamp
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import SavedProfiles, SeenProfiles


class ProfileStore(Protocol):
    """Where windows keep their profiles; see ``ProfileFile``."""

    @property
    def stamp(self) -> Stamp | None:
        """What is different once somebody wrote."""

    def look(self, known: Sequence[Profile]) -> SeenProfiles:
        """Return what others wrote; may block."""

    def save(
        self, profiles: Sequence[Profile], base: Sequence[Profile]
    ) -> SavedProfiles:
        """Write ``profiles`` with what others wrote since ``base``; may block."""

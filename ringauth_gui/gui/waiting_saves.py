"""Saves of profiles that wait until a server has told its metadata; no Qt."""

from dataclasses import dataclass

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.storage.profile import Profile


@dataclass(frozen=True)
class WaitingSave:
    """A save that waits for what the server at ``address`` says of itself.

    Attributes:
        before: The profile that was edited; None for a new one.
        draft: What was typed.
        address: Of the server.
    """

    before: Profile | None
    draft: ProfileDraft
    address: str


class WaitingSaves:
    """One save at most for each profile."""

    def __init__(self) -> None:
        """Nothing waits."""
        self._by_profile: dict[str, WaitingSave] = {}

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._by_profile)

    def add(self, profile_id: str, save: WaitingSave) -> None:
        """Let ``save`` wait in place of an earlier one of the profile."""
        self._by_profile[profile_id] = save

    def drop(self, profile_id: str) -> None:
        """Save nothing of the profile later."""
        self._by_profile.pop(profile_id, None)

    def take(self, address: str) -> list[WaitingSave]:
        """Return the saves that waited for ``address``; they wait no longer."""
        waiting = self._by_profile.items()
        taken = {key: save for key, save in waiting if save.address == address}
        for key in taken:
            del self._by_profile[key]
        return list(taken.values())

"""What all windows did to what is kept, and whose turn it is to do more."""

from dataclasses import dataclass

from ringauth_gui.caller import caller_of
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import TokenStore


@dataclass(frozen=True)
class KeptChanges:
    """Speaks of profiles to the marks that windows share.

    Attributes:
        store: Where is kept what is to last.
        marks: Those; None where there are no other windows.
    """

    store: TokenStore
    marks: KeptMarks | None

    def mark(self, profile: Profile, change: Change, token: Token | None) -> None:
        """Tell of a ``change`` that was verified, and which token is kept since."""
        if self.marks is not None:
            self.marks.mark(profile.id, change, caller_of(profile).digest, token)

    def last(self, profile: Profile) -> Change | None:
        """Return what was done last, as far as it was marked; reads the marks."""
        if self.marks is None:
            return None
        self.marks.look()
        mark = self.marks.known(profile.id)
        return None if mark is None else mark.change

    def take_turn(self, profile: Profile, token: Token) -> bool:
        """Mark that ``token`` is refreshed by itself; False where one just tried (R15).

        To be called while the profile's refresh is locked. A token that is in memory
        only is nobody else's.
        """
        is_shared = self.store.is_lasting and profile.keep_tokens
        if self.marks is None or not is_shared:
            return True
        if self.marks.was_tried(profile.id, token):
            return False
        self.mark(profile, Change.TRIED, token)
        return True

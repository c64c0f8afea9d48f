"""Keeps texts in memory and in a store, and loses none when the store fails."""

from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.last_seen_store import LastSeenStore
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore

_UNREAD = "The keyring could not be read, and nothing in it is replaced unseen."

_WITHDRAWN = "The profile was deleted meanwhile."
_ANOTHERS = "The keyring holds the token of another sign-in, which is not replaced."

TellChange = Callable[[Profile, SecretKind, Change, str | None], None]


@dataclass(frozen=True)
class Keeping:
    """Where a value is kept now.

    Attributes:
        lasting: Whether it was verified to be there after a restart.
        problem: Why not, where the person would expect it to be.
    """

    lasting: bool
    problem: str | None = None


@dataclass(frozen=True)
class Dropped:
    """What was removed, verified, and why something could not be, if so."""

    kinds: tuple[SecretKind, ...]
    problem: str | None = None


class KeptTexts:
    """Keeps a text a profile and kind, in memory and in the lasting store.

    What the lasting store will not take stays in memory, and is preferred there.
    """

    def __init__(self, store: TokenStore, tell: TellChange) -> None:
        """Keep in ``store`` what is to last; ``tell`` what was changed there."""
        self._store = LastSeenStore(store)
        self._tell = tell
        self._memory = MemoryTokenStore()
        self._held: set[tuple[str, SecretKind]] = set()
        self._withdrawn: set[str] = set()

    def load(
        self, profile: Profile, kind: SecretKind, *, may_recall: bool = True
    ) -> str | None:
        """Return the text, None when there is none; raises TokenStoreError.

        Args:
            profile: Whose text.
            kind: Which one.
            may_recall: Whether what the store held last is good enough while it does
                not answer.
        """
        text = self._memory.load(profile.id, kind)
        if text is not None:
            return text
        if profile.keep_tokens:
            load = self._store.load_or_recall if may_recall else self._store.load
            return load(profile.id, kind)
        problem = self._take_out(profile, kind)
        if problem is not None:
            # Told once: from now on the value is in memory.
            raise TokenStoreError(problem)
        return self._memory.load(profile.id, kind)

    def save(
        self, profile: Profile, kind: SecretKind, text: str, change: Change
    ) -> Keeping:
        """Keep ``text`` in place of the one before; it is never lost (R11, R12)."""
        # In memory first: whatever the store does, the value is not lost.
        self._memory.save(profile.id, kind, text)
        if not profile.keep_tokens:
            # Nothing older stays in the store either.
            return Keeping(lasting=False, problem=self._take_out(profile, kind))
        if (profile.id, kind) in self._held:
            return Keeping(lasting=False, problem=_UNREAD)
        if profile.id in self._withdrawn:
            return Keeping(lasting=False, problem=_WITHDRAWN)
        try:
            self._store.save(profile.id, kind, text)
            if profile.id in self._withdrawn:  # while it was being saved (RV-06)
                self._store.delete(profile.id, kind)
                return Keeping(lasting=False, problem=_WITHDRAWN)
        except TokenStoreError as error:
            return Keeping(lasting=False, problem=str(error))
        if self._store.is_lasting:
            self._memory.delete(profile.id, kind)
        self._changed(profile, kind, change, text)
        return Keeping(lasting=self._store.is_lasting)

    def hold(self, profile: Profile, kind: SecretKind, text: str) -> Keeping:
        """Keep ``text`` in memory until it is deleted: the store may hold another's."""
        self._memory.save(profile.id, kind, text)
        self._held.add((profile.id, kind))
        return Keeping(lasting=False, problem=_UNREAD)

    def delete(self, profile: Profile, kind: SecretKind, change: Change) -> None:
        """Remove the text everywhere; raises TokenStoreError where it could not."""
        self._held.discard((profile.id, kind))
        self._memory.delete(profile.id, kind)
        self._store.delete(profile.id, kind)
        self._changed(profile, kind, change)

    def drop(
        self,
        profile: Profile,
        kind: SecretKind,
        is_dropped: Callable[[str], bool],
        change: Change,
    ) -> bool:
        """Remove each text that ``is_dropped``; return whether there was one.

        Raises:
            TokenStoreError: One could not be read or removed.
        """
        found = False
        places: tuple[TokenStore, ...] = (self._memory, self._store)
        for place in places:
            text = place.load(profile.id, kind)
            if text is not None and is_dropped(text):
                place.delete(profile.id, kind)
                found = True
                if place is self._store:
                    self._changed(profile, kind, change)
            if self._memory.load(profile.id, kind) is None:
                self._held.discard((profile.id, kind))
        return found

    def settle(
        self,
        profile: Profile,
        kind: SecretKind,
        may_replace: Callable[[str, str], bool],
    ) -> str | None:
        """Move the text to where the profile wants it; return why not, if so."""
        try:
            kept = self._store.load(profile.id, kind)
            text = self._memory.load(profile.id, kind)
            if not profile.keep_tokens:
                return None if kept is None else self._take_out(profile, kind)
            if text is None:
                return None
            if kept is not None and not may_replace(kept, text):
                return _ANOTHERS
            self._held.discard((profile.id, kind))  # what is replaced was seen
        except TokenStoreError as error:
            return str(error)
        return self.save(profile, kind, text, Change.KEPT).problem

    def withdraw(self, profile: Profile) -> tuple[SecretKind, ...]:
        """Move every text of a deleted profile to memory; return of which kinds.

        What is saved from now on, such as by a late answer, stays in memory too.

        Raises:
            TokenStoreError: The store holds, or may hold, something of it still.
        """
        self._withdrawn.add(profile.id)
        for kind in SecretKind:
            if profile.keep_tokens:
                self._store.load(profile.id, kind)  # what cannot be read may be there
            problem = self._take_out(profile, kind)
            if problem is not None:
                raise TokenStoreError(problem)
        return tuple(
            kind
            for kind in SecretKind
            if self._memory.load(profile.id, kind) is not None
        )

    def readmit(self, profile: Profile) -> None:
        """Let texts of ``profile`` be stored again."""
        self._withdrawn.discard(profile.id)

    def _take_out(self, profile: Profile, kind: SecretKind) -> str | None:
        """Move to memory what was kept before the person chose to keep nothing.

        Returns why the store holds it still, if so; a store that cannot be read is none
        that such a profile needs, unless it was seen to hold something.
        """
        problem = None
        try:
            text = self._store.load(profile.id, kind)
        except TokenStoreError as error:
            text, problem = self._store.recall(profile.id, kind), str(error)
        if text is None:
            return None
        if self._memory.load(profile.id, kind) is None:
            self._memory.save(profile.id, kind, text)
        if problem is None:
            problem = self._removed(profile, kind)
        return problem and f"{problem} What it kept before is still there."

    def _removed(self, profile: Profile, kind: SecretKind) -> str | None:
        """Remove the text from the store; return why it could not be, if so."""
        try:
            self._store.delete(profile.id, kind)
        except TokenStoreError as error:
            return str(error)
        self._changed(profile, kind, Change.TAKEN_OUT)
        return None

    def _changed(
        self,
        profile: Profile,
        kind: SecretKind,
        change: Change,
        text: str | None = None,
    ) -> None:
        """Tell what the store was verified to hold now, if others can read it."""
        if self._store.is_lasting:
            self._tell(profile, kind, change, text)

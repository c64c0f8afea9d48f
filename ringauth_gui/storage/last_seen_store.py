"""Remembers what a store held, for the time that the store does not answer."""

from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.outer_store import OuterStore
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore


class LastSeenStore(OuterStore):
    """A store that can be used on after its keyring was locked or has gone.

    Only use goes on. What is to be removed or replaced is ``load``ed first: another
    window may have kept a successor since it was seen (R11).
    """

    def __init__(self, store: TokenStore) -> None:
        """Stand before ``store``."""
        super().__init__(store)
        self._seen = MemoryTokenStore()

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        text = super().load(profile_id, kind)
        self._remember(profile_id, kind, text)
        return text

    def recall(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return what was seen last, None when nothing was; the store is not asked."""
        return self._seen.load(profile_id, kind)

    def load_or_recall(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text; what was seen last, where the store does not answer.

        Raises:
            TokenStoreError: It does not answer, and nothing was seen before.
        """
        try:
            return self.load(profile_id, kind)
        except TokenStoreError:
            seen = self.recall(profile_id, kind)
            if seen is None:
                raise
            return seen

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        super().save(profile_id, kind, value)
        self._remember(profile_id, kind, value)

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        super().delete(profile_id, kind)
        self._remember(profile_id, kind, None)

    def _remember(self, profile_id: str, kind: SecretKind, text: str | None) -> None:
        if text is None:
            self._seen.delete(profile_id, kind)
        else:
            self._seen.save(profile_id, kind, text)

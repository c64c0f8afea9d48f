"""A store that notes which keyring holds what."""

from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.token_store import SecretKind, TokenStore


class PlacedStore:
    """Notes what the store behind was seen to hold."""

    def __init__(self, store: TokenStore, places: KeyringPlaces) -> None:
        """Stand before ``store``."""
        self._store = store
        self._places = places

    @property
    def name(self) -> str:
        """What a person calls the store behind."""
        return self._store.name

    @property
    def is_lasting(self) -> bool:
        """Whether the store behind keeps what is saved over a restart."""
        return self._store.is_lasting

    def ask_again(self) -> None:
        """Let the store behind ask for its password once more."""
        self._store.ask_again()

    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text, or None when there is none."""
        text = self._store.load(profile_id, kind)
        if text is not None:
            self._places.note(profile_id, kind, self.name)
        return text

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value``; raises TokenStoreError as the store behind."""
        self._store.save(profile_id, kind, value)
        self._places.note(profile_id, kind, self.name)

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text; raises TokenStoreError as the store behind."""
        self._store.delete(profile_id, kind)
        if self._places.of(profile_id, kind) == self.name:
            self._places.note(profile_id, kind, None)

"""A store that notes which keyring holds what."""

from typing_extensions import override

from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.outer_store import OuterStore
from ringauth_gui.storage.token_store import SecretKind, TokenStore


class PlacedStore(OuterStore):
    """Notes what the store behind was seen to hold."""

    def __init__(self, store: TokenStore, places: KeyringPlaces) -> None:
        """Stand before ``store``."""
        super().__init__(store)
        self._places = places

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        text = super().load(profile_id, kind)
        if text is not None:
            self._places.note(profile_id, kind, self.name)
        return text

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        super().save(profile_id, kind, value)
        self._places.note(profile_id, kind, self.name)

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        super().delete(profile_id, kind)
        if self._places.of(profile_id, kind) == self.name:
            self._places.note(profile_id, kind, None)

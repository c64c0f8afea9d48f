"""A store that tells while it is waited for."""

from typing_extensions import override

from ringauth_gui.storage.keyring_calls import KeyringCalls
from ringauth_gui.storage.outer_store import OuterStore
from ringauth_gui.storage.token_store import SecretKind, TokenStore


class WatchedStore(OuterStore):
    """Counts each call for as long as the store behind does not answer (KR-05)."""

    def __init__(self, store: TokenStore, calls: KeyringCalls) -> None:
        """Stand before ``store``."""
        super().__init__(store)
        self._calls = calls

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        with self._calls.running(profile_id):
            return super().load(profile_id, kind)

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        with self._calls.running(profile_id):
            super().save(profile_id, kind, value)

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        with self._calls.running(profile_id):
            super().delete(profile_id, kind)

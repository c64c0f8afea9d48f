"""A store that stands before another one, for those that add something to it."""

from ringauth_gui.storage.token_store import SecretKind, TokenStore


class OuterStore:
    """Hands everything on to the store behind, and raises what that raises."""

    def __init__(self, store: TokenStore) -> None:
        """Stand before ``store``."""
        self._store = store

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
        return self._store.load(profile_id, kind)

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value``."""
        self._store.save(profile_id, kind, value)

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text."""
        self._store.delete(profile_id, kind)

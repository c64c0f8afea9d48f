"""Asks nobody a second time to unlock the keyring (KR-04)."""

from collections.abc import Callable
from typing import TypeVar

from ringauth_gui.storage.token_store import KeyringIsLocked, SecretKind, TokenStore

Value = TypeVar("Value")


class LockGuard:
    """Lets nothing through to a keyring that stayed locked, until it is asked again.

    Each call would open the system's window for the password once more.
    """

    def __init__(self, store: TokenStore) -> None:
        """Stand before ``store``."""
        self._store = store
        self._refusal: KeyringIsLocked | None = None

    @property
    def name(self) -> str:
        """What a person calls the store behind."""
        return self._store.name

    @property
    def is_lasting(self) -> bool:
        """Whether the store behind keeps what is saved over a restart."""
        return self._store.is_lasting

    def ask_again(self) -> None:
        """Let the next call through, because a person wishes to try again."""
        self._refusal = None

    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text, or None; raises KeyringIsLocked unasked too."""
        return self._ask(lambda: self._store.load(profile_id, kind))

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value``; raises KeyringIsLocked unasked too."""
        self._ask(lambda: self._store.save(profile_id, kind, value))

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text; raises KeyringIsLocked unasked too."""
        self._ask(lambda: self._store.delete(profile_id, kind))

    def _ask(self, call: Callable[[], Value]) -> Value:
        if self._refusal is not None:
            raise KeyringIsLocked(str(self._refusal))
        try:
            return call()
        except KeyringIsLocked as error:
            self._refusal = error
            raise

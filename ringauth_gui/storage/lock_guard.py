"""Asks nobody a second time to unlock the keyring (KR-04)."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from typing_extensions import override

from ringauth_gui.storage.outer_store import OuterStore
from ringauth_gui.storage.token_store import KeyringIsLocked, SecretKind, TokenStore

Value = TypeVar("Value")


class LockGuard(OuterStore):
    """Lets nothing through to a keyring that stayed locked, until it is asked again.

    Each call would open the system's window for the password once more.
    """

    def __init__(self, store: TokenStore) -> None:
        """Stand before ``store``."""
        super().__init__(store)
        self._refusal: KeyringIsLocked | None = None

    @override
    def ask_again(self) -> None:
        self._refusal = None  # a person wishes to try again

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        return self._ask(partial(super().load, profile_id, kind))

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        self._ask(partial(super().save, profile_id, kind, value))

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        self._ask(partial(super().delete, profile_id, kind))

    def _ask(self, call: Callable[[], Value]) -> Value:
        if self._refusal is not None:
            raise KeyringIsLocked(str(self._refusal))
        try:
            return call()
        except KeyringIsLocked as error:
            self._refusal = error
            raise

"""Which of the keyring's backends are safe to keep secrets in (R17)."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from ringauth_gui.errors import TokenStoreError

HoldLock = Callable[[], AbstractContextManager[object]]

_KNOWN = {
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.libsecret": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
# Bytes of UTF-16: CRED_MAX_CREDENTIAL_BLOB_SIZE.
_LIMITS = {"keyring.backends.Windows": 2560}
# Its set_password deletes the item, and then adds it anew.
_REMOVES_FIRST = frozenset({"keyring.backends.macOS"})
_CHAINER = "keyring.backends.chainer"
_NONE = frozenset({_CHAINER, "keyring.backends.fail", "keyring.backends.null"})


class KeyringBackend(Protocol):
    """What RingAuth uses of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text."""


def backend_name(backend: object) -> str:
    """Return what a person calls the backend; an unknown one by its class."""
    kind = type(backend)
    return _KNOWN.get(kind.__module__, f"{kind.__module__}.{kind.__qualname__}")


def item_limit(backend: object) -> int | None:
    """Return how many bytes of UTF-16 an item may hold; None where there is no limit.

    A backend that RingAuth does not know refuses a long value itself.
    """
    return _LIMITS.get(type(backend).__module__)


def removes_first(backend: object) -> bool:
    """Return whether the backend removes an item before it writes it anew."""
    return type(backend).__module__ in _REMOVES_FIRST


def safe_backend(backend: KeyringBackend) -> KeyringBackend:
    """Return the backend to use: this one, or the first safe one that it chains.

    Raises:
        TokenStoreError: There is none, or it is one that RingAuth does not know.
    """
    candidates = _chained(backend)
    for candidate in candidates:
        if type(candidate).__module__ in _KNOWN:
            return candidate
    unsafe = [each for each in candidates if type(each).__module__ not in _NONE]
    if unsafe:
        raise TokenStoreError(
            f'The keyring is set to "{backend_name(unsafe[0])}", which RingAuth does '
            "not know to be safe. Nothing is written to it."
        )
    raise TokenStoreError("This computer has no keyring that is running.")


def _chained(backend: KeyringBackend) -> list[KeyringBackend]:
    # The chainer would read secrets from, and write them to, whatever it finds.
    if type(backend).__module__ != _CHAINER:
        return [backend]
    backends: Iterable[KeyringBackend] = getattr(backend, "backends", ())
    return list(backends)

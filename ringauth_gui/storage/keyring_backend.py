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
# They write plain text into files, or ask for a password in a terminal.
_NEVER = "keyrings.alt."
_NONE = frozenset({_CHAINER, "keyring.backends.fail", "keyring.backends.null"})


IsAccepted = Callable[[str], bool]


class UnknownKeyring(TokenStoreError):
    """The keyring is set to one that RingAuth does not know to be safe.

    Attributes:
        class_name: What a person may accept all the same; empty where nobody should.
    """

    def __init__(self, class_name: str) -> None:
        """Take the class of the keyring."""
        super().__init__(
            f"The keyring is set to “{class_name}”, which RingAuth does not know to be "
            "safe. Nothing is written to it."
        )
        self.class_name = "" if class_name.startswith(_NEVER) else class_name


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


def safe_backend(
    backend: KeyringBackend, is_accepted: IsAccepted = lambda _name: False
) -> KeyringBackend:
    """Return the backend to use: this one, or the first safe one that it chains.

    Args:
        backend: What the keyring library would use.
        is_accepted: Whether a person accepted an unknown backend, by its class.

    Raises:
        UnknownKeyring: It is one that RingAuth does not know, nor anybody accepted.
        TokenStoreError: There is none.
    """
    candidates = _chained(backend)
    for candidate in candidates:
        if type(candidate).__module__ in _KNOWN:
            return candidate
    unknown = [each for each in candidates if type(each).__module__ not in _NONE]
    for each in unknown:
        name = backend_name(each)
        if is_accepted(name) and not name.startswith(_NEVER):
            return each
    if unknown:
        raise UnknownKeyring(backend_name(unknown[0]))
    raise TokenStoreError("This computer has no keyring that is running.")


def _chained(backend: KeyringBackend) -> list[KeyringBackend]:
    # The chainer would read secrets from, and write them to, whatever it finds.
    if type(backend).__module__ != _CHAINER:
        return [backend]
    backends: Iterable[KeyringBackend] = getattr(backend, "backends", ())
    return list(backends)

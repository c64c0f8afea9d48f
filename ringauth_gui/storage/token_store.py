"""Where secrets are kept: the protocol, and the stand-in that keeps them in memory."""

import enum
from typing import Protocol

from ringauth_gui.errors import TokenStoreError


class SecretKind(enum.Enum):
    """What of a profile is kept secret."""

    TOKEN = "token"  # noqa: S105 - the kind's name, not a secret
    CLIENT_SECRET = "client-secret"  # noqa: S105 - as above
    JWT_CREDENTIAL = "jwt-credential"


class KeyringIsLocked(TokenStoreError):
    """The keyring is locked, and nobody unlocked it when it asked for that."""


class TokenStore(Protocol):
    """Keeps one text a profile and kind; every method may raise TokenStoreError."""

    @property
    def name(self) -> str:
        """What a person calls the store, such as "Secret Service"."""

    @property
    def is_lasting(self) -> bool:
        """Whether what is saved is still there after a restart."""

    def ask_again(self) -> None:
        """Let a keyring that stayed locked ask for its password once more."""

    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text, or None when there is none."""

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value`` and read it back; return only once it is really kept."""

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text; that it was not there is no error."""


class MemoryTokenStore:
    """Keeps secrets until the program ends."""

    name = "memory only"
    is_lasting = False

    def __init__(self) -> None:
        """Start empty."""
        self._values: dict[tuple[str, SecretKind], str] = {}

    def ask_again(self) -> None:
        """Do nothing: memory is never locked."""

    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text, or None when there is none."""
        return self._values.get((profile_id, kind))

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value`` until the program ends."""
        self._values[profile_id, kind] = value

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text; that it was not there is no error."""
        self._values.pop((profile_id, kind), None)

"""The secrets of a profile: what was just entered, and what is kept; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ringauth_gui.storage.token_store import SecretKind


@dataclass(frozen=True)
class NewSecrets:
    """What was entered to be kept; None leaves what is kept as it is.

    Attributes:
        client_secret: RFC 6749 section 2.3.1.
        jwt_credential: What a JWT sign-in shows in place of a person (RFC 7523).
    """

    client_secret: str | None = field(default=None, repr=False)
    jwt_credential: str | None = field(default=None, repr=False)

    def by_kind(self) -> Mapping[SecretKind, str]:
        """Return each that was entered."""
        entered = {
            SecretKind.CLIENT_SECRET: self.client_secret,
            SecretKind.JWT_CREDENTIAL: self.jwt_credential,
        }
        return {kind: secret for kind, secret in entered.items() if secret is not None}


NO_NEW_SECRETS = NewSecrets()


@dataclass(frozen=True)
class StoredSecrets:
    """Which secrets are kept for a profile's client and server (R8).

    Attributes:
        kinds: Those that are there.
    """

    kinds: frozenset[SecretKind] = frozenset()

    def __contains__(self, kind: SecretKind) -> bool:
        return kind in self.kinds


NONE_STORED = StoredSecrets()

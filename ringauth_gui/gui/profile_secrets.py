"""The secrets of a profile: what was just entered, and what is kept; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.oauth.jwt_credential import JwtCredential


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
    """What is kept for a profile's client and server (R8); it holds no secret itself.

    Attributes:
        client_secret: Whether there is one; None before somebody had to know.
        jwt_credential: What the kept one says of itself; None when there is none.
    """

    client_secret: bool | None = False
    jwt_credential: "JwtCredential | None" = None


NONE_STORED = StoredSecrets()


def described(credential: "JwtCredential") -> "JwtCredential":
    """Return what ``credential`` says, without the credential itself."""
    return replace(credential, assertion="")


def stored_by(entered: NewSecrets) -> StoredSecrets:
    """Return what is kept once ``entered``, which can be used, is saved."""
    from ringauth_gui.oauth.jwt_credential import read_jwt_credential

    credential = entered.jwt_credential
    return StoredSecrets(
        client_secret=entered.client_secret is not None,
        jwt_credential=None
        if credential is None
        else described(read_jwt_credential(credential)),
    )

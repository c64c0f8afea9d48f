"""ID tokens, and the keys that a server signs them with, made when they are needed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

ISSUER = "https://auth.example"
CLIENT_ID = "client-1"
NOW = 1_795_440_730.0
CLAIMS: Mapping[str, object] = {
    "iss": ISSUER,
    "sub": "256440016",
    "aud": CLIENT_ID,
    "exp": NOW + 3600,
    "iat": NOW,
}
_MAKERS = {
    "RS256": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "PS384": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "ES512": lambda: ec.generate_private_key(ec.SECP521R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
}


@dataclass(frozen=True)
class SigningKey:
    """A server's key for one algorithm; two of them are never the same.

    Attributes:
        algorithm: RFC 7518 section 3.1.
        key_id: RFC 7517 section 4.5.
    """

    algorithm: str = "RS256"
    key_id: str = "key-1"

    @cached_property
    def private(self) -> Any:  # noqa: ANN401 - of every kind of key
        """The half that signs."""
        return _MAKERS[self.algorithm]()

    def public(self, **changes: object) -> dict[str, object]:
        """Return the half that is published, as a member of a JWKS."""
        members = {**self._members(self.private.public_key()), **changes}
        return {name: value for name, value in members.items() if value is not None}

    def both_halves(self) -> dict[str, object]:
        """Return what a server publishes by mistake."""
        return self._members(self.private)

    def id_token(self, **claims: object) -> str:
        """Return an ID token of these claims; None leaves one out."""
        return self.signed(id_token_claims(**claims))

    def signed(self, claims: Mapping[str, object], **header: object) -> str:
        """Return ``claims`` under a signature of this key."""
        # As PyJWS, since claims that are wrong on purpose are refused elsewhere.
        return jwt.PyJWS().encode(
            json.dumps(claims).encode(),
            self.private,
            algorithm=self.algorithm,
            headers={"kid": self.key_id, **header},
        )

    def _members(self, key: object) -> dict[str, object]:
        algorithm = jwt.PyJWS().get_algorithm_by_name(self.algorithm)
        members = algorithm.to_jwk(key, as_dict=True)
        members.pop("key_ops", None)
        return members | {"kid": self.key_id, "use": "sig", "alg": self.algorithm}


def id_token_claims(**changes: object) -> dict[str, object]:
    """Return claims of which all is right but for ``changes``."""
    claims = {**CLAIMS, **changes}
    return {name: value for name, value in claims.items() if value is not None}


def unsigned(claims: Mapping[str, object]) -> str:
    """Return a JWT that nobody signed."""
    return jwt.PyJWS().encode(json.dumps(claims).encode(), "", algorithm="none")


def signed_with_secret(claims: Mapping[str, object], secret: str) -> str:
    """Return a JWT with a MAC that only the app and the server can make."""
    return jwt.PyJWS().encode(json.dumps(claims).encode(), secret, algorithm="HS256")

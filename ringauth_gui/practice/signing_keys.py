"""The keys of the ID tokens: made when they are first needed, kept in memory."""

import threading
from functools import cached_property

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

_KEY_ID = "practice-id-tokens"
_KEY_SIZE = 2048


class SigningKeys:
    """The key that is published, and one that is not, for a fault."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @property
    def key_id(self) -> str:
        """What the header and the key set call the published key."""
        return _KEY_ID

    @property
    def published(self) -> rsa.RSAPrivateKey:
        """The key whose public half is in the key set."""
        with self._lock:
            return self._published

    @property
    def unpublished(self) -> rsa.RSAPrivateKey:
        """A key that nobody can know."""
        with self._lock:
            return self._unpublished

    def key_set(self) -> dict[str, object]:
        """The published key as a key set (RFC 7517 section 5)."""
        public = jwt.algorithms.RSAAlgorithm.to_jwk(
            self.published.public_key(), as_dict=True
        )
        members = {"kty": public["kty"], "n": public["n"], "e": public["e"]}
        return {"keys": [members | {"alg": "RS256", "use": "sig", "kid": self.key_id}]}

    @cached_property
    def _published(self) -> rsa.RSAPrivateKey:
        return _new_key()

    @cached_property
    def _unpublished(self) -> rsa.RSAPrivateKey:
        return _new_key()


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=_KEY_SIZE)

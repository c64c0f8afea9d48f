"""Signs the JWT credentials and judges them as assertions (RFC 7523 section 3)."""

import hashlib

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.jwt_credentials import ISSUED_AT, JwtCredential
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import (
    APP_NOT_ON_CREDENTIAL,
    ASSERTION_INVALID,
    GRANT_EXPIRED,
    GRANT_NOT_FOUND,
    Refused,
)
from ringauth_gui.practice.registry import Registry

_ALGORITHM = "ES256"
_KEY_ID = "practice-credentials"
# The key is made of a published text, so that a credential that a client has kept works
# with every practice server. It guards nothing: the front page prints the credentials.
_SEED = b"The JWT credentials of the practice server are nobody's secret."
_PRIVATE_KEY = ec.derive_private_key(
    int.from_bytes(hashlib.sha256(_SEED).digest()), ec.SECP256R1()
)


def signed_credential(credential: JwtCredential, address: str) -> str:
    """The credential as a three-part JWT for the server at ``address``."""
    claims: dict[str, object] = {
        "iss": address,
        "sub": str(credential.extension_id),
        "aud": token_endpoint(address),
        "iat": ISSUED_AT,
        "jti": credential.credential_id,
    }
    if credential.client_ids is not None:
        claims["client_ids"] = list(credential.client_ids)
    if credential.expires_at is not None:
        claims["exp"] = credential.expires_at
    return jwt.encode(claims, _PRIVATE_KEY, _ALGORITHM, {"kid": _KEY_ID})


def token_endpoint(address: str) -> str:
    """The audience of the credentials."""
    return f"{address}/restapi/oauth/token"


def accept_assertion(
    untrusted_assertion: str,
    app: App,
    addresses: tuple[str, ...],
    registry: Registry,
    now: float,
) -> Person:
    """Whose credential the assertion is, if ``app`` may use it now.

    Args:
        untrusted_assertion: What the client sent.
        app: The client.
        addresses: The names that this server has.
        registry: Knows the credentials that were not revoked.
        now: Wall seconds.

    Raises:
        Refused: OAU-210, -213, -473, or it is no credential of this server.
    """
    try:
        untrusted_claims = jwt.decode(
            untrusted_assertion,
            _PRIVATE_KEY.public_key(),
            [_ALGORITHM],
            # Times are judged below, by the server's own clock.
            {"require": ["sub", "jti"], "verify_exp": False, "verify_iat": False},
            audience=[token_endpoint(one) for one in addresses],
        )
    except jwt.PyJWTError:
        raise Refused(ASSERTION_INVALID) from None
    credential = registry.find_credential(untrusted_claims["jti"])
    if credential is None:
        raise Refused(GRANT_NOT_FOUND)
    if credential.expires_at is not None and now >= credential.expires_at:
        raise Refused(GRANT_EXPIRED)
    if credential.client_ids is not None and app.client_id not in credential.client_ids:
        raise Refused(APP_NOT_ON_CREDENTIAL)
    return registry.holder_of(credential)

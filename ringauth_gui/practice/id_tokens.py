"""ID tokens (OpenID Connect Core section 2), right ones and wrong ones."""

import secrets

import jwt

from ringauth_gui.practice.choices import IdTokenAlgorithm, IdTokenFault
from ringauth_gui.practice.grant import Grant
from ringauth_gui.practice.people import ACCOUNT_ID
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.signing_keys import SigningKeys

_HOUR = 3600


class IdTokens:
    """Makes the ID token of a sign-in."""

    def __init__(self, keys: SigningKeys) -> None:
        self._keys = keys

    def make(self, grant: Grant, issuer: str, settings: Settings, now: float) -> str:
        """The ID token, with the fault that the settings want in it."""
        fault = settings.id_token_fault
        claims = _claims(grant, issuer, int(now)) | _wrong_claims(fault, int(now))
        secret = grant.app.client_secret
        if fault is IdTokenFault.ALG_NONE:
            return jwt.encode(claims, "", "none")
        if settings.id_token_algorithm is IdTokenAlgorithm.HS256 and secret:
            key = secrets.token_hex(32) if fault is IdTokenFault.WRONG_KEY else secret
            return jwt.encode(claims, key, "HS256")
        keys = self._keys
        private_key = (
            keys.unpublished if fault is IdTokenFault.WRONG_KEY else keys.published
        )
        return jwt.encode(claims, private_key, "RS256", {"kid": keys.key_id})


def _claims(grant: Grant, issuer: str, now: int) -> dict[str, object]:
    person = grant.person
    nonce = {} if grant.nonce is None else {"nonce": grant.nonce}
    return {
        "iss": issuer,
        "sub": str(person.extension_id),
        "aud": grant.app.client_id,
        "exp": now + _HOUR,
        "iat": now,
        "auth_time": int(grant.signed_in_at),
        "jti": secrets.token_urlsafe(16),
        **nonce,
        "account_id": ACCOUNT_ID,
        "email": person.email,
        "email_verified": True,
        "given_name": person.first_name,
        "family_name": person.last_name,
    }


def _wrong_claims(fault: IdTokenFault, now: int) -> dict[str, object]:
    """What the fault changes in the claims."""
    wrong: dict[IdTokenFault, dict[str, object]] = {
        IdTokenFault.WRONG_AUDIENCE: {"aud": "practice-other-app"},
        IdTokenFault.WRONG_ISSUER: {"iss": "https://issuer.practice.example"},
        IdTokenFault.WRONG_NONCE: {"nonce": "nobody-asked-for-this"},
        # Longer ago than clocks are allowed to be apart.
        IdTokenFault.EXPIRED: {"exp": now - _HOUR, "iat": now - 2 * _HOUR},
    }
    return wrong.get(fault, {})

"""Checks an ID token: its signature and its claims (OpenID Connect Core 3.1.3.7)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import jwt
from jwt.algorithms import requires_cryptography

from ringauth_gui.errors import RingAuthError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.id_token_claims import Judgement, claim_checks
from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.unverified_jwt import UnverifiedJwt, read_unverified

_SIGNATURE = "RFC 7515 5.2"
_MAC = "HS256"  # the one that RingCentral announces; its key is the client secret
_SHOWN = 40  # characters of an algorithm or a key's ID
# What a key that cannot be used makes PyJWT raise
_UNUSABLE_KEY = (jwt.PyJWTError, ValueError, TypeError, AttributeError, KeyError)

Keys = Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class IdTokenCheck:
    """What the ID tokens of one sign-in are checked against.

    Attributes:
        registration: Who asked, and where.
        nonce: What the authorization request held; None where nothing.
        read_keys: Reads the keys at an address; raises RingAuthError.
    """

    registration: ClientRegistration
    nonce: str | None = field(repr=False)
    read_keys: Callable[[str], Keys]

    def checks(self, id_token: str, now: Moment) -> tuple[AnswerCheck, ...]:
        """Return what holds of ``id_token``; nothing is ever raised."""
        try:
            unverified = read_unverified(id_token)
        except UnusableJson as error:
            detail = f"it cannot be read: {error}"
            return (
                AnswerCheck("ID token", CheckOutcome.FAILED, detail, "RFC 7519 7.2"),
            )
        outcome, detail = self._signature(id_token, unverified)
        return (
            AnswerCheck("ID token signature", outcome, detail, _SIGNATURE),
            *claim_checks(unverified.claims, self.registration, self.nonce, now),
        )

    def _signature(self, id_token: str, unverified: UnverifiedJwt) -> Judgement:
        algorithm = unverified.header.get("alg")
        if not isinstance(algorithm, str):
            return CheckOutcome.FAILED, "it does not say how it is signed"
        if algorithm.lower() == "none":
            return CheckOutcome.FAILED, "it is not signed (alg “none”)"
        named = plain(algorithm, _SHOWN)
        announced = self.registration.server.id_token_algorithms
        if announced is not None and algorithm not in announced:
            return CheckOutcome.FAILED, f"by {named}, which the server never announced"
        if algorithm == _MAC and announced is not None:
            return self._mac(id_token, unverified)
        if algorithm not in requires_cryptography:
            return CheckOutcome.FAILED, f"by {named}, which is not accepted"
        return self._by_key(id_token, algorithm, unverified.header.get("kid"))

    def _mac(self, id_token: str, unverified: UnverifiedJwt) -> Judgement:
        # RFC 7515 section 4.1.11; of other signatures PyJWT refuses it.
        if "crit" in unverified.header:
            return CheckOutcome.FAILED, "it demands what is not understood (crit)"
        secret = self.registration.client_secret
        if secret is None:
            return CheckOutcome.FAILED, f"by {_MAC}, for which a public app has no key"
        algorithm = jwt.PyJWS().get_algorithm_by_name(_MAC)
        signed = id_token.rpartition(".")[0].encode("ascii")
        try:
            # Not as keys are, for which many a client secret is too short.
            holds = algorithm.verify(
                signed, algorithm.prepare_key(secret), unverified.signature
            )
        except _UNUSABLE_KEY:
            holds = False
        if not holds:
            return CheckOutcome.FAILED, f"by {_MAC}, but not with this app's secret"
        return CheckOutcome.PASSED, f"{_MAC}, with this app's secret"

    def _by_key(self, id_token: str, algorithm: str, key_id: object) -> Judgement:
        jwks_uri = self.registration.server.jwks_uri
        if jwks_uri is None:
            detail = "not checked: the server does not say where its keys are"
            return CheckOutcome.NOT_APPLICABLE, detail
        try:
            keys = self.read_keys(jwks_uri)
        except RingAuthError as error:
            detail = f"not checked: the server's keys could not be read ({error})"
            return CheckOutcome.NOT_APPLICABLE, detail
        found = list(_usable(keys, algorithm, key_id))
        if not found:
            return CheckOutcome.FAILED, f"the server has no such key for {algorithm}"
        if not any(_is_signed_by(key, id_token, algorithm) for key in found):
            return CheckOutcome.FAILED, "it was not made with the server's key"
        named = f", key {plain(key_id, _SHOWN)}" if isinstance(key_id, str) else ""
        return CheckOutcome.PASSED, f"{algorithm}{named}"


def _usable(keys: Keys, algorithm: str, key_id: object) -> Iterator[jwt.PyJWK]:
    """Give the keys that may have signed (RFC 7517 section 4)."""
    for key in keys:
        if key.get("use", "sig") != "sig" or key.get("alg", algorithm) != algorithm:
            continue
        if isinstance(key_id, str) and key.get("kid", key_id) != key_id:
            continue
        if "d" in key:  # a private key, which proves nothing once it is published
            continue
        try:
            yield jwt.PyJWK(dict(key), algorithm)
        except _UNUSABLE_KEY:
            continue


def _is_signed_by(key: jwt.PyJWK, id_token: str, algorithm: str) -> bool:
    try:
        jwt.PyJWS().decode_complete(
            id_token,
            key,
            algorithms=[algorithm],
            options={"verify_signature": True, "enforce_minimum_key_length": True},
        )
    except _UNUSABLE_KEY:
        return False
    return True

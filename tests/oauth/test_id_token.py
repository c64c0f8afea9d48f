import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from ringauth_gui.errors import InvalidServerResponse, NetworkError, OperationCancelled
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.id_token import IdTokenCheck
from ringauth_gui.oauth.registration import AuthorizationServer, ClientRegistration
from tests.fakes.id_tokens import (
    CLIENT_ID,
    ISSUER,
    NOW,
    SigningKey,
    id_token_claims,
    signed_with_secret,
    unsigned,
)

JWKS = f"{ISSUER}/keys"
SECRET = "CANARY-client-secret-of-32-letters-"
SERVER = AuthorizationServer(
    name="auth.example",
    address=ISSUER,
    authorization_endpoint=f"{ISSUER}/authorize",
    token_endpoint=f"{ISSUER}/token",
    revocation_endpoint=None,
    issuer=ISSUER,
    jwks_uri=JWKS,
    speaks_ringcentral=False,
)
APP = ClientRegistration(SERVER, CLIENT_ID, None, ())
WITH_SECRET = replace(APP, client_secret=SECRET)
KEY = SigningKey()
PASSED, FAILED = CheckOutcome.PASSED, CheckOutcome.FAILED
ABSENT = CheckOutcome.NOT_APPLICABLE


class ShortKey(SigningKey):
    """One that others can break (RFC 7518 section 3.3)."""

    @override
    @cached_property
    def private(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - on purpose


def _checks(
    id_token: str,
    keys: Sequence[Mapping[str, object]] | Exception,
    app: ClientRegistration = APP,
    nonce: str | None = None,
) -> tuple[AnswerCheck, ...]:
    def read_keys(address: str) -> Sequence[Mapping[str, object]]:
        assert address == JWKS
        if isinstance(keys, Exception):
            raise keys
        return keys

    return IdTokenCheck(app, nonce, read_keys).checks(id_token, Moment(NOW))


def _signature(
    id_token: str,
    keys: Sequence[Mapping[str, object]] | Exception = (),
    app: ClientRegistration = APP,
) -> tuple[CheckOutcome, str]:
    check = _checks(id_token, keys, app)[0]
    assert check.subject == "ID token signature"
    return check.outcome, check.detail


def _announcing(*algorithms: str, app: ClientRegistration = APP) -> ClientRegistration:
    return replace(app, server=replace(app.server, id_token_algorithms=algorithms))


def _under(id_token: str, header: Mapping[str, object]) -> str:
    """Return ``id_token`` with another header, under the signature that it had."""
    raw = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    return f"{raw}.{id_token.partition('.')[2]}"


def test_an_id_token_of_which_all_is_right_passes_every_check() -> None:
    checks = _checks(KEY.id_token(nonce="CANARY-n"), [KEY.public()], nonce="CANARY-n")

    assert [(check.subject, check.outcome) for check in checks] == [
        ("ID token signature", PASSED),
        ("ID token issuer", PASSED),
        ("ID token audience", PASSED),
        ("ID token lifetime", PASSED),
        ("ID token nonce", PASSED),
    ]
    assert all(check.source for check in checks)
    assert "CANARY" not in str(checks)


@pytest.mark.parametrize("algorithm", ["RS256", "PS384", "ES256", "ES512", "EdDSA"])
def test_the_algorithms_that_the_server_announces_are_verified(algorithm: str) -> None:
    key = SigningKey(algorithm, "its key")

    for app in (APP, _announcing("RS256", algorithm)):
        assert _signature(key.id_token(), [KEY.public(), key.public()], app) == (
            PASSED,
            f"{algorithm}, key its key",
        )


def test_a_signature_with_another_key_fails() -> None:
    forged = SigningKey().id_token()

    assert _signature(forged, [KEY.public()]) == (
        FAILED,
        "it was not made with the server's key",
    )


def test_claims_that_were_changed_fail_the_signature() -> None:
    header, _, signature = KEY.id_token().split(".")
    _, claims, _ = unsigned(id_token_claims(sub="someone else")).split(".")

    changed = f"{header}.{claims}.{signature}"

    assert _signature(changed, [KEY.public()])[0] is FAILED


@pytest.mark.parametrize("alg", ["none", "None", "NONE"])
def test_an_id_token_that_nobody_signed_is_always_refused(alg: str) -> None:
    id_token = _under(unsigned(id_token_claims()), {"alg": alg})

    for app in (APP, WITH_SECRET, _announcing("none", "RS256")):
        outcome, detail = _signature(id_token, [KEY.public()], app)
        assert outcome is FAILED
        assert "not signed" in detail


def test_an_algorithm_that_was_never_announced_is_refused() -> None:
    key = SigningKey("ES256")

    assert _signature(key.id_token(), [key.public()], _announcing("RS256")) == (
        FAILED,
        "by ES256, which the server never announced",
    )


def test_a_public_key_is_no_secret_to_sign_with() -> None:
    forged = signed_with_secret(id_token_claims(), str(KEY.public()["n"]))

    for app in (APP, WITH_SECRET, _announcing("RS256", "HS256", app=WITH_SECRET)):
        assert _signature(forged, [KEY.public()], app)[0] is FAILED


def test_hs256_is_verified_with_the_secret_of_a_confidential_app() -> None:
    app = _announcing("RS256", "HS256", app=WITH_SECRET)
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert _signature(id_token, app=app) == (PASSED, "HS256, with this app's secret")


def test_hs256_with_another_secret_fails() -> None:
    app = _announcing("HS256", app=WITH_SECRET)
    id_token = signed_with_secret(id_token_claims(), "x" * 32)

    assert _signature(id_token, app=app)[0] is FAILED


@pytest.mark.parametrize("critical", [["made-up"], [], "made-up", None])
def test_what_an_id_token_demands_beyond_the_standard_is_refused(
    critical: object,
) -> None:
    header = {"crit": critical, "made-up": 1}
    id_token = jwt.PyJWS().encode(b"{}", SECRET, algorithm="HS256", headers=header)

    by_secret = _signature(id_token, app=_announcing("HS256", app=WITH_SECRET))
    by_key = _signature(KEY.signed(id_token_claims(), **header), [KEY.public()])

    assert (by_secret[0], by_key[0]) == (FAILED, FAILED)


def test_a_secret_that_looks_like_a_key_signs_nothing() -> None:
    app = replace(WITH_SECRET, client_secret="ssh-rsa-CANARY-of-more-than-32-letters")
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert _signature(id_token, app=_announcing("HS256", app=app))[0] is FAILED


def test_a_public_app_has_no_key_for_hs256() -> None:
    outcome, detail = _signature(
        signed_with_secret(id_token_claims(), SECRET), app=_announcing("HS256")
    )

    assert outcome is FAILED
    assert "public app" in detail


def test_hs256_counts_only_where_it_is_announced() -> None:
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert _signature(id_token, app=WITH_SECRET) == (
        FAILED,
        "by HS256, which is not accepted",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"kid": "another"},
        {"use": "enc"},
        {"alg": "RS512"},
        {"kty": "EC"},
        {"n": None},
        {"n": 5},
    ],
)
def test_a_key_for_something_else_does_not_count(changes: dict[str, object]) -> None:
    outcome, detail = _signature(KEY.id_token(), [KEY.public(**changes)])

    assert (outcome, detail) == (FAILED, "the server has no such key for RS256")


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_a_key_whose_private_half_is_published_proves_nothing(algorithm: str) -> None:
    key = SigningKey(algorithm)

    assert _signature(key.id_token(), [key.both_halves()])[0] is FAILED


@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")
def test_a_key_that_is_too_short_to_be_safe_proves_nothing() -> None:
    short = ShortKey()

    assert _signature(short.id_token(), [short.public()]) == (
        FAILED,
        "it was not made with the server's key",
    )


def test_without_key_ids_every_key_is_tried() -> None:
    keys = [SigningKey().public(kid=None), KEY.public(kid=None, use=None, alg=None)]

    assert _signature(KEY.id_token(), keys)[0] is PASSED


@pytest.mark.parametrize(
    "error",
    [
        NetworkError("auth.example", "it is down"),
        InvalidServerResponse("it is no set of keys", status=200, request_id=None),
        OperationCancelled(),
    ],
)
def test_keys_that_cannot_be_read_leave_the_signature_unchecked(
    error: Exception,
) -> None:
    checks = _checks(KEY.id_token(), error)

    assert checks[0].outcome is ABSENT
    assert checks[0].detail.startswith("not checked: ")
    assert checks[1].outcome is PASSED  # the claims are read all the same


def test_a_server_without_keys_leaves_the_signature_unchecked() -> None:
    app = replace(APP, server=replace(SERVER, jwks_uri=None))

    outcome, detail = _signature(KEY.id_token(), app=app)

    assert outcome is ABSENT
    assert detail.startswith("not checked: ")


@pytest.mark.parametrize("id_token", ["CANARY", "CANARY.x.y", "a.b", "..", "é.é.é"])
def test_what_is_no_jwt_fails_as_a_whole(id_token: str) -> None:
    [check] = _checks(id_token, [])

    assert (check.subject, check.outcome) == ("ID token", FAILED)
    assert "CANARY" not in check.detail


def test_a_header_that_names_no_algorithm_fails() -> None:
    assert _signature(_under(KEY.id_token(), {}))[0] is FAILED


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(KEY.public())), junk)
def test_no_key_of_a_server_breaks_the_check(member: str, value: object) -> None:
    key = {**KEY.public(), member: value}

    assert _signature(KEY.id_token(), [key])[0] in {PASSED, FAILED}


@given(st.dictionaries(st.sampled_from(["alg", "kid", "crit", "typ", "b64"]), junk))
def test_no_header_breaks_the_check(header: dict[str, object]) -> None:
    outcome, _ = _signature(_under(KEY.id_token(), header), [KEY.public()])

    assert outcome is FAILED

import base64
import json
from collections.abc import Mapping
from dataclasses import replace

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.registration import ClientRegistration
from tests.fakes.id_tokens import (
    SigningKey,
    id_token_claims,
    signed_with_secret,
    unsigned,
)
from tests.oauth.id_token_checks import (
    APP,
    FAILED,
    KEY,
    PASSED,
    all_checks,
    junk,
    signature_check,
)

SECRET = "CANARY-client-secret-of-32-letters-"
WITH_SECRET = replace(APP, client_secret=SECRET)


def _announcing(*algorithms: str, app: ClientRegistration = APP) -> ClientRegistration:
    return replace(app, server=replace(app.server, id_token_algorithms=algorithms))


def _under(id_token: str, header: Mapping[str, object]) -> str:
    """Return ``id_token`` with another header, under the signature that it had."""
    raw = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    return f"{raw}.{id_token.partition('.')[2]}"


def test_an_id_token_of_which_all_is_right_passes_every_check() -> None:
    checks = all_checks(
        KEY.id_token(nonce="CANARY-n"), [KEY.public()], nonce="CANARY-n"
    )

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
        assert signature_check(key.id_token(), [KEY.public(), key.public()], app) == (
            PASSED,
            f"{algorithm}, key its key",
        )


def test_a_signature_with_another_key_fails() -> None:
    forged = SigningKey().id_token()

    assert signature_check(forged, [KEY.public()]) == (
        FAILED,
        "it was not made with the server's key",
    )


def test_claims_that_were_changed_fail_the_signature() -> None:
    header, _, signature = KEY.id_token().split(".")
    _, claims, _ = unsigned(id_token_claims(sub="someone else")).split(".")

    changed = f"{header}.{claims}.{signature}"

    assert signature_check(changed, [KEY.public()])[0] is FAILED


@pytest.mark.parametrize("alg", ["none", "None", "NONE"])
def test_an_id_token_that_nobody_signed_is_always_refused(alg: str) -> None:
    id_token = _under(unsigned(id_token_claims()), {"alg": alg})

    for app in (APP, WITH_SECRET, _announcing("none", "RS256")):
        outcome, detail = signature_check(id_token, [KEY.public()], app)
        assert outcome is FAILED
        assert "not signed" in detail


def test_an_algorithm_that_was_never_announced_is_refused() -> None:
    key = SigningKey("ES256")

    assert signature_check(key.id_token(), [key.public()], _announcing("RS256")) == (
        FAILED,
        "by ES256, which the server never announced",
    )


def test_a_public_key_is_no_secret_to_sign_with() -> None:
    forged = signed_with_secret(id_token_claims(), str(KEY.public()["n"]))

    for app in (APP, WITH_SECRET, _announcing("RS256", "HS256", app=WITH_SECRET)):
        assert signature_check(forged, [KEY.public()], app)[0] is FAILED


def test_hs256_is_verified_with_the_secret_of_a_confidential_app() -> None:
    app = _announcing("RS256", "HS256", app=WITH_SECRET)
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert signature_check(id_token, app=app) == (
        PASSED,
        "HS256, with this app's secret",
    )


def test_hs256_with_another_secret_fails() -> None:
    app = _announcing("HS256", app=WITH_SECRET)
    id_token = signed_with_secret(id_token_claims(), "x" * 32)

    assert signature_check(id_token, app=app)[0] is FAILED


@pytest.mark.parametrize("critical", [["made-up"], [], "made-up", None])
def test_what_an_id_token_demands_beyond_the_standard_is_refused(
    critical: object,
) -> None:
    header = {"crit": critical, "made-up": 1}
    id_token = jwt.PyJWS().encode(b"{}", SECRET, algorithm="HS256", headers=header)

    by_secret = signature_check(id_token, app=_announcing("HS256", app=WITH_SECRET))
    by_key = signature_check(KEY.signed(id_token_claims(), **header), [KEY.public()])

    assert (by_secret[0], by_key[0]) == (FAILED, FAILED)


def test_a_secret_that_looks_like_a_key_signs_nothing() -> None:
    app = replace(WITH_SECRET, client_secret="ssh-rsa-CANARY-of-more-than-32-letters")
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert signature_check(id_token, app=_announcing("HS256", app=app))[0] is FAILED


def test_a_public_app_has_no_key_for_hs256() -> None:
    outcome, detail = signature_check(
        signed_with_secret(id_token_claims(), SECRET), app=_announcing("HS256")
    )

    assert outcome is FAILED
    assert "public app" in detail


def test_hs256_counts_only_where_it_is_announced() -> None:
    id_token = signed_with_secret(id_token_claims(), SECRET)

    assert signature_check(id_token, app=WITH_SECRET) == (
        FAILED,
        "by HS256, which is not accepted",
    )


@pytest.mark.parametrize("id_token", ["CANARY", "CANARY.x.y", "a.b", "..", "é.é.é"])
def test_what_is_no_jwt_fails_as_a_whole(id_token: str) -> None:
    [check] = all_checks(id_token, [])

    assert (check.subject, check.outcome) == ("ID token", FAILED)
    assert "CANARY" not in check.detail


def test_a_header_that_names_no_algorithm_fails() -> None:
    assert signature_check(_under(KEY.id_token(), {}))[0] is FAILED


@given(st.dictionaries(st.sampled_from(["alg", "kid", "crit", "typ", "b64"]), junk))
def test_no_header_breaks_the_check(header: dict[str, object]) -> None:
    outcome, _ = signature_check(_under(KEY.id_token(), header), [KEY.public()])

    assert outcome is FAILED

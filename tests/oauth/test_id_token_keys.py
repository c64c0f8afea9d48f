"""Which of a server's keys an ID token may be signed with."""

from dataclasses import replace
from functools import cached_property

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from ringauth_gui.errors import InvalidServerResponse, NetworkError, OperationCancelled
from ringauth_gui.oauth.answer_check import CheckOutcome
from tests.fakes.id_tokens import SigningKey
from tests.oauth.id_token_checks import (
    APP,
    FAILED,
    KEY,
    PASSED,
    SERVER,
    all_checks,
    junk,
    signature_check,
)

ABSENT = CheckOutcome.NOT_APPLICABLE


class ShortKey(SigningKey):
    """One that others can break (RFC 7518 section 3.3)."""

    @override
    @cached_property
    def private(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - on purpose


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
    outcome, detail = signature_check(KEY.id_token(), [KEY.public(**changes)])

    assert (outcome, detail) == (FAILED, "the server has no such key for RS256")


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_a_key_whose_private_half_is_published_proves_nothing(algorithm: str) -> None:
    key = SigningKey(algorithm)

    assert signature_check(key.id_token(), [key.both_halves()])[0] is FAILED


@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")
def test_a_key_that_is_too_short_to_be_safe_proves_nothing() -> None:
    short = ShortKey()

    assert signature_check(short.id_token(), [short.public()]) == (
        FAILED,
        "it was not made with the server's key",
    )


def test_without_key_ids_every_key_is_tried() -> None:
    keys = [SigningKey().public(kid=None), KEY.public(kid=None, use=None, alg=None)]

    assert signature_check(KEY.id_token(), keys)[0] is PASSED


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
    checks = all_checks(KEY.id_token(), error)

    assert checks[0].outcome is ABSENT
    assert checks[0].detail.startswith("not checked: ")
    assert checks[1].outcome is PASSED  # the claims are read all the same


def test_a_server_without_keys_leaves_the_signature_unchecked() -> None:
    app = replace(APP, server=replace(SERVER, jwks_uri=None))

    outcome, detail = signature_check(KEY.id_token(), app=app)

    assert outcome is ABSENT
    assert detail.startswith("not checked: ")


@given(st.sampled_from(sorted(KEY.public())), junk)
def test_no_key_of_a_server_breaks_the_check(member: str, value: object) -> None:
    key = {**KEY.public(), member: value}

    assert signature_check(KEY.id_token(), [key])[0] in {PASSED, FAILED}

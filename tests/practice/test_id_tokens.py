from typing import Any

import jwt
import pytest
from jwt.types import Options

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.choices import (
    IdTokenAlgorithm,
    IdTokenFault,
    ScopeAtAuthorize,
)
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, SECRET, VERIFIER, Visitor

SCOPE = "openid ReadAccounts"
# The tests' clock is not the machine's; the times are looked at by themselves.
NO_TIMES: Options = {"verify_exp": False, "verify_iat": False}


def get_id_token(visitor: Visitor, **changes: str) -> str:
    asked = {"scope": SCOPE, "nonce": "the-nonce"} | changes
    return visitor.get_tokens(**asked)["id_token"]


def verified(visitor: Visitor, id_token: str) -> dict[str, Any]:
    (key,) = jwt.PyJWKSet.from_dict(visitor.get("/restapi/oauth/jwks").json()).keys
    assert jwt.get_unverified_header(id_token)["kid"] == key.key_id
    return jwt.decode(
        id_token,
        key,
        ["RS256"],
        NO_TIMES,
        audience=PUBLIC_APP.client_id,
        issuer=visitor.address,
    )


def test_asking_for_openid_gives_a_signed_id_token(
    visitor: Visitor, clock: FakeClock
) -> None:
    claims = verified(visitor, get_id_token(visitor))

    assert claims.pop("jti")
    assert claims == {
        "iss": visitor.address,
        "sub": "256440016",
        "aud": PUBLIC_APP.client_id,
        "iat": int(clock.now),
        "exp": int(clock.now) + 3600,
        "auth_time": int(clock.now),
        "nonce": "the-nonce",
        "account_id": "400129284008",
        "email": "ada@practice.example",
        "email_verified": True,
        "given_name": "Ada",
        "family_name": "Practice",
    }


def test_without_openid_there_is_none(visitor: Visitor) -> None:
    assert "id_token" not in visitor.get_tokens()


def test_it_can_be_left_out_although_it_was_asked_for(
    visitor: Visitor, switch: Switch
) -> None:
    switch(id_token_given=False)

    assert "id_token" not in visitor.get_tokens(scope=SCOPE)


def test_openid_works_also_where_scope_is_ignored(
    visitor: Visitor, switch: Switch
) -> None:
    switch(scope_at_authorize=ScopeAtAuthorize.IGNORED)

    tokens = visitor.get_tokens(scope=SCOPE)

    assert verified(visitor, tokens["id_token"])["sub"] == "256440016"
    assert tokens["scope"] == " ".join([*PUBLIC_APP.scopes, "openid"])


def test_without_a_nonce_there_is_none_in_it(visitor: Visitor) -> None:
    tokens = visitor.get_tokens(scope=SCOPE)

    assert "nonce" not in verified(visitor, tokens["id_token"])


def test_hs256_is_signed_with_the_apps_secret(visitor: Visitor, switch: Switch) -> None:
    switch(id_token_algorithm=IdTokenAlgorithm.HS256)
    code = visitor.get_code(client_id=CONFIDENTIAL_APP.client_id, scope=SCOPE)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT_URIS[0],
        "code_verifier": VERIFIER,
    }

    answer = visitor.post("/restapi/oauth/token", form, basic=BASIC).json()

    audience = CONFIDENTIAL_APP.client_id
    claims = jwt.decode(
        answer["id_token"], SECRET, ["HS256"], NO_TIMES, audience=audience
    )
    assert claims["sub"] == "256440016"


def test_an_app_without_a_secret_gets_rs256(visitor: Visitor, switch: Switch) -> None:
    switch(id_token_algorithm=IdTokenAlgorithm.HS256)

    assert verified(visitor, get_id_token(visitor))["sub"] == "256440016"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (IdTokenFault.WRONG_KEY, jwt.InvalidSignatureError),
        (IdTokenFault.WRONG_AUDIENCE, jwt.InvalidAudienceError),
        (IdTokenFault.WRONG_ISSUER, jwt.InvalidIssuerError),
    ],
)
def test_a_fault_is_noticed(
    visitor: Visitor,
    switch: Switch,
    fault: IdTokenFault,
    error: type[jwt.InvalidTokenError],
) -> None:
    switch(id_token_fault=fault)
    id_token = get_id_token(visitor)

    with pytest.raises(error):
        verified(visitor, id_token)


def test_a_fault_can_be_the_algorithm_none(visitor: Visitor, switch: Switch) -> None:
    switch(id_token_fault=IdTokenFault.ALG_NONE)

    header = jwt.get_unverified_header(get_id_token(visitor))

    assert header["alg"] == "none"


def test_a_fault_can_be_that_it_is_over(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(id_token_fault=IdTokenFault.EXPIRED)

    claims = verified(visitor, get_id_token(visitor))

    assert claims["exp"] <= clock.now


def test_a_fault_can_be_the_nonce(visitor: Visitor, switch: Switch) -> None:
    switch(id_token_fault=IdTokenFault.WRONG_NONCE)

    assert verified(visitor, get_id_token(visitor))["nonce"] != "the-nonce"

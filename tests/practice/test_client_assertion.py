from typing import Any

import jwt
import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import SECRET, VERIFIER, Visitor, code_of

TOKEN = "/restapi/oauth/token"
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
CLIENT_ID = CONFIDENTIAL_APP.client_id


def claims_of(visitor: Visitor, clock: FakeClock, **changes: object) -> dict[str, Any]:
    usual = {
        "iss": CLIENT_ID,
        "sub": CLIENT_ID,
        "aud": visitor.address + TOKEN,
        "exp": int(clock.now) + 60,
    }
    return usual | changes


def form_of(assertion: str) -> dict[str, str]:
    return {
        "grant_type": "refresh_token",
        "refresh_token": "none",
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": assertion,
    }


def test_an_app_proves_itself_by_what_its_secret_signs(
    visitor: Visitor, clock: FakeClock
) -> None:
    code = visitor.get_code(client_id=CLIENT_ID)
    signed = jwt.encode(claims_of(visitor, clock), SECRET, "HS256")
    exchange = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT_URIS[0],
        "code_verifier": VERIFIER,
    }

    answer = visitor.post(TOKEN, form_of(signed) | exchange)

    assert answer.json()["owner_id"] == "256440016"


def test_the_issuer_is_an_audience_too(visitor: Visitor, clock: FakeClock) -> None:
    claims = claims_of(visitor, clock, aud=visitor.address)

    answer = visitor.post(TOKEN, form_of(jwt.encode(claims, SECRET, "HS256")))

    assert code_of(answer) == "OAU-213"


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "http://127.0.0.1:1/restapi/oauth/token"},
        {"sub": "somebody-else"},
        {"exp": 1},
        {"exp": "later"},
    ],
)
def test_what_it_says_has_to_be_right(
    visitor: Visitor, clock: FakeClock, changes: dict[str, object]
) -> None:
    claims = claims_of(visitor, clock, **changes)

    answer = visitor.post(TOKEN, form_of(jwt.encode(claims, SECRET, "HS256")))

    assert (answer.status_code, code_of(answer)) == (401, "OAU-146")


def test_another_secret_is_oau_146(visitor: Visitor, clock: FakeClock) -> None:
    signed = jwt.encode(claims_of(visitor, clock), "another" * 6, "HS256")

    assert code_of(visitor.post(TOKEN, form_of(signed))) == "OAU-146"


def test_an_app_without_a_secret_cannot_have_signed_it(
    visitor: Visitor, clock: FakeClock
) -> None:
    public = PUBLIC_APP.client_id
    claims = claims_of(visitor, clock, iss=public, sub=public)

    answer = visitor.post(TOKEN, form_of(jwt.encode(claims, "x" * 32, "HS256")))

    assert code_of(answer) == "OAU-146"


def test_no_signature_is_an_algorithm_that_is_not_supported(
    visitor: Visitor, clock: FakeClock
) -> None:
    unsigned = jwt.encode(claims_of(visitor, clock), "", "none")

    answer = visitor.post(TOKEN, form_of(unsigned))

    assert (answer.status_code, code_of(answer)) == (400, "OAU-347")


@pytest.mark.parametrize("assertion", ["garbage", "a.b.c"])
def test_what_is_no_assertion_names_no_client(visitor: Visitor, assertion: str) -> None:
    assert code_of(visitor.post(TOKEN, form_of(assertion))) == "OAU-123"


def test_garbage_beside_a_client_id_is_oau_146(visitor: Visitor) -> None:
    form = form_of("garbage") | {"client_id": CLIENT_ID}

    assert code_of(visitor.post(TOKEN, form)) == "OAU-146"


def test_another_assertion_type_is_oau_123(visitor: Visitor, clock: FakeClock) -> None:
    signed = jwt.encode(claims_of(visitor, clock), SECRET, "HS256")

    answer = visitor.post(TOKEN, form_of(signed) | {"client_assertion_type": "other"})

    assert code_of(answer) == "OAU-123"


def test_a_client_id_that_is_no_text_names_no_client(visitor: Visitor) -> None:
    signed = jwt.encode({"sub": "x"}, SECRET, "HS256")

    assert code_of(visitor.post(TOKEN, form_of(signed))) == "OAU-123"

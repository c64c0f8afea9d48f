import jwt
import pytest
import requests

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, JWT_GRANT, JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.world import World
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, Visitor, code_of

ANY_APP, THIS_APP, OTHER_APP, EXPIRED = CREDENTIALS
JWT_BASIC = (JWT_ONLY_APP.client_id, JWT_ONLY_APP.client_secret or "")


def present(
    visitor: Visitor, assertion: str, basic: tuple[str, str] = JWT_BASIC
) -> requests.Response:
    form = {"grant_type": JWT_GRANT, "assertion": assertion}
    return visitor.post("/restapi/oauth/token", form, basic=basic)


def test_a_credential_signs_its_person_in(visitor: Visitor) -> None:
    answer = present(visitor, signed_credential(ANY_APP, visitor.address))

    assert answer.status_code == 200
    assert answer.json()["owner_id"] == "256440016"
    assert visitor.call(answer.json()["access_token"]).status_code == 200


def test_a_credential_names_its_apps_its_end_and_its_person(visitor: Visitor) -> None:
    assertion = signed_credential(THIS_APP, visitor.address)

    claims = jwt.decode(assertion, options={"verify_signature": False})

    assert claims["client_ids"] == [JWT_ONLY_APP.client_id]
    assert claims["aud"] == f"{visitor.address}/restapi/oauth/token"
    assert claims["exp"] == THIS_APP.expires_at
    assert claims["sub"] == "9007199254740993"


def test_a_credential_works_on_another_server_at_the_same_address(
    visitor: Visitor,
) -> None:
    kept = signed_credential(THIS_APP, visitor.address)

    assert kept != signed_credential(THIS_APP, visitor.address)
    assert present(visitor, kept).status_code == 200


def test_localhost_is_the_same_server(visitor: Visitor) -> None:
    address = visitor.address.replace("127.0.0.1", "localhost")

    assert present(visitor, signed_credential(ANY_APP, address)).status_code == 200


def test_an_app_that_is_not_on_its_list_is_oau_473(visitor: Visitor) -> None:
    answer = present(visitor, signed_credential(OTHER_APP, visitor.address))

    assert (answer.status_code, code_of(answer)) == (400, "OAU-473")
    assert answer.json()["error"] == "invalid_request"


def test_an_app_without_jwt_sign_in_is_oau_251(visitor: Visitor) -> None:
    assertion = signed_credential(ANY_APP, visitor.address)

    answer = present(visitor, assertion, BASIC)

    assert BASIC[0] == CONFIDENTIAL_APP.client_id
    assert code_of(answer) == "OAU-251"


def test_an_expired_credential_is_oau_210(visitor: Visitor) -> None:
    answer = present(visitor, signed_credential(EXPIRED, visitor.address))

    assert (answer.status_code, code_of(answer)) == (400, "OAU-210")


def test_a_revoked_credential_is_oau_213(world: World, visitor: Visitor) -> None:
    world.registry.revoke_credential(ANY_APP.credential_id)

    answer = present(visitor, signed_credential(ANY_APP, visitor.address))

    assert (answer.status_code, code_of(answer)) == (400, "OAU-213")


def test_a_credential_of_another_server_is_refused(visitor: Visitor) -> None:
    answer = present(visitor, signed_credential(ANY_APP, "http://127.0.0.1:1"))

    assert answer.json()["error"] == "invalid_grant"
    assert answer.json()["errors"] == []


@pytest.mark.parametrize("assertion", ["made-up", "eyJhbGciOi.eyJzdWIi.c2ln", "a.b.c"])
def test_what_is_no_credential_is_refused(visitor: Visitor, assertion: str) -> None:
    answer = present(visitor, assertion)

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_credential_that_is_not_signed_is_refused(visitor: Visitor) -> None:
    signed = signed_credential(ANY_APP, visitor.address)
    claims = jwt.decode(signed, options={"verify_signature": False})

    answer = present(visitor, jwt.encode(claims, "", "none"))

    assert answer.json()["error"] == "invalid_grant"


def test_no_assertion_is_cmn_101(visitor: Visitor) -> None:
    assert code_of(present(visitor, "")) == "CMN-101"


def test_its_refresh_token_works_unless_there_is_to_be_none(
    visitor: Visitor, switch: Switch
) -> None:
    assertion = signed_credential(ANY_APP, visitor.address)
    with_one = present(visitor, assertion).json()
    switch(jwt_refresh_token=False)

    without = present(visitor, assertion).json()

    form = {"grant_type": "refresh_token", "refresh_token": with_one["refresh_token"]}
    refreshed = visitor.post("/restapi/oauth/token", form, basic=JWT_BASIC)
    assert refreshed.status_code == 200
    assert "refresh_token" not in without


def test_the_front_page_prints_every_credential(
    visitor: Visitor, clock: FakeClock
) -> None:
    page = visitor.get("/").text

    for credential in CREDENTIALS:
        assert credential.about in page
    assert page.count('readonly value="eyJ') == len(CREDENTIALS)
    assert clock.now > (EXPIRED.expires_at or 0)

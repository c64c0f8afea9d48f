import pytest

from ringauth_gui.practice.apps import (
    CONFIDENTIAL_APP,
    JWT_ONLY_APP,
    REDIRECT_URIS,
)
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, VERIFIER, Fields, Visitor, code_of

TOKEN = "/restapi/oauth/token"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_answer_has_every_documented_member(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code())

    members = answer.json()
    assert answer.status_code == 200
    assert members.pop("access_token").startswith("U0pD")
    assert members.pop("refresh_token").startswith("U0pD")
    assert members.pop("session_id")
    assert members.pop("endpoint_id")
    assert members == {
        "token_type": "bearer",
        "expires_in": 3600,
        "refresh_token_expires_in": 604_800,
        "scope": "ReadAccounts ReadCallLog SMS RingOut",
        "owner_id": "256440016",
    }


def test_the_answer_is_not_to_be_stored(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code())

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "application/json"


def test_the_confidential_app_may_leave_pkce_out(visitor: Visitor) -> None:
    code = visitor.get_code(
        client_id=CONFIDENTIAL_APP.client_id,
        code_challenge=None,
        code_challenge_method=None,
    )
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT_URIS[0],
    }

    assert visitor.post(TOKEN, form, basic=BASIC).status_code == 200


def test_a_challenge_without_a_method_is_plain(visitor: Visitor) -> None:
    code = visitor.get_code(code_challenge=VERIFIER, code_challenge_method=None)

    assert visitor.exchange(code).status_code == 200


def test_a_refresh_gives_new_tokens(visitor: Visitor) -> None:
    old = visitor.get_tokens()

    new = visitor.refresh(old["refresh_token"]).json()

    assert new["access_token"] != old["access_token"]
    assert new["session_id"] == old["session_id"]
    assert visitor.call(new["access_token"]).status_code == 200


def test_a_used_code_is_answered_in_ringcentrals_shape(visitor: Visitor) -> None:
    code = visitor.get_code()
    visitor.exchange(code)

    answer = visitor.exchange(code)

    assert answer.status_code == 400
    assert answer.json() == {
        "error": "invalid_grant",
        "error_description": "Authorization code is invalid",
        "errors": [
            {"errorCode": "OAU-106", "message": "Authorization code is invalid"}
        ],
    }


def test_an_expired_code_is_oau_108(visitor: Visitor, clock: FakeClock) -> None:
    code = visitor.get_code()
    clock.pass_seconds(60)

    assert code_of(visitor.exchange(code)) == "OAU-108"


def test_another_redirect_uri_is_oau_109(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code(), redirect_uri=REDIRECT_URIS[1])

    assert code_of(answer) == "OAU-109"
    assert answer.json()["error"] == "invalid_redirect_uri"


def test_a_wrong_verifier_is_an_invalid_grant_without_a_code(
    visitor: Visitor,
) -> None:
    answer = visitor.exchange(visitor.get_code(), code_verifier="w" * 43)

    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_grant"
    assert answer.json()["errors"] == []


def test_an_expired_refresh_token_is_oau_210(
    visitor: Visitor, clock: FakeClock
) -> None:
    tokens = visitor.get_tokens()
    clock.pass_seconds(604_800)

    answer = visitor.refresh(tokens["refresh_token"])

    assert (answer.status_code, code_of(answer)) == (400, "OAU-210")


def test_an_unknown_refresh_token_is_oau_213(visitor: Visitor) -> None:
    answer = visitor.refresh("made-up")

    assert (answer.status_code, code_of(answer)) == (400, "OAU-213")
    assert answer.json()["error"] == "invalid_grant"


def test_a_json_body_is_oau_250(visitor: Visitor) -> None:
    headers = {"Content-Type": "application/json"}

    answer = visitor.post(TOKEN, '{"grant_type": "refresh_token"}', headers, BASIC)

    assert (answer.status_code, code_of(answer)) == (415, "OAU-250")


@pytest.mark.parametrize("form", [{"grant_type": "magic"}, {"x": "y"}])
def test_an_unknown_grant_type_is_oau_250(visitor: Visitor, form: Fields) -> None:
    answer = visitor.post(TOKEN, form, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-250")


# The reference's section 3.1, but for what an app here may use.
@pytest.mark.parametrize(
    "grant_type",
    [
        *("password", "partner_jwt", "guest", "otp", "ivr_pin", "personal_jwt"),
        "device_certificate",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "urn:ietf:params:oauth:grant-type:device_code",
    ],
)
def test_a_grant_type_the_app_may_not_use_is_oau_251(
    visitor: Visitor, grant_type: str
) -> None:
    answer = visitor.post(TOKEN, {"grant_type": grant_type}, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-251")
    assert answer.json()["error"] == "unauthorized_client"


def test_client_credentials_are_oau_270(visitor: Visitor) -> None:
    form = {"grant_type": "client_credentials", "account_id": "400129284008"}

    answer = visitor.post(TOKEN, form, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-270")


def test_an_app_without_the_code_grant_is_oau_251(visitor: Visitor) -> None:
    basic = (JWT_ONLY_APP.client_id, JWT_ONLY_APP.client_secret or "")
    form = {"grant_type": "authorization_code", "code": "none"}

    answer = visitor.post(TOKEN, form, basic=basic)

    assert code_of(answer) == "OAU-251"


@pytest.mark.parametrize(
    ("grant_type", "missing"),
    [("authorization_code", "code"), ("refresh_token", "refresh_token")],
)
def test_a_missing_grant_is_cmn_101(
    visitor: Visitor, grant_type: str, missing: str
) -> None:
    answer = visitor.post(TOKEN, {"grant_type": grant_type}, basic=BASIC)

    assert code_of(answer) == "CMN-101"
    assert f"[{missing}]" in answer.json()["error_description"]


def test_a_parameter_sent_twice_is_oau_111(visitor: Visitor) -> None:
    form = [("grant_type", "refresh_token"), ("grant_type", "refresh_token")]

    answer = visitor.post(TOKEN, form, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-111")


def test_a_body_of_endless_length_is_refused(visitor: Visitor) -> None:
    answer = visitor.post(TOKEN, "x=" + "y" * 20_000, FORM)

    assert answer.status_code == 413

import base64

import pytest

from ringauth_gui.practice.apps import (
    CONFIDENTIAL_APP,
    PUBLIC_APP,
    REDIRECT_URIS,
)
from tests.practice.conftest import Switch
from tests.practice.visitor import BASIC, SECRET, VERIFIER, Visitor, code_of

TOKEN = "/restapi/oauth/token"
REFRESH: dict[str, str] = {"grant_type": "refresh_token", "refresh_token": "none"}


def test_the_confidential_app_uses_http_basic(visitor: Visitor) -> None:
    code = visitor.get_code(who="102", client_id=CONFIDENTIAL_APP.client_id)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT_URIS[0],
        "code_verifier": VERIFIER,
    }

    answer = visitor.post(TOKEN, form, basic=BASIC)

    assert answer.json()["owner_id"] == "9007199254740993"


def test_no_identification_is_oau_123(visitor: Visitor) -> None:
    answer = visitor.post(TOKEN, REFRESH)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-123")
    assert answer.json()["error_description"] == "Client authentication is required"


def test_a_confidential_app_without_its_secret_is_oau_123(visitor: Visitor) -> None:
    answer = visitor.refresh("none", client_id=CONFIDENTIAL_APP.client_id)

    assert code_of(answer) == "OAU-123"


def test_a_secret_in_the_body_is_oau_123(visitor: Visitor) -> None:
    form = {"client_id": CONFIDENTIAL_APP.client_id, "client_secret": SECRET}

    assert code_of(visitor.post(TOKEN, REFRESH | form)) == "OAU-123"


@pytest.mark.parametrize(
    "value",
    ["Basic", "Basic !!", "Bearer eDp5", "Basic " + base64.b64encode(b"x").decode()],
)
def test_a_malformed_authorization_header_is_oau_123(
    visitor: Visitor, value: str
) -> None:
    answer = visitor.post(TOKEN, REFRESH, {"Authorization": value})

    assert code_of(answer) == "OAU-123"
    assert "malformed" in answer.json()["error_description"]


@pytest.mark.parametrize(
    "client_id", [CONFIDENTIAL_APP.client_id, "practice-public-app"]
)
def test_a_wrong_secret_is_oau_146(visitor: Visitor, client_id: str) -> None:
    answer = visitor.post(TOKEN, REFRESH, basic=(client_id, "wrong"))

    assert (answer.status_code, code_of(answer)) == (401, "OAU-146")
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")


def test_an_unknown_client_id_is_oau_153(visitor: Visitor) -> None:
    answer = visitor.refresh("none", client_id="nobody")

    assert answer.status_code == 400
    assert answer.json()["errors"][0] == {
        "errorCode": "OAU-153",
        "message": "Invalid client application: [nobody]",
        "parameters": [{"parameterName": "client_id", "parameterValue": "nobody"}],
    }


def test_basic_with_an_empty_secret_is_oau_153(visitor: Visitor) -> None:
    answer = visitor.post(TOKEN, REFRESH, basic=(PUBLIC_APP.client_id, ""))

    assert code_of(answer) == "OAU-153"


def test_client_id_can_be_needed_beside_basic(visitor: Visitor, switch: Switch) -> None:
    switch(client_id_needed_beside_basic=True)

    alone = visitor.post(TOKEN, REFRESH, basic=BASIC)
    beside = visitor.post(TOKEN, REFRESH | {"client_id": BASIC[0]}, basic=BASIC)

    assert (alone.status_code, code_of(alone)) == (400, "CMN-101")
    parameter = {"parameterName": "client_id", "parameterValue": ""}
    assert alone.json()["errors"][0]["parameters"] == [parameter]
    assert code_of(beside) == "OAU-213"


def test_two_different_client_ids_are_oau_120(visitor: Visitor) -> None:
    form = REFRESH | {"client_id": PUBLIC_APP.client_id}

    assert code_of(visitor.post(TOKEN, form, basic=BASIC)) == "OAU-120"

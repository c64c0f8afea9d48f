"""The fault that refuses with a code, in each of RingCentral's shapes."""

from collections.abc import Callable

import pytest
import requests

from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.control_values import WrongValue, read_fault
from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.world import World
from tests.practice.visitor import Visitor, code_of

KIND = FAULT_KINDS["refuse"]
BROWSER = {"Accept": "text/html,application/xhtml+xml"}

Refuse = Callable[..., None]


@pytest.fixture
def refuse(world: World) -> Refuse:
    """Has requests refused with a code, for one test."""

    def switch_on(code: str, *endpoints: Endpoint) -> None:
        fault = Fault(KIND, endpoints or KIND.endpoints, code=code)
        world.behaviour.change_faults(lambda faults: faults.with_fault(fault))

    return switch_on


def test_the_token_endpoint_answers_in_the_shape_of_oauth(
    visitor: Visitor, refuse: Refuse
) -> None:
    refuse("OAU-167")

    answer = visitor.refresh("any")

    assert answer.status_code == 403
    assert answer.json() == {
        "error": "invalid_client",
        "error_description": "Account access restricted by RealmId",
        "errors": [
            {"errorCode": "OAU-167", "message": "Account access restricted by RealmId"}
        ],
    }


def test_the_api_answers_in_its_own_shape(visitor: Visitor, refuse: Refuse) -> None:
    refuse("CMN-401")

    answer = visitor.call("any")

    assert answer.status_code == 403
    body = answer.json()
    assert body["errorCode"] == "InsufficientPermissions"
    assert body["permissionName"] == "ReadAccounts"
    assert code_of(answer) == "CMN-401"


@pytest.mark.parametrize("path", ["/restapi/oauth/token", "/restapi/v1.0/account/~"])
def test_the_gateway_answers_alike_everywhere(
    visitor: Visitor, refuse: Refuse, path: str
) -> None:
    refuse("AGW-402")
    form = {"grant_type": "refresh_token"}

    answer = visitor.post(path, form) if "oauth" in path else visitor.get(path)

    assert answer.status_code == 401
    assert answer.json() == {
        "errorCode": "AGW-402",
        "message": "Invalid Authorization header",
        "errors": [],
    }


def test_a_token_that_is_used_gets_401_and_one_that_is_exchanged_400(
    visitor: Visitor, refuse: Refuse
) -> None:
    refuse("OAU-213")

    used, exchanged = visitor.call("any"), visitor.refresh("any")

    assert (used.status_code, exchanged.status_code) == (401, 400)
    assert used.json()["errorCode"] == "TokenInvalid"
    assert "TokenInvalid" not in exchanged.text


@pytest.mark.parametrize("code", ["API_ERROR_208", "OAU-113", "CMN-211"])
def test_the_browser_ends_on_the_servers_own_page(
    visitor: Visitor, refuse: Refuse, code: str
) -> None:
    refuse(code, Endpoint.AUTHORIZE)

    page = visitor.authorize(BROWSER)

    assert page.status_code == CODED_ERRORS[code].status
    assert page.headers["Content-Type"].startswith("text/html")
    assert f"<code>{code}</code>" in page.text
    assert CODED_ERRORS[code].text in page.text


@pytest.mark.parametrize("code", CODED_ERRORS)
def test_each_code_can_be_provoked_wherever_a_program_asks(
    visitor: Visitor, refuse: Refuse, code: str
) -> None:
    refuse(code)

    for answer in (visitor.refresh("any"), visitor.revoke("any"), visitor.call("any")):
        assert f'"errorCode": "{code}"' in answer.text
        assert "{" not in _message(answer)
    assert answer.status_code in {CODED_ERRORS[code].status, 401}


def _message(answer: requests.Response) -> str:
    body = answer.json()
    message: str = body.get("message") or body["error_description"]
    return message


@pytest.mark.parametrize("untrusted", ["", "OAU-999", 153, None, ["OAU-153"]])
def test_an_unknown_code_is_no_value(untrusted: object) -> None:
    with pytest.raises(WrongValue) as wrong:
        read_fault(KIND, {"code": untrusted})

    assert wrong.value.member == "code"


def test_other_faults_have_no_code() -> None:
    with pytest.raises(WrongValue) as wrong:
        read_fault(FAULT_KINDS["slow"], {"code": "OAU-153"})

    assert wrong.value.member == "code"

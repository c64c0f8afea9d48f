import pytest

from ringauth_gui.practice.people import GRACE
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import SERVER_VERSION
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import Visitor, code_of

EXTENSION = "/restapi/v1.0/account/~/extension/~"


def test_extension_info_tells_who_the_token_belongs_to(visitor: Visitor) -> None:
    tokens = visitor.get_tokens(who="102")

    members = visitor.call(tokens["access_token"]).json()

    assert members["id"] == 9007199254740993
    assert members["extensionNumber"] == "102"
    assert members["name"] == "Grace Practice"
    assert members["account"]["id"] == "400129284008"
    assert members["contact"]["email"] == "grace@practice.example"


def test_the_uri_of_an_extension_leads_to_it(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]
    uri = visitor.call(token).json()["uri"].removeprefix(visitor.address)

    answer = visitor.get(uri, None, {"Authorization": f"Bearer {token}"})

    assert answer.json()["name"] == "Ada Practice"


@pytest.mark.parametrize(
    "path",
    ["/restapi/v1.0/account/1/extension/~", "/restapi/v1.0/account/~/extension/1"],
)
def test_somebody_elses_extension_is_cmn_102(visitor: Visitor, path: str) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.get(path, None, {"Authorization": f"Bearer {token}"})

    assert (answer.status_code, code_of(answer)) == (404, "CMN-102")


def test_a_token_without_the_scope_is_cmn_401(visitor: Visitor) -> None:
    tokens = visitor.get_tokens(scope="SMS")

    answer = visitor.call(tokens["access_token"])

    assert answer.status_code == 403
    assert answer.json()["errorCode"] == "InsufficientPermissions"
    assert answer.json()["permissionName"] == "ReadAccounts"
    assert code_of(answer) == "CMN-401"


def test_authz_profile_lists_the_persons_permissions(visitor: Visitor) -> None:
    token = visitor.get_tokens(who="102", scope="SMS")["access_token"]

    answer = visitor.call(token, "/authz-profile")

    permissions = [one["permission"]["id"] for one in answer.json()["permissions"]]
    assert permissions == list(GRACE.permissions)
    assert "ReadCallLog" in permissions
    assert "SMS" not in permissions
    assert answer.headers["X-Rate-Limit-Group"] == "medium"


@pytest.mark.parametrize(("who", "successful"), [("101", True), ("102", False)])
def test_the_check_tells_whether_the_person_has_a_permission(
    visitor: Visitor, who: str, successful: bool
) -> None:
    token = visitor.get_tokens(who=who, scope="SMS")["access_token"]

    answer = visitor.call(
        token, "/authz-profile/check", {"permissionId": "ReadCompanyInfo"}
    )

    assert answer.status_code == 200
    assert answer.json()["successful"] is successful
    assert ("details" in answer.json()) is successful


def test_the_check_of_no_permission_is_cmn_101(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.call(token, "/authz-profile/check")

    assert (answer.status_code, code_of(answer)) == (400, "CMN-101")
    assert answer.json()["parameterName"] == "permissionId"


def test_the_check_of_an_unknown_permission_is_cmn_102(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.call(token, "/authz-profile/check", {"permissionId": "Fly"})

    assert (answer.status_code, code_of(answer)) == (404, "CMN-102")


def test_no_authorization_header_is_agw_401(visitor: Visitor) -> None:
    answer = visitor.get(EXTENSION)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="RingCentral REST API"'
    assert answer.json() == {
        "errorCode": "AGW-401",
        "message": "Authorization header is not specified",
        "errors": [],
    }


@pytest.mark.parametrize("value", ["Bearer", "Bearer a b", "Token x"])
def test_a_malformed_authorization_header_is_agw_402(
    visitor: Visitor, value: str
) -> None:
    answer = visitor.get(EXTENSION, None, {"Authorization": value})

    assert (answer.status_code, answer.json()["errorCode"]) == (401, "AGW-402")


def test_basic_on_an_api_call_is_oau_151(visitor: Visitor) -> None:
    answer = visitor.get(EXTENSION, None, {"Authorization": "Basic eDp5"})

    assert (answer.status_code, code_of(answer)) == (401, "OAU-151")


def test_a_jwt_as_access_token_is_oau_149(visitor: Visitor) -> None:
    answer = visitor.call("eyJhbGciOi.eyJzdWIi.c2ln")

    assert (answer.status_code, code_of(answer)) == (401, "OAU-149")
    assert answer.json()["errorCode"] == "TokenInvalid"
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_replaced_access_token_is_oau_129_and_then_oau_213(
    visitor: Visitor, clock: FakeClock
) -> None:
    tokens = visitor.get_tokens()
    visitor.refresh(tokens["refresh_token"])

    at_once = visitor.call(tokens["access_token"])
    clock.pass_seconds(10)
    later = visitor.call(tokens["access_token"])

    assert (at_once.status_code, code_of(at_once)) == (401, "OAU-129")
    assert (later.status_code, code_of(later)) == (401, "OAU-213")


def test_an_expired_access_token_is_oau_128(visitor: Visitor, clock: FakeClock) -> None:
    tokens = visitor.get_tokens()
    clock.pass_seconds(3600)

    answer = visitor.call(tokens["access_token"])

    assert (answer.status_code, code_of(answer)) == (401, "OAU-128")


def test_calls_of_the_light_group_are_counted_by_person_and_app(
    clock: FakeClock,
) -> None:
    with PracticeServer(0, clock=clock) as server:
        visitor = Visitor(server.address)
        ada, grace = visitor.get_tokens(), visitor.get_tokens(who="102")
        visitor.call(ada["access_token"])

        answer = visitor.call(grace["access_token"])

    assert answer.headers["X-Rate-Limit-Group"] == "light"
    assert answer.headers["X-Rate-Limit-Remaining"] == "49"


def test_userinfo_counts_as_an_authentication_call(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.get(
        "/restapi/oauth/userinfo", None, {"Authorization": f"Bearer {token}"}
    )

    assert answer.json()["sub"] == "256440016"
    assert answer.headers["X-Rate-Limit-Group"] == "auth"


@pytest.mark.parametrize("path", ["/restapi", "/restapi/v1.0"])
def test_version_info_needs_no_token(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)

    assert answer.status_code == 200
    assert answer.json()["serverVersion"] == SERVER_VERSION
    assert "X-Rate-Limit-Group" not in answer.headers


def test_the_metadata_names_this_server(visitor: Visitor) -> None:
    members = visitor.get("/.well-known/openid-configuration").json()

    oauth = f"{visitor.address}/restapi/oauth"
    assert members["issuer"] == visitor.address
    assert members["authorization_endpoint"] == f"{oauth}/authorize"
    assert members["token_endpoint"] == f"{oauth}/token"
    assert members["revocation_endpoint"] == f"{oauth}/revoke"
    assert members["code_challenge_methods_supported"] == ["plain", "S256"]
    assert "client_secret_post" not in members["token_endpoint_auth_methods_supported"]


def test_every_endpoint_of_the_metadata_is_there(visitor: Visitor) -> None:
    members = visitor.get("/.well-known/openid-configuration").json()

    for name in ("authorization_endpoint", "userinfo_endpoint", "jwks_uri"):
        path = members[name].removeprefix(visitor.address)
        assert visitor.get(path).status_code != 404


@pytest.mark.parametrize(
    ("path", "code"), [("/nowhere", "AGW-404"), ("/restapi/v1.0/nowhere", "CMN-120")]
)
def test_an_unknown_path_is_told_as_ringcentral_does(
    visitor: Visitor, path: str, code: str
) -> None:
    answer = visitor.get(path)

    assert (answer.status_code, answer.json()["errorCode"]) == (404, code)


def test_a_wrong_method_is_told_with_the_right_ones(visitor: Visitor) -> None:
    answer = visitor.get("/restapi/oauth/token")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_every_answer_has_a_request_id_of_its_own(visitor: Visitor) -> None:
    answers = [visitor.get(path) for path in ("/", "/restapi", "/nowhere")]

    assert len({answer.headers["RCRequestId"] for answer in answers}) == 3
    assert all(len(answer.headers["RCRequestId"]) == 36 for answer in answers)
    assert all(answer.headers["RoutingKey"] == "SJC11P01PAS00" for answer in answers)

from dataclasses import replace

import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, INTEROPERABILITY, PUBLIC_APP
from ringauth_gui.practice.choices import ExpiredTopCode
from ringauth_gui.practice.people import ADA, APP_ACCESS
from ringauth_gui.practice.world import World
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, Visitor, code_of

INTROSPECT = "/restapi/oauth/introspect"
SESSION_INFO = "/restapi/oauth/session-info"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("top", list(ExpiredTopCode))
def test_the_top_code_of_an_expired_token_is_one_of_two(
    visitor: Visitor, switch: Switch, clock: FakeClock, top: ExpiredTopCode
) -> None:
    switch(expired_top_code=top)
    token = visitor.get_tokens()["access_token"]
    clock.pass_seconds(3600)

    answer = visitor.call(token)

    assert (answer.json()["errorCode"], code_of(answer)) == (top.value, "OAU-128")


def test_userinfo_can_need_openid(visitor: Visitor, switch: Switch) -> None:
    plain = visitor.get_tokens()["access_token"]
    identity = visitor.get_tokens(scope="openid")["access_token"]
    path = "/restapi/oauth/userinfo"
    before = visitor.get(path, None, bearer(plain))
    switch(userinfo_needs_openid=True)

    without = visitor.get(path, None, bearer(plain))

    assert before.status_code == 200
    assert (without.status_code, code_of(without)) == (403, "CMN-401")
    assert visitor.get(path, None, bearer(identity)).status_code == 200


def test_what_the_newer_specification_lacks_is_404(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]
    metadata = visitor.get("/.well-known/openid-configuration").json()

    introspection = visitor.post(INTROSPECT, {"token": token}, basic=BASIC)
    info = visitor.get(SESSION_INFO, None, bearer(token))
    oauth = visitor.get("/.well-known/oauth-authorization-server")

    assert (introspection.status_code, code_of(introspection)) == (404, "CMN-120")
    assert (info.status_code, code_of(info)) == (404, "CMN-120")
    assert oauth.status_code == 404
    assert "introspection_endpoint" not in metadata


def test_the_rfc_8414_metadata_can_be_there(visitor: Visitor, switch: Switch) -> None:
    switch(oauth_metadata_present=True, introspection_present=True)

    oauth = visitor.get("/.well-known/oauth-authorization-server").json()

    assert oauth == visitor.get("/.well-known/openid-configuration").json()
    assert oauth["introspection_endpoint"] == visitor.address + INTROSPECT


@pytest.fixture
def introspection(world: World, switch: Switch) -> None:
    """Have the endpoint, and an app that may use it."""
    switch(introspection_present=True)
    scopes = (*CONFIDENTIAL_APP.scopes, INTEROPERABILITY)
    world.registry.replace_app(replace(CONFIDENTIAL_APP, scopes=scopes))


@pytest.mark.usefixtures("introspection")
def test_introspection_tells_what_a_token_is(
    visitor: Visitor, clock: FakeClock
) -> None:
    tokens = visitor.get_tokens()

    clock.pass_seconds(60)
    of_access = visitor.post(
        INTROSPECT, {"token": tokens["access_token"]}, basic=BASIC
    ).json()
    of_refresh = visitor.post(
        INTROSPECT, {"token": tokens["refresh_token"]}, basic=BASIC
    ).json()

    assert of_access["active"] is True
    assert of_access["client_id"] == PUBLIC_APP.client_id
    assert of_access["sub"] == "256440016"
    assert of_access["iat"] == int(clock.now) - 60
    assert of_access["exp"] == int(clock.now) + 3600 - 60
    assert of_refresh["exp"] == int(clock.now) + 604_800 - 60


@pytest.mark.usefixtures("introspection")
def test_introspection_uses_nothing_up(visitor: Visitor) -> None:
    old = visitor.get_tokens()
    new = visitor.refresh(old["refresh_token"]).json()

    visitor.post(INTROSPECT, {"token": new["access_token"]}, basic=BASIC)

    again = visitor.refresh(old["refresh_token"]).json()
    assert again["access_token"] == new["access_token"]


@pytest.mark.usefixtures("introspection")
@pytest.mark.parametrize("seconds", [None, 3600])
def test_introspection_of_a_dead_token_says_inactive(
    visitor: Visitor, clock: FakeClock, seconds: int | None
) -> None:
    token = visitor.get_tokens()["access_token"] if seconds else "made-up"
    clock.pass_seconds(seconds or 0)

    answer = visitor.post(INTROSPECT, {"token": token}, basic=BASIC)

    assert answer.json() == {"active": False}


@pytest.mark.usefixtures("introspection")
def test_introspection_tells_of_the_scope_that_is_asked_for(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]
    of_all = visitor.post(INTROSPECT, {"token": token}, basic=BASIC)
    form = {"token": token, "scope": "SMS"}
    of_one = visitor.post(INTROSPECT, form, basic=BASIC)
    form = {"token": token, "scope": "SMS openid"}
    of_another = visitor.post(INTROSPECT, form, basic=BASIC)

    assert of_all.json()["scope"] == " ".join(PUBLIC_APP.scopes)
    assert of_one.json()["scope"] == "SMS"
    assert of_another.status_code == 400
    assert of_another.json()["error"] == "invalid_scope"


def test_introspection_needs_the_apps_permission(
    visitor: Visitor, switch: Switch
) -> None:
    switch(introspection_present=True)

    answer = visitor.post(INTROSPECT, {"token": "x"}, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (403, "CMN-401")
    assert answer.json()["error"] == "invalid_client"


@pytest.mark.usefixtures("introspection")
def test_introspection_needs_client_authentication(visitor: Visitor) -> None:
    assert code_of(visitor.post(INTROSPECT, {"token": "x"})) == "OAU-123"


def test_session_info_tells_of_the_session(visitor: Visitor, switch: Switch) -> None:
    switch(session_info_present=True, session_lifetime=5000, session_idle_timeout=600)
    tokens = visitor.get_tokens()

    members = visitor.get(SESSION_INFO, None, bearer(tokens["access_token"])).json()

    assert members.pop("session_expiration_time")
    assert members == {
        "session_id": tokens["session_id"],
        "client_id": PUBLIC_APP.client_id,
        "scope": tokens["scope"],
        "sub": "256440016",
        "account_id": "400129284008",
        "session_expires_in": 5000,
        "session_idle_timeout": 600,
    }


def test_account_info_names_account_and_brand(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    for path in ("/restapi/v1.0/account/~", "/restapi/v2/accounts/~"):
        members = visitor.get(path, None, bearer(token)).json()

        assert members["id"] == "400129284008"
        brand = members["serviceInfo"]["brand"]
        assert (brand["id"], brand["name"]) == ("1210", "RingCentral")


def test_account_info_without_the_permission_is_cmn_408(visitor: Visitor) -> None:
    token = visitor.get_tokens(who="102")["access_token"]

    answer = visitor.get("/restapi/v1.0/account/~", None, bearer(token))

    assert (answer.status_code, answer.json()["errorCode"]) == (403, "CMN-408")
    assert answer.json()["permissionName"] == "ReadCompanyInfo"
    assert "user needs to have [ReadCompanyInfo]" in answer.json()["message"]


def test_the_scope_is_asked_for_before_the_persons_permission(visitor: Visitor) -> None:
    token = visitor.get_tokens(who="102", scope="SMS")["access_token"]

    answer = visitor.get("/restapi/v1.0/account/~", None, bearer(token))

    assert code_of(answer) == "CMN-401"


def test_extension_info_without_the_permission_is_cmn_408(
    world: World, visitor: Visitor
) -> None:
    token = visitor.get_tokens()["access_token"]
    world.registry.replace_person(replace(ADA, permissions=(APP_ACCESS,)))

    answer = visitor.call(token)

    assert answer.json()["permissionName"] == "ReadExtensions"
    assert code_of(answer) == "CMN-408"


def test_somebody_elses_account_is_cmn_102(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.get("/restapi/v1.0/account/1", None, bearer(token))

    assert (answer.status_code, code_of(answer)) == (404, "CMN-102")


def test_client_info_needs_a_scope_of_its_own(world: World, visitor: Visitor) -> None:
    path = "/restapi/v1.0/client-info"
    without = visitor.get(path, None, bearer(visitor.get_tokens()["access_token"]))
    world.registry.replace_app(replace(PUBLIC_APP, scopes=("ReadClientInfo",)))
    token = visitor.get_tokens()["access_token"]

    answer = visitor.get(path, None, bearer(token) | {"User-Agent": "RingAuth/0"})

    assert code_of(without) == "CMN-401"
    assert answer.json()["client"]["appId"] == PUBLIC_APP.client_id
    assert answer.json()["client"]["userAgent"] == "RingAuth/0"


@pytest.mark.parametrize(
    ("name", "words"),
    [("ReadCallLog", "Read Call Log"), ("OutboundSMS", "Outbound SMS"), ("SMS", "SMS")],
)
def test_the_dictionary_tells_a_permission_in_words(
    visitor: Visitor, name: str, words: str
) -> None:
    token = visitor.get_tokens()["access_token"]
    path = f"/restapi/v1.0/dictionary/permission/{name}"

    answer = visitor.get(path, None, bearer(token))

    assert answer.json()["displayName"] == words


def test_the_dictionary_does_not_know_every_word(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.get("/restapi/v1.0/dictionary/permission/Fly", None, bearer(token))

    assert (answer.status_code, code_of(answer)) == (404, "CMN-102")

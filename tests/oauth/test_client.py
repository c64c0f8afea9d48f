import base64
from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    ClientRefused,
    GrantNoLongerValid,
    InvalidServerResponse,
    NetworkError,
    NotJson,
    RateLimited,
    RedirectedElsewhere,
    RequestRefused,
    RingAuthError,
    ServerProblem,
    TokenRequestRefused,
)
from ringauth_gui.oauth.client import (
    TOKEN_SECONDS,
    OAuthClient,
    basic_credentials,
)
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.scripted_send import ScriptedSend, response

SECRET = "CANARY-client-secret"
REFRESH = "CANARY-refresh-token"
CONFIDENTIAL = ClientRegistration(RINGCENTRAL, "client-1", SECRET, ())
PUBLIC = replace(CONFIDENTIAL, client_secret=None)
OTHER_SERVER = replace(RINGCENTRAL, speaks_ringcentral=False)
TOKEN = response({"access_token": "CANARY-access", "token_type": "bearer"})
BASIC = base64.b64encode(b"client-1:CANARY-client-secret").decode()


def refusal(status: int, error: str | None = None, *codes: str) -> HttpResponse:
    body = {"error": error, "errors": [{"errorCode": code} for code in codes]}
    return response(body, status)


def _exchange(
    answer: HttpResponse | Exception, registration: ClientRegistration = PUBLIC
) -> ScriptedSend:
    send = ScriptedSend(answer)
    client = OAuthClient(registration, send)
    client.exchange_code("CANARY-code", "CANARY-verifier", "http://localhost:1/")
    return send


def _failed_refresh(answer: HttpResponse) -> RingAuthError:
    """Return what a refresh raises; a second request would fail in ScriptedSend."""
    with pytest.raises(RingAuthError) as failed:
        OAuthClient(PUBLIC, ScriptedSend(answer)).refresh(REFRESH)
    return failed.value


def test_a_confidential_client_authenticates_by_basic_alone_tk_33() -> None:
    request = _exchange(TOKEN, CONFIDENTIAL).requests[0]

    assert request.headers == {"Authorization": f"Basic {BASIC}"}
    assert request.form == {
        "grant_type": "authorization_code",
        "code": "CANARY-code",
        "redirect_uri": "http://localhost:1/",
        "code_verifier": "CANARY-verifier",
    }


def test_a_public_client_names_itself_in_the_body_alone_tk_33() -> None:
    request = _exchange(TOKEN).requests[0]

    assert request.headers == {}
    assert request.form == {
        "grant_type": "authorization_code",
        "code": "CANARY-code",
        "redirect_uri": "http://localhost:1/",
        "code_verifier": "CANARY-verifier",
        "client_id": "client-1",
    }


def test_nothing_secret_stands_in_an_address() -> None:
    request = _exchange(TOKEN, CONFIDENTIAL).requests[0]

    assert request.method == "POST"
    assert request.url == "https://platform.ringcentral.com/restapi/oauth/token"
    assert request.total_seconds == TOKEN_SECONDS == 30


def test_credentials_for_another_server_are_encoded_first() -> None:
    registration = ClientRegistration(OTHER_SERVER, "a/b", "c&d e%", ())

    credentials = base64.b64decode(basic_credentials(registration) or "")

    assert credentials == b"a%2Fb:c%26d%20e%25"


def test_credentials_for_ringcentral_are_sent_as_they_are() -> None:
    registration = ClientRegistration(RINGCENTRAL, "a/b", "c&d%", ())

    assert base64.b64decode(basic_credentials(registration) or "") == b"a/b:c&d%"


def test_a_public_client_has_no_credentials() -> None:
    assert basic_credentials(PUBLIC) is None


def test_a_refresh_sends_the_refresh_token_in_the_body() -> None:
    send = ScriptedSend(TOKEN)

    token = OAuthClient(CONFIDENTIAL, send).refresh(REFRESH)

    assert token.access_token == "CANARY-access"
    assert send.requests[0].form == {
        "grant_type": "refresh_token",
        "refresh_token": REFRESH,
    }


def test_a_jwt_credential_is_sent_as_assertion() -> None:
    send = ScriptedSend(TOKEN)

    OAuthClient(CONFIDENTIAL, send).exchange_assertion("CANARY.jwt.credential")

    assert send.requests[0].form == {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": "CANARY.jwt.credential",
    }
    assert send.requests[0].note == "jwt-bearer"


def test_a_scope_goes_with_the_assertion_where_no_browser_could_ask_for_it() -> None:
    options = RequestOptions(scope=("ReadAccounts", "SMS"), login_hint="101")
    send = ScriptedSend(TOKEN)

    client = OAuthClient(replace(CONFIDENTIAL, options=options), send)
    client.exchange_assertion("CANARY.jwt.credential")

    assert send.requests[0].form == {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": "CANARY.jwt.credential",
        "scope": "ReadAccounts SMS",
    }


def test_a_wrong_client_is_told_and_not_tried_again_tk_22() -> None:
    answer = replace(
        refusal(401, "invalid_client", "OAU-146"),
        headers={"www-authenticate": "Basic realm=x"},
    )

    error = _failed_refresh(answer)

    assert isinstance(error, ClientRefused)
    assert error.refusal.codes == ("OAU-146",)


@pytest.mark.parametrize("code", ["OAU-120", "OAU-123", "OAU-146", "OAU-153"])
def test_a_code_tells_a_wrong_client_whatever_the_error(code: str) -> None:
    assert type(_failed_refresh(refusal(400, "invalid_request", code))) is (
        ClientRefused
    )


@pytest.mark.parametrize("status", [400, 401, 403, 200])
def test_a_grant_that_is_over_is_told_tk_23_ar_12(status: int) -> None:
    error = _failed_refresh(refusal(status, "invalid_grant", "OAU-213"))

    assert type(error) is GrantNoLongerValid


@pytest.mark.parametrize("code", ["OAU-210", "OAU-211", "OAU-213"])
def test_a_code_tells_a_grant_that_is_over(code: str) -> None:
    assert type(_failed_refresh(refusal(400, None, code))) is GrantNoLongerValid


@pytest.mark.parametrize("error", ["unauthorized_client", "invalid_scope", "odd"])
def test_any_other_refusal_is_just_that(error: str) -> None:
    assert type(_failed_refresh(refusal(400, error))) is TokenRequestRefused


def test_a_refusal_that_says_nothing_is_a_refusal_all_the_same() -> None:
    assert type(_failed_refresh(response({}, 400))) is TokenRequestRefused


@pytest.mark.parametrize("error", ["access_denied", "", 7, {}, []])
def test_an_error_wins_over_a_token_tk_30(error: object) -> None:
    body = {"access_token": "CANARY", "token_type": "bearer", "error": error}

    assert type(_failed_refresh(response(body))) is TokenRequestRefused


def test_an_error_of_null_is_no_error() -> None:
    body = {"access_token": "CANARY", "token_type": "bearer", "error": None}

    token = OAuthClient(PUBLIC, ScriptedSend(response(body))).refresh(REFRESH)

    assert token.access_token == "CANARY"


@pytest.mark.parametrize(
    "answer", [refusal(429), refusal(400, None, "CMN-301"), response(b"", 429)]
)
def test_too_many_calls_are_told_with_the_pause_tk_24(answer: HttpResponse) -> None:
    answer = replace(answer, headers={"retry-after": "120"})

    error = _failed_refresh(answer)

    assert isinstance(error, RateLimited)
    assert error.refusal.retry_after == 120


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_problem_is_no_judgement_of_the_grant_tk_26(status: int) -> None:
    page = response(b"<html>down</html>", status)
    grant = refusal(status, "invalid_grant")

    assert type(_failed_refresh(page)) is ServerProblem
    assert type(_failed_refresh(grant)) is ServerProblem


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_names_its_host_tk_20(status: int) -> None:
    headers = {"location": "https://user:CANARY@evil.example:8443/token?x"}

    error = _failed_refresh(response(TOKEN.body, status, headers))

    assert isinstance(error, RedirectedElsewhere)
    assert error.host == "evil.example:8443"
    assert error.status == status


@pytest.mark.parametrize("location", ["", "/elsewhere", "http://[evil", "https://℀/"])
def test_a_redirect_to_nowhere_is_refused_all_the_same_tk_20(location: str) -> None:
    error = _failed_refresh(response(b"", 302, {"location": location}))

    assert isinstance(error, RedirectedElsewhere)
    assert error.host == "an address that it did not name"


@pytest.mark.parametrize("answer", [response(b"", 204), response(b"", 200)])
def test_an_empty_answer_is_none_tk_21(answer: HttpResponse) -> None:
    assert type(_failed_refresh(answer)) is NotJson


@pytest.mark.parametrize("status", [200, 400, 403])
def test_a_page_instead_of_an_answer_is_told_tk_03(status: int) -> None:
    assert type(_failed_refresh(response(b"<html>", status))) is NotJson


def test_json_that_is_no_token_answer_is_refused() -> None:
    assert type(_failed_refresh(response([1]))) is NotJson
    assert type(_failed_refresh(response({}))) is InvalidServerResponse


def test_a_network_error_passes_through_r14() -> None:
    with pytest.raises(NetworkError):
        _exchange(NetworkError("host", "reset"))


def test_no_failure_quotes_a_secret_rd_02() -> None:
    for answer in (refusal(401, "invalid_client"), response(b"CANARY", 200)):
        error = _failed_refresh(answer)
        assert "CANARY" not in f"{error!r} {error} {error.args}"


def test_every_refusal_says_what_the_server_said() -> None:
    error = _failed_refresh(refusal(400, "invalid_scope", "OAU-117"))

    assert isinstance(error, RequestRefused)
    assert (str(error), error.refusal.codes) == ("invalid_scope", ("OAU-117",))


@pytest.mark.parametrize("ask", ["exchange", "refresh"])
def test_wishes_for_lifetimes_go_with_every_token_request(ask: str) -> None:
    options = RequestOptions(scope=("SMS",), access_token_ttl=600, refresh_token_ttl=0)
    send = ScriptedSend(TOKEN)
    client = OAuthClient(replace(PUBLIC, options=options), send)

    if ask == "refresh":
        client.refresh(REFRESH)
    else:
        client.exchange_code("CANARY-code", "CANARY-verifier", "http://localhost:1/")

    form = send.requests[0].form or {}
    assert (form["access_token_ttl"], form["refresh_token_ttl"]) == ("600", "0")
    assert "scope" not in form

import base64
from dataclasses import replace

import pytest

from ringauth_gui.oauth.client import (
    TOKEN_SECONDS,
    OAuthClient,
    basic_credentials,
)
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.scripted_send import ScriptedSend
from tests.oauth.client_use import (
    BASIC,
    CONFIDENTIAL,
    PUBLIC,
    REFRESH,
    TOKEN,
    exchange,
)

OTHER_SERVER = replace(RINGCENTRAL, speaks_ringcentral=False)


def test_a_confidential_client_authenticates_by_basic_alone_tk_33() -> None:
    request = exchange(TOKEN, CONFIDENTIAL).requests[0]

    assert request.headers == {"Authorization": f"Basic {BASIC}"}
    assert request.form == {
        "grant_type": "authorization_code",
        "code": "CANARY-code",
        "redirect_uri": "http://localhost:1/",
        "code_verifier": "CANARY-verifier",
    }


def test_a_public_client_names_itself_in_the_body_alone_tk_33() -> None:
    request = exchange(TOKEN).requests[0]

    assert request.headers == {}
    assert request.form == {
        "grant_type": "authorization_code",
        "code": "CANARY-code",
        "redirect_uri": "http://localhost:1/",
        "code_verifier": "CANARY-verifier",
        "client_id": "client-1",
    }


def test_nothing_secret_stands_in_an_address() -> None:
    request = exchange(TOKEN, CONFIDENTIAL).requests[0]

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

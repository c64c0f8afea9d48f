from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.authorization import AuthorizationRequest
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url
from ringauth_gui.oauth.pkce import code_challenge
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.oauth.authorization_requests import (
    REDIRECT_URI,
    SECRET,
    new_request,
    registered,
)


@pytest.mark.case("AR-15")
def test_the_address_asks_for_a_code_with_pkce() -> None:
    request = new_request()

    address = urlsplit(request.uri)

    endpoint = f"{address.scheme}://{address.netloc}{address.path}"
    assert endpoint == RINGCENTRAL.authorization_endpoint
    assert parse_qs(address.query) == {
        "response_type": ["code"],
        "client_id": ["client-1"],
        "redirect_uri": [REDIRECT_URI],
        "state": [request.state],
        "code_challenge": [code_challenge(request.code_verifier)],
        "code_challenge_method": ["S256"],
    }


@pytest.mark.case("AR-15")
def test_the_address_holds_neither_secret_nor_verifier() -> None:
    request = new_request()

    assert SECRET not in request.uri
    assert request.code_verifier not in request.uri


@pytest.mark.case("AR-14")
def test_every_attempt_has_its_own_state_and_verifier() -> None:
    requests = [new_request() for _ in range(20)]

    values = {one.state for one in requests} | {one.code_verifier for one in requests}

    assert len(values) == 40
    assert min(map(len, values)) == 43  # 256 bits, base64url


@pytest.mark.case("AR-20")
def test_a_query_of_the_endpoint_is_kept() -> None:
    endpoint = "https://server.example/authorize?brandId=1210"

    address = new_request(authorization_endpoint=endpoint).uri

    assert address.startswith(f"{endpoint}&response_type=code&")


@pytest.mark.case("AR-20")
@pytest.mark.parametrize("query", ["state=1", "x=1&redirect_uri=y", "%73tate="])
def test_an_endpoint_that_holds_our_parameters_is_refused(query: str) -> None:
    with pytest.raises(ConfigurationError):
        authorization_endpoint_url(f"https://server.example/a?{query}", "server_url")


@pytest.mark.case("IN-13")
def test_what_is_typed_stays_one_value() -> None:
    registration = replace(registered(), client_id="x&redirect_uri=https://evil")

    address = AuthorizationRequest(registration, REDIRECT_URI).uri

    assert parse_qs(urlsplit(address).query)["redirect_uri"] == [REDIRECT_URI]


@pytest.mark.case("IN-13")
def test_options_go_with_the_request_each_as_one_value() -> None:
    options = RequestOptions(
        scope=("ReadAccounts", "SMS"),
        prompt=("login", "sso"),
        login_hint="x&redirect_uri=https://evil.example",
        brand_id="1210",
        access_token_ttl=600,
    )
    registration = replace(registered(), options=options)

    address = urlsplit(AuthorizationRequest(registration, REDIRECT_URI).uri)

    asked = parse_qs(address.query)
    assert asked["scope"] == ["ReadAccounts SMS"]
    assert asked["prompt"] == ["login sso"]
    assert asked["login_hint"] == ["x&redirect_uri=https://evil.example"]
    assert asked["redirect_uri"] == [REDIRECT_URI]
    assert asked["brand_id"] == ["1210"]
    assert {"nonce", "display", "access_token_ttl"}.isdisjoint(asked)


def test_every_attempt_that_sends_a_nonce_has_its_own_r5() -> None:
    registration = replace(registered(), options=RequestOptions(sends_nonce=True))

    requests = [AuthorizationRequest(registration, REDIRECT_URI) for _ in range(20)]

    assert len({one.nonce for one in requests}) == 20
    for one in requests:
        assert parse_qs(urlsplit(one.uri).query)["nonce"] == [one.nonce]
        assert one.nonce not in {one.state, one.code_verifier, None}


def test_a_request_does_not_show_its_secrets_rd_04() -> None:
    request = new_request()

    shown = f"{request} {request!r}"

    assert request.state not in shown
    assert request.code_verifier not in shown

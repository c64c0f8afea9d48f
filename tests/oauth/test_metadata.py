import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import (
    ConfigurationError,
    InvalidServerResponse,
    NotJson,
    RedirectedElsewhere,
)
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.server_metadata import ServerMetadata
from tests.oauth.metadata_answers import OPENID, SERVER, Answers, answers


def test_what_the_server_says_of_itself_is_known() -> None:
    known = read_metadata(
        answers(
            jwks_uri=f"{SERVER}/keys",
            authorization_response_iss_parameter_supported=True,
            token_endpoint_auth_methods_supported=["client_secret_basic", "none"],
            id_token_signing_alg_values_supported=["RS256", "ES256"],
            code_challenge_methods_supported=["plain", "S256"],
        ),
        SERVER,
    )

    assert known == ServerMetadata(
        authorization_endpoint=f"{SERVER}/authorize?tenant=1",
        token_endpoint=f"{SERVER}/token",
        revocation_endpoint=f"{SERVER}/revoke",
        userinfo_endpoint=f"{SERVER}/userinfo",
        jwks_uri=f"{SERVER}/keys",
        issuer=SERVER,
        authorization_response_iss_parameter_supported=True,
        token_endpoint_auth_methods_supported=("client_secret_basic", "none"),
        id_token_signing_alg_values_supported=("RS256", "ES256"),
        code_challenge_methods_supported=("plain", "S256"),
    )


@pytest.mark.parametrize(
    "members",
    [
        {"typed": True},
        {"authorization_response_iss_parameter_supported": "true"},
        {"token_endpoint_auth_methods_supported": "client_secret_basic"},
        {"jwks_uri": 5, "revocation_endpoint": f"{SERVER}/revoke"},
    ],
)
def test_members_that_are_not_what_they_should_be_do_not_count(
    members: dict[str, object],
) -> None:
    assert read_metadata(answers(**members), SERVER) == read_metadata(answers(), SERVER)


def test_values_that_no_method_has_are_left_out() -> None:
    values = ["client_secret_basic", 5, "x" * 65, *map(str, range(100))]

    known = read_metadata(answers(token_endpoint_auth_methods_supported=values), SERVER)

    assert known.token_endpoint_auth_methods_supported == (
        "client_secret_basic",
        *map(str, range(61)),
    )


def test_the_request_is_a_plain_get() -> None:
    send = answers()

    read_metadata(send, SERVER)

    [request] = send.requests
    assert (request.method, request.url, request.form) == ("GET", OPENID, None)
    assert "Authorization" not in request.headers


def test_optional_endpoints_may_be_missing() -> None:
    server = read_metadata(
        answers(revocation_endpoint=None, userinfo_endpoint=None), SERVER
    )

    assert (server.revocation_endpoint, server.userinfo_endpoint) == (None, None)


def test_the_issuer_may_end_in_a_slash_and_is_kept_so() -> None:
    assert read_metadata(answers(issuer=f"{SERVER}/"), SERVER).issuer == f"{SERVER}/"


@pytest.mark.parametrize("issuer", ["https://evil.example", None, 5, f"{SERVER}/a"])
def test_metadata_of_another_issuer_is_refused(issuer: object) -> None:
    with pytest.raises(InvalidServerResponse, match=r"RFC 8414 section 3\.3"):
        read_metadata(answers(issuer=issuer), SERVER)


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint"])
@pytest.mark.parametrize("value", [None, "", 5])
def test_a_missing_endpoint_is_named(name: str, value: object) -> None:
    with pytest.raises(InvalidServerResponse, match=name):
        read_metadata(answers(**{name: value}), SERVER)


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "revocation_endpoint"]
)
@pytest.mark.parametrize(
    "url",
    ["http://idp.example.com/x", "file:///etc/passwd", "https://169.254.169.254/"],
)
def test_an_endpoint_that_may_not_be_contacted_is_refused(name: str, url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_metadata(answers(**{name: url}), SERVER)

    assert caught.value.field == name


def test_plain_http_is_for_this_computer_only() -> None:
    local = "http://127.0.0.1:8080"
    members = {
        "issuer": local,
        "authorization_endpoint": f"{local}/authorize",
        "token_endpoint": f"{local}/token",
    }
    send = Answers(
        {f"{local}/.well-known/openid-configuration": json.dumps(members).encode()}
    )

    assert read_metadata(send, local).token_endpoint == f"{local}/token"


@pytest.mark.parametrize(
    "name",
    ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"],
)
@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:631/x", "https://localhost/x", "http://[::1]:8080/x"]
)
def test_a_server_elsewhere_names_no_address_on_this_computer(
    name: str, url: str
) -> None:
    with pytest.raises(InvalidServerResponse, match=f"{name} on this computer"):
        read_metadata(answers(**{name: url}), SERVER)


def test_a_page_instead_of_metadata_is_told() -> None:
    with pytest.raises(NotJson) as caught:
        read_metadata(Answers({OPENID: b"<html>"}), SERVER)

    assert caught.value.request_id == "7f3c0a62"


@pytest.mark.parametrize("status", [400, 500])
def test_an_error_instead_of_metadata_is_told(status: int) -> None:
    with pytest.raises(InvalidServerResponse, match=f"HTTP {status}"):
        read_metadata(Answers({OPENID: b"{}"}, status), SERVER)


def test_a_server_without_metadata_is_told() -> None:
    with pytest.raises(InvalidServerResponse, match="HTTP 404"):
        read_metadata(Answers({}), SERVER)


def test_a_redirect_is_not_followed() -> None:
    send = Answers({OPENID: b""}, 302)

    with pytest.raises(RedirectedElsewhere):
        read_metadata(send, SERVER)

    assert len(send.requests) == 1


@given(st.recursive(st.none() | st.booleans() | st.text() | st.integers(), st.lists))
def test_no_member_breaks_the_reader(value: object) -> None:
    for name in ServerMetadata.__dataclass_fields__:
        with suppress(ConfigurationError, InvalidServerResponse):
            read_metadata(answers(**{name: value}), SERVER)

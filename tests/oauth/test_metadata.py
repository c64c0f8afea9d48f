import json
from collections.abc import Mapping

import pytest

from ringauth_gui.errors import (
    ConfigurationError,
    InvalidServerResponse,
    NotJson,
    RedirectedElsewhere,
)
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.metadata import endpoints_of, read_metadata, server_from

SERVER = "https://idp.example.com"
OPENID = f"{SERVER}/.well-known/openid-configuration"
OAUTH = f"{SERVER}/.well-known/oauth-authorization-server"
METADATA: dict[str, object] = {
    "issuer": SERVER,
    "authorization_endpoint": f"{SERVER}/authorize?tenant=1",
    "token_endpoint": f"{SERVER}/token",
    "revocation_endpoint": f"{SERVER}/revoke",
    "userinfo_endpoint": f"{SERVER}/userinfo",
}


class Answers:
    """Answers requests by their address; anything else is not found."""

    def __init__(self, answers: Mapping[str, bytes], status: int = 200) -> None:
        self.answers = answers
        self.status = status
        self.requests: list[HttpRequest] = []

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.requests.append(request)
        found = request.url in self.answers
        return HttpResponse(
            status=self.status if found else 404,
            headers={"rcrequestid": "7f3c0a62", "location": "https://evil.example/x"},
            body=self.answers.get(request.url, b""),
            sent=Moment(0.0),
        )


def answers(**changes: object) -> Answers:
    members = {**METADATA, **changes}
    kept = {name: value for name, value in members.items() if value is not None}
    return Answers({OPENID: json.dumps(kept).encode()})


def test_the_endpoints_are_those_that_the_server_names() -> None:
    server = read_metadata(answers(), SERVER)

    assert server.authorization_endpoint == f"{SERVER}/authorize?tenant=1"
    assert server.token_endpoint == f"{SERVER}/token"
    assert server.revocation_endpoint == f"{SERVER}/revoke"
    assert server.userinfo_endpoint == f"{SERVER}/userinfo"
    assert (server.name, server.address) == ("idp.example.com", SERVER)
    assert (server.issuer, server.speaks_ringcentral) == (SERVER, False)


def test_the_request_is_a_plain_get() -> None:
    send = answers()

    read_metadata(send, SERVER)

    [request] = send.requests
    assert (request.method, request.url, request.form) == ("GET", OPENID, None)
    assert "Authorization" not in request.headers


def test_without_openid_metadata_the_oauth_metadata_is_read() -> None:
    send = Answers({OAUTH: json.dumps(METADATA).encode()})

    server = read_metadata(send, SERVER)

    assert server.token_endpoint == f"{SERVER}/token"
    assert [request.url for request in send.requests] == [OPENID, OAUTH]


def test_optional_endpoints_may_be_missing() -> None:
    server = read_metadata(
        answers(revocation_endpoint=None, userinfo_endpoint=None), SERVER
    )

    assert (server.revocation_endpoint, server.userinfo_endpoint) == (None, None)


def test_ringcentrals_token_path_means_ringcentrals_api() -> None:
    server = read_metadata(
        answers(token_endpoint=f"{SERVER}/restapi/oauth/token"), SERVER
    )

    assert server.speaks_ringcentral


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

    assert read_metadata(send, local).host == "127.0.0.1:8080"


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


def test_a_server_can_be_described_again_from_its_endpoints() -> None:
    server = read_metadata(answers(), SERVER)

    assert server_from(SERVER, endpoints_of(server)) == server


def test_endpoints_without_a_token_endpoint_describe_no_server() -> None:
    with pytest.raises(ConfigurationError, match="token_endpoint"):
        server_from(SERVER, {"authorization_endpoint": f"{SERVER}/authorize"})

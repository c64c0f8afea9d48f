"""Where a server's metadata are looked for."""

import json
from dataclasses import replace

import pytest
from typing_extensions import override

from ringauth_gui.errors import InvalidServerResponse
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.metadata import read_metadata
from tests.oauth.metadata_answers import METADATA, OPENID, SERVER, Answers

OAUTH = f"{SERVER}/.well-known/oauth-authorization-server"


def test_without_openid_metadata_the_oauth_metadata_is_read() -> None:
    send = Answers({OAUTH: json.dumps(METADATA).encode()})

    server = read_metadata(send, SERVER)

    assert server.token_endpoint == f"{SERVER}/token"
    assert [request.url for request in send.requests] == [OPENID, OAUTH]


REALM = f"{SERVER}/realms/main"


@pytest.mark.parametrize(
    "place",
    [
        f"{REALM}/.well-known/openid-configuration",
        f"{SERVER}/.well-known/oauth-authorization-server/realms/main",
        f"{SERVER}/.well-known/openid-configuration/realms/main",
        f"{REALM}/.well-known/oauth-authorization-server",
    ],
)
def test_an_issuer_with_a_path_is_found_where_either_standard_puts_it(
    place: str,
) -> None:
    members = METADATA | {"issuer": REALM}

    for address in (REALM, place):
        known = read_metadata(Answers({place: json.dumps(members).encode()}), address)

        assert known.issuer == REALM


def test_the_address_of_the_metadata_themselves_is_asked_alone() -> None:
    send = Answers({OAUTH: json.dumps(METADATA).encode()})

    read_metadata(send, OAUTH)

    assert [request.url for request in send.requests] == [OAUTH]


def test_where_the_metadata_themselves_are_not_no_other_place_is_asked() -> None:
    send = Answers({OPENID: json.dumps(METADATA).encode()})

    with pytest.raises(InvalidServerResponse, match="HTTP 404"):
        read_metadata(send, OAUTH)

    assert len(send.requests) == 1


def test_metadata_at_their_own_address_are_still_those_of_that_server() -> None:
    send = Answers({OAUTH: json.dumps(METADATA | {"issuer": REALM}).encode()})

    with pytest.raises(InvalidServerResponse, match=r"RFC 8414 section 3\.3"):
        read_metadata(send, OAUTH)


def test_a_refusal_at_one_place_is_no_reason_not_to_look_at_the_next() -> None:
    class Forbidding(Answers):
        @override
        def __call__(self, request: HttpRequest) -> HttpResponse:
            response = super().__call__(request)
            return replace(response, status=403) if request.url == OPENID else response

    known = read_metadata(Forbidding({OAUTH: json.dumps(METADATA).encode()}), SERVER)

    assert known.issuer == SERVER

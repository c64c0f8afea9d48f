"""Wherever an address enters, the one parser judges it: nothing else lets it in."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.server_metadata import ENDPOINTS
from ringauth_gui.ringcentral.credentials_file import read_credentials
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_json import profile_from_json, profile_to_json
from ringauth_gui.typed_server import typed_address, typed_metadata
from tests.fakes.scripted_send import response

ISSUER = "https://id.example"
GOOD = {name: f"{ISSUER}/{name}" for name in ENDPOINTS} | {"issuer": ISSUER}
HOSTILE = [
    pytest.param("https://user:CANARY@a.example/", marks=pytest.mark.case("IN-05")),
    pytest.param("https://a.example/#f", marks=pytest.mark.case("IN-05")),
    pytest.param("http://a.example/", marks=pytest.mark.case("IN-06")),
    pytest.param("https://ringcentr\u0430l.com/", marks=pytest.mark.case("IN-08")),
    pytest.param("https://169.254.169.254/", marks=pytest.mark.case("IN-14")),
    pytest.param("https://[64:ff9b::a9fe:a9fe]/", marks=pytest.mark.case("IN-14")),
    "https://a.example\\@b.example/",
    "https://a.example\t.b.example/",
    "https://127.1/",
    "https://0x7f.1/",
    "javascript:alert(1)",
    "https://a.example:65536/",
]


def of_profile(**members: object) -> dict[str, object]:
    """Return the members of a profile of another server, some of them changed."""
    profile = Profile(
        id="5f2c",
        name="Other",
        server=ServerKind.OTHER,
        client_id="client-1",
        has_secret=False,
    )
    return {**profile_to_json(profile), "endpoints": GOOD, **members}


def refusal(enter: Callable[[], object]) -> str:
    with pytest.raises(ConfigurationError) as caught:
        enter()
    return caught.value.reason


@pytest.mark.parametrize("address", HOSTILE)
def test_a_servers_address_that_is_typed(address: str) -> None:
    assert "CANARY" not in refusal(lambda: typed_address(address))


@pytest.mark.parametrize("name", ENDPOINTS)
@pytest.mark.parametrize("address", HOSTILE)
def test_an_endpoint_wherever_it_comes_from(address: str, name: str) -> None:
    endpoints = {**GOOD, name: address}

    def send(_: HttpRequest) -> HttpResponse:
        return response(json.dumps({**endpoints, "issuer": ISSUER}).encode())

    ways: Mapping[str, Callable[[], Any]] = {
        "typed": lambda: typed_metadata(endpoints),
        "in the profile file": lambda: profile_from_json(
            of_profile(endpoints=endpoints)
        ),
    }
    if name != "issuer":  # another issuer than the one that was asked is no use at all
        ways = {**ways, "told by the server": lambda: read_metadata(send, ISSUER)}
    for way, enter in ways.items():
        assert "CANARY" not in refusal(enter), way


@pytest.mark.parametrize("address", HOSTILE)
def test_a_servers_address_in_the_profile_file(address: str) -> None:
    assert refusal(lambda: profile_from_json(of_profile(server_url=address)))


@pytest.mark.parametrize("address", HOSTILE)
def test_a_servers_address_in_a_credentials_file(address: str) -> None:
    text = json.dumps({"clientId": "client-1", "server": address})

    [found] = read_credentials(text.encode(), "rc-credentials.json")

    assert found.server_url == ""
    assert len(found.notes) == 1
    assert "CANARY" not in found.notes[0]


@pytest.mark.parametrize("address", HOSTILE)
def test_what_is_kept_is_judged_again_before_it_is_used(address: str) -> None:
    kept = profile_from_json(of_profile())
    assert kept.metadata is not None
    # As a bug, or another version, might have let it through
    object.__setattr__(kept.metadata, "token_endpoint", address)

    with pytest.raises(ConfigurationError):
        ServerDirectory(lambda: "").server_of(kept)

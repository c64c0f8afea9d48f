from dataclasses import replace

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.server_directory import (
    ServerDirectory,
    can_be_checked,
    secret_binding,
    server_name,
)
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.other_server import KNOWN, OTHER, PRACTICE, not_asked, with_endpoint


@pytest.mark.parametrize(
    ("kind", "server"),
    [
        (ServerKind.RINGCENTRAL, RINGCENTRAL),
        (ServerKind.RINGCENTRAL_BIZ, RINGCENTRAL_BIZ),
    ],
)
def test_the_known_servers_are_found(kind: ServerKind, server: object) -> None:
    profile = replace(PRACTICE, server=kind)

    assert ServerDirectory(not_asked).server_of(profile) is server


def test_the_practice_server_is_where_it_runs() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:27466")

    server = directory.server_of(PRACTICE)

    assert server.token_endpoint == "http://127.0.0.1:27466/restapi/oauth/token"
    assert server.name == "Practice server"


def test_another_server_is_as_its_metadata_says() -> None:
    server = ServerDirectory(not_asked).server_of(OTHER)

    assert server.authorization_endpoint == "https://auth.example/authorize"
    assert server.token_endpoint == "https://auth.example/token"
    assert server.revocation_endpoint == "https://auth.example/revoke"
    assert server.userinfo_endpoint is None
    assert server.issuer == "https://auth.example/"
    assert not server.speaks_ringcentral


def test_what_other_servers_announce_is_known_of_them() -> None:
    server = ServerDirectory(not_asked).server_of(OTHER)

    assert server.jwks_uri == "https://auth.example/keys"
    assert server.requires_iss
    assert server.authentication_methods == ("client_secret_basic",)
    assert server.id_token_algorithms == ("ES256",)
    assert server.challenge_methods == ("S256",)


def test_ringcentrals_token_path_means_ringcentrals_api() -> None:
    profile = with_endpoint("token_endpoint", "https://a.example/restapi/oauth/token")

    assert ServerDirectory(not_asked).server_of(profile).speaks_ringcentral


def test_calls_of_the_api_start_at_the_root_of_the_server() -> None:
    profile = replace(OTHER, server_url="https://auth.example/realms/main")

    assert (
        ServerDirectory(not_asked).server_of(profile).address == "https://auth.example"
    )


def test_a_server_whose_endpoints_were_typed_is_where_tokens_come_from() -> None:
    profile = replace(OTHER, server_url="", metadata=replace(KNOWN, typed=True))

    server = ServerDirectory(not_asked).server_of(profile)

    assert (server.name, server.address) == ("auth.example", "https://auth.example")
    assert server_name(profile) == "auth.example"
    assert secret_binding(profile) == "auth.example"


def test_another_server_of_which_nothing_is_known_cannot_be_used() -> None:
    with pytest.raises(ConfigurationError):
        ServerDirectory(not_asked).server_of(replace(OTHER, metadata=None))


@pytest.mark.case("AR-17")
@pytest.mark.parametrize(
    "url",
    [
        "http://auth.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "-flag",
        "https://user:pw@auth.example/",
    ],
)
@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "revocation_endpoint"]
)
def test_every_address_is_checked_again_before_use_r8(name: str, url: str) -> None:
    with pytest.raises(ConfigurationError):
        ServerDirectory(not_asked).server_of(with_endpoint(name, url))


def test_the_names_are_those_that_the_window_shows() -> None:
    assert server_name(PRACTICE) == "Practice server"
    assert server_name(replace(PRACTICE, server=ServerKind.RINGCENTRAL)) == (
        "RingCentral"
    )
    assert server_name(OTHER) == "auth.example"


@pytest.mark.parametrize(
    ("profile", "scope"),
    [
        (PRACTICE, "practice"),
        (replace(PRACTICE, server=ServerKind.RINGCENTRAL), "platform.ringcentral.com"),
        (
            replace(PRACTICE, server=ServerKind.RINGCENTRAL_BIZ),
            "platform.ringcentral.biz",
        ),
        (OTHER, "auth.example"),
        (replace(OTHER, metadata=None), "auth.example"),
    ],
)
def test_a_secret_is_bound_to_where_it_is_sent_r8(profile: Profile, scope: str) -> None:
    assert secret_binding(profile) == scope


@pytest.mark.parametrize(
    "name", ["token_endpoint", "revocation_endpoint", "userinfo_endpoint"]
)
def test_any_address_that_secrets_go_to_changes_the_binding_pf_12(name: str) -> None:
    changed = with_endpoint(name, "https://evil.example/x")

    assert secret_binding(changed) != secret_binding(OTHER)


def test_another_address_for_api_calls_changes_the_binding_pf_12() -> None:
    changed = replace(OTHER, server_url="https://evil.example")

    assert secret_binding(changed) != secret_binding(OTHER)


def test_a_server_without_userinfo_cannot_be_asked_whose_a_token_is() -> None:
    ringcentrals = with_endpoint(
        "token_endpoint", "https://a.example/restapi/oauth/token"
    )

    assert not can_be_checked(OTHER)
    assert not can_be_checked(replace(OTHER, metadata=None))
    assert can_be_checked(with_endpoint("userinfo_endpoint", "https://auth.example/u"))
    assert can_be_checked(ringcentrals)
    assert can_be_checked(PRACTICE)

from dataclasses import replace
from typing import Any

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.server_directory import (
    ServerDirectory,
    can_be_checked,
    secret_binding,
    server_name,
)
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.core import new_profile

PRACTICE = new_profile()
KNOWN = ServerMetadata(
    authorization_endpoint="https://auth.example/authorize",
    token_endpoint="https://auth.example/token",
    revocation_endpoint="https://auth.example/revoke",
    issuer="https://auth.example/",
    jwks_uri="https://auth.example/keys",
    authorization_response_iss_parameter_supported=True,
    token_endpoint_auth_methods_supported=("client_secret_basic",),
    id_token_signing_alg_values_supported=("ES256",),
    code_challenge_methods_supported=("S256",),
)
OTHER = replace(
    PRACTICE,
    server=ServerKind.OTHER,
    server_url="https://auth.example",
    metadata=KNOWN,
)


def _unused() -> str:
    raise AssertionError("the practice server was not asked for")


def _with_endpoint(name: str, url: str) -> Profile:
    changes: Any = {name: url}  # any of the addresses
    return replace(OTHER, metadata=replace(KNOWN, **changes))


@pytest.mark.parametrize(
    ("kind", "server"),
    [
        (ServerKind.RINGCENTRAL, RINGCENTRAL),
        (ServerKind.RINGCENTRAL_BIZ, RINGCENTRAL_BIZ),
    ],
)
def test_the_known_servers_are_found(kind: ServerKind, server: object) -> None:
    profile = replace(PRACTICE, server=kind)

    assert ServerDirectory(_unused).server_of(profile) is server


def test_the_practice_server_is_where_it_runs() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:27466")

    server = directory.server_of(PRACTICE)

    assert server.token_endpoint == "http://127.0.0.1:27466/restapi/oauth/token"
    assert server.name == "Practice server"


def test_another_server_is_as_its_metadata_says() -> None:
    server = ServerDirectory(_unused).server_of(OTHER)

    assert server.authorization_endpoint == "https://auth.example/authorize"
    assert server.token_endpoint == "https://auth.example/token"
    assert server.revocation_endpoint == "https://auth.example/revoke"
    assert server.userinfo_endpoint is None
    assert server.issuer == "https://auth.example/"
    assert not server.speaks_ringcentral


def test_what_other_servers_announce_is_known_of_them() -> None:
    server = ServerDirectory(_unused).server_of(OTHER)

    assert server.jwks_uri == "https://auth.example/keys"
    assert server.requires_iss
    assert server.authentication_methods == ("client_secret_basic",)
    assert server.id_token_algorithms == ("ES256",)
    assert server.challenge_methods == ("S256",)


def test_ringcentrals_token_path_means_ringcentrals_api() -> None:
    profile = _with_endpoint("token_endpoint", "https://a.example/restapi/oauth/token")

    assert ServerDirectory(_unused).server_of(profile).speaks_ringcentral


def test_calls_of_the_api_start_at_the_root_of_the_server() -> None:
    profile = replace(OTHER, server_url="https://auth.example/realms/main")

    assert ServerDirectory(_unused).server_of(profile).address == "https://auth.example"


def test_a_server_whose_endpoints_were_typed_is_where_tokens_come_from() -> None:
    profile = replace(OTHER, server_url="", metadata=replace(KNOWN, typed=True))

    server = ServerDirectory(_unused).server_of(profile)

    assert (server.name, server.address) == ("auth.example", "https://auth.example")
    assert server_name(profile) == "auth.example"
    assert secret_binding(profile) == "auth.example"


def test_another_server_of_which_nothing_is_known_cannot_be_used() -> None:
    with pytest.raises(ConfigurationError):
        ServerDirectory(_unused).server_of(replace(OTHER, metadata=None))


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
def test_every_address_is_checked_again_before_use_r8_ar_17(
    name: str, url: str
) -> None:
    with pytest.raises(ConfigurationError):
        ServerDirectory(_unused).server_of(_with_endpoint(name, url))


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
    changed = _with_endpoint(name, "https://evil.example/x")

    assert secret_binding(changed) != secret_binding(OTHER)


def test_another_address_for_api_calls_changes_the_binding_pf_12() -> None:
    changed = replace(OTHER, server_url="https://evil.example")

    assert secret_binding(changed) != secret_binding(OTHER)


def test_a_public_registration_has_no_secret() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:1")

    registration = directory.registration_of(PRACTICE, "CANARY-left-over")

    assert registration.is_public
    assert registration.client_id == "client-1"
    assert registration.redirect_uris == PRACTICE.redirect_uris


def test_a_confidential_registration_has_its_secret() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:1")

    registration = directory.registration_of(
        replace(PRACTICE, has_secret=True), "CANARY-secret"
    )

    assert registration.client_secret == "CANARY-secret"
    assert not registration.is_public
    assert "CANARY" not in f"{registration} {registration!r}"  # RD-04


@pytest.mark.parametrize("secret", [None, "", "  "])
def test_a_confidential_app_without_secret_is_told_before_anything_is_sent(
    secret: str | None,
) -> None:
    profile = replace(PRACTICE, has_secret=True)

    with pytest.raises(ConfigurationError) as refused:
        ServerDirectory(_unused).registration_of(profile, secret)

    assert refused.value.field == "client_secret"


@pytest.mark.parametrize("secret", ["CANARY\nsecret", "CANARYö", "CANARY\u200b1"])
def test_a_secret_that_cannot_be_one_is_refused_without_quoting_it_r28(
    secret: str,
) -> None:
    profile = replace(PRACTICE, has_secret=True)

    with pytest.raises(ConfigurationError) as refused:
        ServerDirectory(_unused).registration_of(profile, secret)

    assert "CANARY" not in f"{refused.value!r}"


@pytest.mark.parametrize("client_id", ["", "a:b", "a b", "ä"])
def test_a_client_id_that_cannot_be_one_is_refused_r28(client_id: str) -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:1")

    with pytest.raises(ConfigurationError):
        directory.registration_of(replace(PRACTICE, client_id=client_id), None)


OPTIONS = RequestOptions(
    scope=("openid",), brand_id="1210", sends_nonce=True, access_token_ttl=600
)


def test_options_reach_the_request() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:1")

    registration = directory.registration_of(replace(PRACTICE, options=OPTIONS), None)

    assert registration.options == OPTIONS


def test_ringcentrals_own_options_are_sent_to_nobody_else() -> None:
    profile = replace(OTHER, options=OPTIONS)

    registration = ServerDirectory(_unused).registration_of(profile, None)

    assert registration.options == RequestOptions(scope=("openid",), sends_nonce=True)


def test_an_option_that_the_address_holds_already_is_refused() -> None:
    profile = _with_endpoint("authorization_endpoint", "https://a.example/?scope=x")

    with pytest.raises(ConfigurationError) as refused:
        ServerDirectory(_unused).registration_of(
            replace(profile, options=OPTIONS), None
        )

    assert refused.value.field == "scope"


@pytest.mark.parametrize("methods", [None, ("client_secret_basic", "none")])
def test_a_secret_may_go_to_a_server_that_takes_basic(
    methods: tuple[str, ...] | None,
) -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=methods)
    profile = replace(OTHER, has_secret=True, metadata=known)

    registration = ServerDirectory(_unused).registration_of(profile, "CANARY-secret")

    assert registration.client_secret == "CANARY-secret"


@pytest.mark.parametrize("methods", [(), ("client_secret_post", "private_key_jwt")])
def test_a_secret_is_not_even_tried_where_basic_is_not_taken(
    methods: tuple[str, ...],
) -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=methods)
    profile = replace(OTHER, has_secret=True, metadata=known)

    with pytest.raises(ConfigurationError, match="by HTTP Basic") as refused:
        ServerDirectory(_unused).registration_of(profile, "CANARY-secret")

    assert refused.value.field == "client_secret"
    assert "CANARY" not in str(refused.value)


def test_an_app_without_a_secret_needs_no_basic() -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=("none",))

    profile = replace(OTHER, metadata=known)

    assert ServerDirectory(_unused).registration_of(profile, None).is_public


def test_a_server_without_userinfo_cannot_be_asked_whose_a_token_is() -> None:
    ringcentrals = _with_endpoint(
        "token_endpoint", "https://a.example/restapi/oauth/token"
    )

    assert not can_be_checked(OTHER)
    assert not can_be_checked(replace(OTHER, metadata=None))
    assert can_be_checked(_with_endpoint("userinfo_endpoint", "https://auth.example/u"))
    assert can_be_checked(ringcentrals)
    assert can_be_checked(PRACTICE)

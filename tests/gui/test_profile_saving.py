"""What is typed becomes a profile and its new secrets, and a draft again."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.profile_draft import ProfileDraft, draft_of, offered_options
from ringauth_gui.gui.profile_saving import new_secrets, saved_profile
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import TYPED_OPTIONS, options_from
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_metadata
from tests.fakes.jwt_credentials import credential

OPTIONS = {
    "scope": "openid ReadAccounts",
    "prompt": "login sso consent",
    "display": "popup",
    "ui_locales": "en-GB fr-CA",
    "login_hint": "ada@example.com",
    "brand_id": "3420",
    "access_token_ttl": "600",
    "refresh_token_ttl": "0",
}
DRAFT = ProfileDraft(
    name=" Support desk ",
    client_id="an-app",
    options=OPTIONS,
    sends_nonce=True,
)
ENDPOINTS = {
    "authorization_endpoint": "https://idp.example.com/authorize",
    "token_endpoint": "https://idp.example.com/token",
    "issuer": "https://idp.example.com",
}


def test_every_option_is_saved_and_shown_again() -> None:
    profile = saved_profile(None, DRAFT, None)

    assert profile.options == options_from(OPTIONS, sends_nonce=True)
    assert draft_of(profile) == replace(DRAFT, name="Support desk")


def test_typed_endpoints_are_saved_and_shown_again() -> None:
    draft = replace(
        DRAFT,
        name="Other",
        server=ServerKind.OTHER,
        types_endpoints=True,
        endpoints=ENDPOINTS,
        options={"scope": "openid"},
    )

    profile = saved_profile(None, draft, typed_metadata(ENDPOINTS))

    assert profile.metadata is not None
    assert profile.metadata.typed
    assert profile.server_url == ""
    assert draft_of(profile) == draft


def test_what_a_server_says_of_itself_is_not_typed() -> None:
    metadata = ServerMetadata("https://a.example/authorize", "https://a.example/token")
    draft = replace(DRAFT, server=ServerKind.OTHER, server_url="A.example/")

    profile = saved_profile(None, draft, metadata)

    assert profile.server_url == "https://a.example"
    assert profile.metadata == metadata
    assert not draft_of(profile).types_endpoints
    assert draft_of(profile).endpoints == {}


def test_a_known_server_keeps_no_metadata_of_another() -> None:
    metadata = ServerMetadata("https://a.example/authorize", "https://a.example/token")

    assert saved_profile(None, DRAFT, metadata).metadata is None


def test_a_jwt_sign_in_leaves_the_redirect_uris_as_they_were() -> None:
    before = saved_profile(None, DRAFT, None)
    by_jwt = replace(DRAFT, grant_type=GrantType.JWT_BEARER, redirect_uris=("x",))

    after = saved_profile(before, replace(by_jwt, options={}), None)

    assert after.grant_type is GrantType.JWT_BEARER
    assert after.redirect_uris == before.redirect_uris
    assert after.id == before.id


def test_new_secrets_are_those_that_were_typed_for_what_is_chosen() -> None:
    text = credential()
    typed = replace(DRAFT, has_secret=True, client_secret=" s ", jwt_credential=text)
    by_jwt = replace(typed, grant_type=GrantType.JWT_BEARER)

    assert new_secrets(typed) == NewSecrets("s", None)
    assert new_secrets(by_jwt) == NewSecrets("s", text)
    assert new_secrets(replace(by_jwt, has_secret=False)) == NewSecrets(None, text)
    assert new_secrets(DRAFT) == NewSecrets()


@pytest.mark.parametrize(
    ("server", "grant_type", "missing"),
    [
        (ServerKind.RINGCENTRAL, GrantType.AUTHORIZATION_CODE, set()),
        (ServerKind.PRACTICE, GrantType.AUTHORIZATION_CODE, set()),
        (
            ServerKind.OTHER,
            GrantType.AUTHORIZATION_CODE,
            {"brand_id", "access_token_ttl", "refresh_token_ttl"},
        ),
        (
            ServerKind.RINGCENTRAL,
            GrantType.JWT_BEARER,
            {*TYPED_OPTIONS, "nonce"}
            - {"scope", "access_token_ttl", "refresh_token_ttl"},
        ),
    ],
)
def test_options_without_a_meaning_are_not_offered(
    server: ServerKind, grant_type: GrantType, missing: set[str]
) -> None:
    offered = offered_options(server, grant_type)

    assert {*TYPED_OPTIONS, "nonce"} - set(offered) == missing


def test_options_that_are_not_offered_make_no_draft_dirty() -> None:
    profile = Profile(
        id="5f2c",
        name="Other",
        server=ServerKind.OTHER,
        client_id="an-app",
        has_secret=False,
        options=options_from(OPTIONS, sends_nonce=True),
    )

    assert "brand_id" not in draft_of(profile).options
    assert draft_of(replace(profile, grant_type=GrantType.JWT_BEARER)).options == {
        "scope": "openid ReadAccounts",
        "access_token_ttl": "600",
        "refresh_token_ttl": "0",
    }

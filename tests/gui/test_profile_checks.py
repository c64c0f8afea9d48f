"""What is wrong with a profile's endpoints, options, credential and hosts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.gui.profile_checks import field_errors
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.oauth.jwt_credential import JwtCredential
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import TYPED_OPTIONS
from ringauth_gui.oauth.server_metadata import ENDPOINTS, ServerMetadata
from ringauth_gui.storage.profile import ServerKind
from tests.fakes.jwt_credentials import credential

GOOD = ProfileDraft(name="Support desk", client_id="an-app")
OTHER = replace(GOOD, server=ServerKind.OTHER, server_url="https://idp.example.com")
TYPED = replace(
    OTHER,
    server_url="",
    types_endpoints=True,
    endpoints={
        "authorization_endpoint": "https://idp.example.com/authorize",
        "token_endpoint": "https://idp.example.com/token",
    },
)
BY_JWT = replace(GOOD, grant_type=GrantType.JWT_BEARER)
KEPT = StoredSecrets(jwt_credential=JwtCredential(assertion=""))
METADATA = ServerMetadata(
    authorization_endpoint="https://idp.example.com/authorize",
    token_endpoint="https://tokens.example.org/token",
)


def errors(
    draft: ProfileDraft,
    stored: StoredSecrets = NONE_STORED,
    metadata: ServerMetadata | None = None,
) -> dict[str, str]:
    return field_errors(draft, [], stored, metadata)


def test_typed_endpoints_need_no_address() -> None:
    assert errors(TYPED) == {}


def test_an_address_beside_typed_endpoints_is_judged_all_the_same() -> None:
    assert list(errors(replace(TYPED, server_url="http://evil.example"))) == [
        "server_url"
    ]


def test_each_wrong_endpoint_has_its_own_reason() -> None:
    wrong = {
        "authorization_endpoint": "http://evil.example/authorize",
        "jwks_uri": "https://user:pass@idp.example.com/",
        "issuer": "https://platform.devtest.ringcentral.com",
    }

    found = errors(replace(TYPED, endpoints=wrong))

    assert set(found) == {*wrong, "token_endpoint"}
    assert "https://" in found["authorization_endpoint"]
    assert "missing" in found["token_endpoint"]
    assert "user name" in found["jwks_uri"]
    assert "retired its sandbox" in found["issuer"]


@pytest.mark.case("IN-08")
def test_a_look_alike_is_told_by_its_real_name_in_each_field() -> None:
    endpoints = dict.fromkeys(ENDPOINTS, "https://pl\u0430tform.ringcentral.com/x")

    found = errors(replace(TYPED, endpoints=endpoints))

    assert set(found) == set(ENDPOINTS)
    assert all("xn--" in reason for reason in found.values())


def test_each_wrong_option_has_its_own_reason() -> None:
    options = {"prompt": "none login", "access_token_ttl": "an hour", "scope": "ok"}

    found = errors(replace(GOOD, options=options))

    assert list(found) == ["prompt", "access_token_ttl"]


@given(
    options=st.dictionaries(st.sampled_from(TYPED_OPTIONS), st.text(max_size=30)),
    endpoints=st.dictionaries(st.sampled_from(ENDPOINTS), st.text(max_size=30)),
)
def test_whatever_is_typed_has_reasons_by_its_fields(
    options: dict[str, str], endpoints: dict[str, str]
) -> None:
    found = errors(replace(TYPED, options=options, endpoints=endpoints))

    assert set(found) <= {*TYPED_OPTIONS, *ENDPOINTS}
    assert all(found.values())


@pytest.mark.parametrize("text", [None, "abc", credential()[:-1] + " x"])
def test_a_jwt_sign_in_needs_a_credential(text: str | None) -> None:
    found = errors(replace(BY_JWT, jwt_credential=text))

    assert list(found) == ["jwt_credential"]


def test_a_credential_that_is_typed_or_kept_is_enough() -> None:
    assert errors(replace(BY_JWT, jwt_credential=credential())) == {}
    assert errors(BY_JWT, KEPT) == {}


def test_a_kept_credential_does_not_excuse_a_wrong_one() -> None:
    assert list(errors(replace(BY_JWT, jwt_credential="abc"), KEPT)) == [
        "jwt_credential"
    ]


def test_without_a_browser_no_redirect_uri_is_judged() -> None:
    draft = replace(BY_JWT, jwt_credential=credential(), redirect_uris=("x", "y"))

    assert errors(draft) == {}


@pytest.mark.case("IN-09", "IN-14")
@pytest.mark.parametrize(
    ("token", "revocation", "named"),
    [
        ("https://tokens.example.org/t", None, ["tokens.example.org"]),
        (
            "https://a.example/t",
            "https://b.example:8443/r",
            ["a.example and b.example:8443"],
        ),
        ("https://203.0.113.9/t", None, ["203.0.113.9"]),
        ("https://platform.ringcentral.com/t", None, []),
        ("https://platform.ringcentral.biz/t", None, []),
        ("https://platform.ringcentral.com.evil.example/t", None, ["evil.example"]),
        ("https://platform.ringcentral.com:8443/t", None, ["ringcentral.com:8443"]),
        ("http://127.0.0.1:8080/t", "http://[::1]:8080/r", []),
    ],
)
def test_a_secret_for_a_foreign_host_is_confirmed_first(
    token: str, revocation: str | None, named: list[str]
) -> None:
    draft = replace(OTHER, has_secret=True, client_secret="secret")
    metadata = replace(METADATA, token_endpoint=token, revocation_endpoint=revocation)

    found = errors(draft, metadata=metadata)

    assert list(found) == (["confirm_hosts"] if named else [])
    assert all(host in found["confirm_hosts"] for host in named)


@pytest.mark.parametrize(
    ("confirmed", "is_enough"),
    [({"tokens.example.org"}, True), ({"idp.example.com"}, False), (set(), False)],
)
def test_only_the_very_host_that_was_confirmed_counts(
    confirmed: set[str], *, is_enough: bool
) -> None:
    draft = replace(
        OTHER,
        has_secret=True,
        client_secret="secret",
        confirmed_hosts=frozenset(confirmed),
    )

    assert (errors(draft, metadata=METADATA) == {}) is is_enough


def test_without_a_secret_to_send_nothing_has_to_be_confirmed() -> None:
    kept = StoredSecrets(client_secret=True)

    assert errors(OTHER, metadata=METADATA) == {}
    assert errors(replace(OTHER, has_secret=True), kept, METADATA) == {}

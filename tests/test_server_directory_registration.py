"""The registration of a profile, and what its server cannot be asked."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.server_directory import ServerDirectory
from tests.fakes.other_server import KNOWN, OTHER, PRACTICE, not_asked, with_endpoint


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
        ServerDirectory(not_asked).registration_of(profile, secret)

    assert refused.value.field == "client_secret"


@pytest.mark.parametrize("secret", ["CANARY\nsecret", "CANARYö", "CANARY\u200b1"])
def test_a_secret_that_cannot_be_one_is_refused_without_quoting_it_r28(
    secret: str,
) -> None:
    profile = replace(PRACTICE, has_secret=True)

    with pytest.raises(ConfigurationError) as refused:
        ServerDirectory(not_asked).registration_of(profile, secret)

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

    registration = ServerDirectory(not_asked).registration_of(profile, None)

    assert registration.options == RequestOptions(scope=("openid",), sends_nonce=True)


def test_an_option_that_the_address_holds_already_is_refused() -> None:
    profile = with_endpoint("authorization_endpoint", "https://a.example/?scope=x")

    with pytest.raises(ConfigurationError) as refused:
        ServerDirectory(not_asked).registration_of(
            replace(profile, options=OPTIONS), None
        )

    assert refused.value.field == "scope"


@pytest.mark.parametrize("methods", [None, ("client_secret_basic", "none")])
def test_a_secret_may_go_to_a_server_that_takes_basic(
    methods: tuple[str, ...] | None,
) -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=methods)
    profile = replace(OTHER, has_secret=True, metadata=known)

    registration = ServerDirectory(not_asked).registration_of(profile, "CANARY-secret")

    assert registration.client_secret == "CANARY-secret"


@pytest.mark.parametrize("methods", [(), ("client_secret_post", "private_key_jwt")])
def test_a_secret_is_not_even_tried_where_basic_is_not_taken(
    methods: tuple[str, ...],
) -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=methods)
    profile = replace(OTHER, has_secret=True, metadata=known)

    with pytest.raises(ConfigurationError, match="by HTTP Basic") as refused:
        ServerDirectory(not_asked).registration_of(profile, "CANARY-secret")

    assert refused.value.field == "client_secret"
    assert "CANARY" not in str(refused.value)


def test_an_app_without_a_secret_needs_no_basic() -> None:
    known = replace(KNOWN, token_endpoint_auth_methods_supported=("none",))

    profile = replace(OTHER, metadata=known)

    assert ServerDirectory(not_asked).registration_of(profile, None).is_public

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.server_metadata import ENDPOINTS
from ringauth_gui.typed_server import typed_address, typed_metadata

TYPED = {
    "authorization_endpoint": " https://IDP.example.com/authorize?tenant=1 ",
    "token_endpoint": "https://idp.example.com/token",
}


def test_two_addresses_are_enough() -> None:
    known = typed_metadata({**dict.fromkeys(ENDPOINTS, ""), **TYPED})

    assert known.authorization_endpoint == "https://idp.example.com/authorize?tenant=1"
    assert known.token_endpoint == "https://idp.example.com/token"
    assert known.revocation_endpoint is None
    assert known.issuer is None
    assert known.typed


def test_every_address_that_is_typed_is_known() -> None:
    texts = TYPED | {
        "revocation_endpoint": "https://idp.example.com/revoke",
        "userinfo_endpoint": "https://idp.example.com/me",
        "jwks_uri": "https://idp.example.com/keys",
        "issuer": "https://IDP.example.com/",
    }

    known = typed_metadata(texts)

    assert known.texts() == texts | {
        "authorization_endpoint": "https://idp.example.com/authorize?tenant=1"
    }


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint"])
@pytest.mark.parametrize("text", ["", "  "])
def test_an_endpoint_that_is_needed_is_asked_for(name: str, text: str) -> None:
    with pytest.raises(ConfigurationError, match="is missing") as caught:
        typed_metadata(TYPED | {name: text})

    assert caught.value.field == name


@pytest.mark.parametrize("name", ENDPOINTS)
@pytest.mark.parametrize(
    "text",
    ["http://idp.example.com/x", "idp.example.com", "https://u:p@a.example/", "x y"],
)
def test_an_address_that_cannot_be_used_is_named_r8(name: str, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        typed_metadata(TYPED | {name: text})

    assert caught.value.field == name


def test_an_address_may_have_a_path() -> None:
    assert typed_address("idp.example.com/realms/a/") == (
        "https://idp.example.com/realms/a"
    )


@pytest.mark.parametrize(
    "text",
    [
        "platform.devtest.ringcentral.com",
        "https://Platform.DevTest.RingCentral.com/restapi",
    ],
)
def test_the_retired_sandbox_is_explained(text: str) -> None:
    with pytest.raises(ConfigurationError, match="retired its sandbox") as caught:
        typed_address(text)

    assert caught.value.field == "server_url"


@pytest.mark.parametrize("name", ENDPOINTS)
def test_the_retired_sandbox_is_no_endpoint_either(name: str) -> None:
    url = "https://platform.devtest.ringcentral.com/restapi/oauth/token"

    with pytest.raises(ConfigurationError, match="retired its sandbox") as caught:
        typed_metadata(TYPED | {name: url})

    assert caught.value.field == name


def test_a_name_that_only_sounds_like_the_sandbox_is_no_sandbox() -> None:
    assert typed_address("devtest.ringcentral.com.example.org") == (
        "https://devtest.ringcentral.com.example.org"
    )

"""requests-oauth2client, a strict client that others wrote, meets the server."""

from collections.abc import Iterator

import pytest
import requests
from requests_oauth2client import (
    BearerToken,
    ClientSecretBasic,
    IdToken,
    InvalidGrant,
    OAuth2Client,
    PublicApp,
    UnauthorizedClient,
)

from ringauth_gui.practice.apps import (
    CONFIDENTIAL_APP,
    JWT_ONLY_APP,
    PUBLIC_APP,
    REDIRECT_URIS,
    App,
)
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from tests.practice.strangers import follow
from tests.practice.visitor import Visitor, code_of

SETTINGS = Settings(auth_limit=10_000, iss_in_answer=True)


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    """A server by the machine's clock, as the client reads that one."""
    with PracticeServer(0, SETTINGS) as running:
        yield running


def client_of(visitor: Visitor, app: App) -> OAuth2Client:
    """A client that knows nothing but the server's metadata."""
    return OAuth2Client.from_discovery_endpoint(
        f"{visitor.address}/.well-known/openid-configuration",
        issuer=visitor.address,
        auth=(
            PublicApp(app.client_id)
            if app.client_secret is None
            else ClientSecretBasic(app.client_id, app.client_secret)
        ),
        redirect_uri=REDIRECT_URIS[0],
        testing=True,
    )


def sign_in(client: OAuth2Client, scope: str) -> BearerToken:
    asked = client.authorization_request(scope=scope)
    return client.authorization_code(asked.validate_callback(follow(asked.uri)))


@pytest.mark.parametrize("app", [CONFIDENTIAL_APP, PUBLIC_APP])
def test_it_signs_in_refreshes_and_revokes(visitor: Visitor, app: App) -> None:
    client = client_of(visitor, app)

    first = sign_in(client, "ReadAccounts")
    second = client.refresh_token(first)
    called = visitor.call(second.access_token)
    is_revoked = client.revoke_refresh_token(second)

    # The library counts down from the moment at which it got the answer.
    assert first.expires_in in {3599, 3600}
    assert first.scope == "ReadAccounts"
    assert second.access_token != first.access_token
    assert called.json()["name"] == "Ada Practice"
    assert is_revoked
    assert code_of(visitor.call(second.access_token)) == "OAU-213"
    with pytest.raises(InvalidGrant):
        client.refresh_token(second)


@pytest.mark.parametrize("app", [CONFIDENTIAL_APP, PUBLIC_APP])
def test_it_finds_nothing_wrong_with_the_id_token(visitor: Visitor, app: App) -> None:
    token = sign_in(client_of(visitor, app), "openid ReadAccounts")

    assert isinstance(token.id_token, IdToken)
    assert token.id_token.claims["email"] == "ada@practice.example"
    assert token.id_token.claims["iss"] == visitor.address


def test_its_token_reads_userinfo(visitor: Visitor) -> None:
    token = sign_in(client_of(visitor, PUBLIC_APP), "openid")

    # It would ask by POST itself, which RingCentral does not document.
    uri = f"{visitor.address}/restapi/oauth/userinfo"
    assert requests.get(uri, auth=token, timeout=10).json()["sub"] == "256440016"


def test_it_signs_in_with_a_jwt_credential(visitor: Visitor) -> None:
    client = client_of(visitor, JWT_ONLY_APP)

    token = client.jwt_bearer(signed_credential(CREDENTIALS[0], visitor.address))

    assert visitor.call(token.access_token).json()["name"] == "Ada Practice"


def test_it_understands_a_refusal(visitor: Visitor) -> None:
    client = client_of(visitor, JWT_ONLY_APP)

    with pytest.raises(UnauthorizedClient):
        client.authorization_code("made-up")

"""google-auth-oauthlib, a client that others wrote for Google, meets the server."""

from collections.abc import Iterator

import pytest
import requests
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google_auth_oauthlib.flow import Flow  # type: ignore[import-untyped] # has none
from requests.auth import HTTPBasicAuth

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS, App
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from tests.practice.strangers import follow
from tests.practice.visitor import BASIC, Visitor, code_of

SCOPES = ["ReadAccounts", "ReadCallLog"]


@pytest.fixture(autouse=True)
def _speaks_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    # Of oauthlib, which otherwise refuses every address without TLS.
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    """A server by the machine's clock, as the client reads that one."""
    with PracticeServer(0, Settings(auth_limit=10_000)) as running:
        yield running


def flow_of(visitor: Visitor, app: App) -> Flow:
    oauth = f"{visitor.address}/restapi/oauth"
    config = {
        "client_id": app.client_id,
        # Without a secret it sends an empty one, which counts as left out.
        "client_secret": app.client_secret or "",
        "auth_uri": f"{oauth}/authorize",
        "token_uri": f"{oauth}/token",
    }
    return Flow.from_client_config(
        {"installed": config}, SCOPES, redirect_uri=REDIRECT_URIS[0]
    )


def revoke(flow: Flow, visitor: Visitor, token: str) -> requests.Response:
    uri, headers, body = flow.oauth2session._client.prepare_token_revocation_request(
        f"{visitor.address}/restapi/oauth/revoke",
        token,
        token_type_hint=None,
        client_id=PUBLIC_APP.client_id,
    )
    return requests.post(uri, body, headers=headers, timeout=10)


def test_the_public_app_signs_in_refreshes_and_revokes(visitor: Visitor) -> None:
    flow = flow_of(visitor, PUBLIC_APP)
    asked, _ = flow.authorization_url()

    flow.fetch_token(authorization_response=follow(asked), include_client_id=True)
    credentials = flow.credentials
    first = credentials.token
    credentials.refresh(Request())
    called = flow.authorized_session().get(
        f"{visitor.address}/restapi/v1.0/account/~/extension/~"
    )
    revoked = revoke(flow, visitor, credentials.refresh_token)

    assert credentials.token != first
    assert credentials.granted_scopes == SCOPES
    assert called.json()["name"] == "Ada Practice"
    assert (revoked.status_code, revoked.content) == (200, b"")
    assert code_of(visitor.call(credentials.token)) == "OAU-213"
    with pytest.raises(RefreshError, match="invalid_grant"):
        credentials.refresh(Request())


def test_the_confidential_app_signs_in_and_refreshes(visitor: Visitor) -> None:
    flow = flow_of(visitor, CONFIDENTIAL_APP)
    asked, _ = flow.authorization_url()
    basic = HTTPBasicAuth(*BASIC)

    first = flow.fetch_token(authorization_response=follow(asked), auth=basic)
    second = flow.oauth2session.refresh_token(
        f"{visitor.address}/restapi/oauth/token", auth=basic
    )

    assert second["access_token"] != first["access_token"]
    assert visitor.call(second["access_token"]).json()["name"] == "Ada Practice"


def test_a_secret_in_the_body_is_refused_as_ringcentral_does(visitor: Visitor) -> None:
    flow = flow_of(visitor, CONFIDENTIAL_APP)
    asked, _ = flow.authorization_url()
    basic = HTTPBasicAuth(*BASIC)
    flow.fetch_token(authorization_response=follow(asked), auth=basic)

    with pytest.raises(RefreshError, match="Client authentication is required"):
        flow.credentials.refresh(Request())

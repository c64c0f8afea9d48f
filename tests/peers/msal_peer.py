"""MSAL's sign-in, as its documentation says."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msal  # type: ignore[import-untyped] # it brings no types
import requests

from tests.fakes.fake_authorization_server import AUTHORIZE, TOKEN
from tests.peers.observation import Outcome

AUTHORITY = "https://login.example/tenant"
METADATA = {
    "issuer": AUTHORITY,
    "authorization_endpoint": f"{AUTHORITY}{AUTHORIZE}",
    "token_endpoint": f"{AUTHORITY}{TOKEN}",
}
SECONDS = 10.0


@dataclass(frozen=True)
class MetadataResponse:
    """The authority's metadata, as MSAL reads a response."""

    text: str = json.dumps(METADATA)
    status_code: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class LoopbackHttp:
    """The ``http_client`` that MSAL takes: the authority is on this computer.

    MSAL takes no authority without https. What it posts and reads is unchanged.
    """

    def __init__(self, address: str) -> None:
        """Take the address that stands for the authority's."""
        self._address = address

    def get(self, _url: str, **_: object) -> MetadataResponse:
        """Return the metadata, the one thing that it gets."""
        return MetadataResponse()

    def post(self, _url: str, **given: Any) -> requests.Response:  # noqa: ANN401 - what requests takes
        """Post to the token endpoint, the one place where it posts."""
        return requests.post(f"{self._address}{TOKEN}", timeout=SECONDS, **given)

    def close(self) -> None:
        """Close nothing: each request has a connection of its own."""


def sign_in(address: str, port: int, _folder: Path) -> Outcome:
    """Acquire a token interactively; raises what it raises."""
    app = msal.PublicClientApplication(
        "client-1", oidc_authority=AUTHORITY, http_client=LoopbackHttp(address)
    )
    result = app.acquire_token_interactive(["ReadAccounts"], port=port)
    return Outcome("access_token" in result, result.get("error", ""))

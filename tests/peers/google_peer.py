"""google-auth-oauthlib's sign-in, as its documentation says."""

from pathlib import Path

from google_auth_oauthlib.flow import (  # type: ignore[import-untyped] # has none
    InstalledAppFlow,
)

from tests.fakes.fake_authorization_server import AUTHORIZE, TOKEN
from tests.peers.observation import Outcome


def sign_in(address: str, port: int, _folder: Path) -> Outcome:
    """Run the local server; raises what it raises."""
    app = {
        "client_id": "client-1",
        "client_secret": "secret-1",
        "auth_uri": f"{address}{AUTHORIZE}",
        "token_uri": f"{address}{TOKEN}",
        "redirect_uris": ["http://localhost"],
    }
    flow = InstalledAppFlow.from_client_config(
        {"installed": app}, scopes=["ReadAccounts", "SMS"]
    )
    credentials = flow.run_local_server(host="localhost", port=port)
    return Outcome(signed_in=bool(credentials.token))

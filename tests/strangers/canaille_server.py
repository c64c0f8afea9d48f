"""Serves canaille with one person and one confidential app, kept in memory.

Started as ``canaille_server.py PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI``.
"""

import datetime
import sys

from canaille import create_app  # type: ignore[import-untyped] # it brings no types
from canaille.app import models  # type: ignore[import-untyped] # as above
from canaille.backends import Backend  # type: ignore[import-untyped] # as above

from tests.strangers.facts import HOST, NAME, PASSWORD, WHO


def configuration(port: int) -> dict[str, object]:
    """Return what makes canaille a server for this computer alone."""
    return {
        "SECRET_KEY": "signs the sessions of this test only",
        "SERVER_NAME": f"{HOST}:{port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "HTMX": False},
        "CANAILLE_OIDC": {"REQUIRE_NONCE": True},
    }


def main(port: str, client_id: str, client_secret: str, redirect_uri: str) -> None:
    """Serve until the process ends."""
    app = create_app(configuration(int(port)))
    with app.app_context(), Backend.instance.session():
        person = models.User(
            user_name=WHO,
            given_name="Ada",
            family_name="Practice",
            formatted_name=NAME,
            emails=["ada@example.org"],
            password=PASSWORD,
        )
        client = models.Client(
            client_id=client_id,
            client_secret=client_secret,
            client_id_issued_at=datetime.datetime.now(datetime.UTC),
            client_name="RingAuth",
            redirect_uris=[redirect_uri],
            token_endpoint_auth_method="client_secret_basic",
            grant_types=["authorization_code", "refresh_token"],
            response_types=["code"],
            scope=["openid", "profile", "email"],
        )
        Backend.instance.save(person)
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)
    app.run(HOST, int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])

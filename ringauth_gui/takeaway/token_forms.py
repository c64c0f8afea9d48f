"""The forms in which a token, and the app that it was issued to, can be taken away."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.code_forms import request_forms
from ringauth_gui.takeaway.dotenv_text import dotenv_text
from ringauth_gui.takeaway.form import Form
from ringauth_gui.takeaway.hiding import Secrets, placeholder

_WHO_AM_I = "/restapi/v1.0/account/~/extension/~"


@dataclass(frozen=True)
class TokenSource:
    """What a token is taken away with.

    Attributes:
        token: The token.
        registration: The app that it was issued to, with its secret.
        jwt_credential: What it was got with; None where there is none.
    """

    token: Token
    registration: ClientRegistration
    jwt_credential: str | None = None


def token_forms(source: TokenSource, redaction: Redaction) -> tuple[Form, ...]:
    """Return every form of the token of ``source``."""
    return (
        Form("header", "Authorization header", ".txt", _of(source, _header)),
        Form("token", "Access token", ".txt", _of(source, _access_token)),
        *request_forms(_api_call(source), redaction),
        Form("dotenv", ".env file", ".env", _of(source, _dotenv)),
        Form("json", "JSON", ".json", _of(source, _json)),
    )


def _of(
    source: TokenSource, write: Callable[[TokenSource, Secrets], str]
) -> Callable[[Secrets], str]:
    return lambda secrets: write(source, secrets)


def _header(source: TokenSource, secrets: Secrets) -> str:
    return f"Authorization: Bearer {_access_token(source, secrets)}"


def _access_token(source: TokenSource, secrets: Secrets) -> str:
    return _told("access_token", source.token.access_token, secrets)


def _api_call(source: TokenSource) -> Exchange:
    """Return the call that asks whose token it is."""
    server = source.registration.server
    asked = server.userinfo_endpoint
    if server.speaks_ringcentral or asked is None:
        asked = f"{server.address}{_WHO_AM_I}"
    headers = {
        "Accept": "application/json",
        "Authorization": f"Bearer {source.token.access_token}",
    }
    return Exchange(HttpRequest("GET", asked), headers, source.token.issued, 0.0)


def _dotenv(source: TokenSource, secrets: Secrets) -> str:
    registration, token = source.registration, source.token
    values = (
        ("RC_SERVER_URL", registration.server.address, False),
        ("RC_APP_CLIENT_ID", registration.client_id, False),
        ("RC_APP_CLIENT_SECRET", registration.client_secret, True),
        ("RC_USER_JWT", source.jwt_credential, True),
        ("RC_ACCESS_TOKEN", token.access_token, True),
        ("RC_REFRESH_TOKEN", token.refresh_token, True),
    )
    return dotenv_text(
        [
            (name, _told(name.partition("_")[2], value, secrets) if hides else value)
            for name, value, hides in values
            if value is not None
        ]
    )


def _json(source: TokenSource, secrets: Secrets) -> str:
    token = source.token
    members: dict[str, object] = {
        "server": source.registration.server.address,
        "client_id": source.registration.client_id,
        "access_token": _access_token(source, secrets),
        "token_type": token.token_type,
        "issued_at": _time(token.issued, 0),
        "expires_in": token.expires_in,
        "expires_at": _time(token.issued, token.expires_in),
    }
    if token.refresh_token is not None:
        members |= {
            "refresh_token": _told("refresh_token", token.refresh_token, secrets),
            "refresh_token_expires_in": token.refresh_token_expires_in,
        }
    members |= dict(_identifiers(token))
    known = {name: value for name, value in members.items() if value is not None}
    return f"{json.dumps(known, indent=2)}\n"


def _identifiers(token: Token) -> Iterator[tuple[str, str | None]]:
    yield "scope", None if token.scope is None else " ".join(token.scope)
    yield "owner_id", token.owner_id
    yield "endpoint_id", token.endpoint_id
    yield "session_id", token.session_id


def _told(name: str, secret: str, secrets: Secrets) -> str:
    return secret if secrets is Secrets.SHOWN else placeholder(name)


def _time(since: Moment, seconds: int | None) -> str | None:
    if seconds is None:
        return None
    at = datetime.fromtimestamp(since.wall + seconds, UTC)
    return at.isoformat(timespec="seconds")

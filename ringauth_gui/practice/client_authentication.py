"""Which app sends a request to the token or revocation endpoint, and its proof."""

import base64
import binascii
import secrets
from urllib.parse import unquote_plus

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.refusals import (
    CLIENT_AUTHENTICATION_REQUIRED,
    MALFORMED_CLIENT_AUTHENTICATION,
    OTHER_CLIENT_ID,
    UNKNOWN_CLIENT,
    WRONG_CLIENT_CREDENTIALS,
    Refused,
)
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.settings import Settings


def claimed_client_id(
    untrusted_authorization: str | None, untrusted_client_id: str
) -> str:
    """The client ID that a call is counted for, before anything is proved."""
    if untrusted_authorization is None:
        return untrusted_client_id
    try:
        return _basic_credentials(untrusted_authorization)[0]
    except Refused:
        return untrusted_client_id


def authenticate_client(
    registry: Registry,
    settings: Settings,
    untrusted_authorization: str | None,
    untrusted_form: dict[str, str],
) -> App:
    """The app that sent the form (RFC 6749 section 2.3).

    Raises:
        Refused: OAU-120, -123, -146 or -153.
    """
    if "client_secret" in untrusted_form:
        raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
    if untrusted_authorization is None:
        app = _claimed_app(registry, untrusted_form.get("client_id", ""))
        if not (app.is_public or _may_leave_secret_out(settings, untrusted_form)):
            raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
        return app
    client_id, client_secret = _basic_credentials(untrusted_authorization)
    app = _known_app(registry, client_id)
    if not client_secret:
        raise Refused(UNKNOWN_CLIENT, "client_id", client_id)
    expected = (app.client_secret or "").encode()
    if not secrets.compare_digest(client_secret.encode(), expected):
        raise Refused(WRONG_CLIENT_CREDENTIALS)
    if untrusted_form.get("client_id", client_id) != client_id:
        raise Refused(OTHER_CLIENT_ID)
    return app


def _claimed_app(registry: Registry, untrusted_client_id: str) -> App:
    if not untrusted_client_id:
        raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
    return _known_app(registry, untrusted_client_id)


def _may_leave_secret_out(settings: Settings, untrusted_form: dict[str, str]) -> bool:
    """Whether PKCE is taken as the proof; a refresh token is one by itself."""
    is_exchange = untrusted_form.get("grant_type") == "authorization_code"
    has_proof = not is_exchange or "code_verifier" in untrusted_form
    return settings.pkce_replaces_secret and has_proof


def _known_app(registry: Registry, untrusted_client_id: str) -> App:
    app = registry.find_app(untrusted_client_id)
    if app is None:
        raise Refused(UNKNOWN_CLIENT, "client_id", untrusted_client_id)
    return app


def _basic_credentials(untrusted_authorization: str) -> tuple[str, str]:
    """Client ID and secret out of HTTP Basic (RFC 6749 section 2.3.1)."""
    scheme, _, untrusted_value = untrusted_authorization.partition(" ")
    try:
        pair = base64.b64decode(untrusted_value.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        raise Refused(MALFORMED_CLIENT_AUTHENTICATION) from None
    client_id, colon, client_secret = pair.partition(":")
    if scheme.lower() != "basic" or not colon:
        raise Refused(MALFORMED_CLIENT_AUTHENTICATION)
    return unquote_plus(client_id), unquote_plus(client_secret)

"""Which app sends a request to the token or revocation endpoint, and its proof."""

import base64
import binascii
import secrets
from collections.abc import Mapping
from urllib.parse import unquote_plus

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.client_assertion import (
    ASSERTION_TYPE,
    check_assertion,
    claimed_issuer,
)
from ringauth_gui.practice.credential_signature import token_endpoint
from ringauth_gui.practice.forms import required
from ringauth_gui.practice.refusals import (
    CLIENT_AUTHENTICATION_REQUIRED,
    MALFORMED_CLIENT_AUTHENTICATION,
    OTHER_CLIENT_ID,
    UNKNOWN_CLIENT,
    WRONG_CLIENT_CREDENTIALS,
    Refused,
)
from ringauth_gui.practice.world import World


def claimed_client_id(
    untrusted_authorization: str | None, untrusted_form: Mapping[str, str]
) -> str:
    """The client ID that a call is counted for, before anything is proved."""
    untrusted_client_id = untrusted_form.get("client_id", "") or claimed_issuer(
        untrusted_form.get("client_assertion", "")
    )
    if untrusted_authorization is None:
        return untrusted_client_id
    try:
        return _basic_credentials(untrusted_authorization)[0]
    except Refused:
        return untrusted_client_id


class ClientAuthentication:
    """Finds the app that sent a form, and has it prove itself."""

    def __init__(self, world: World) -> None:
        self._world = world

    def client(
        self,
        untrusted_authorization: str | None,
        untrusted_form: dict[str, str],
        addresses: tuple[str, ...],
    ) -> App:
        """The app that sent the form to a server with these names (RFC 6749 2.3).

        Raises:
            Refused: OAU-120, -123, -146, -153 or -347, or CMN-101.
        """
        if "client_secret" in untrusted_form:
            raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
        if untrusted_authorization is not None:
            return self._by_secret(untrusted_authorization, untrusted_form)
        app = self._known_app(claimed_client_id(None, untrusted_form))
        if "client_assertion" in untrusted_form:
            if untrusted_form.get("client_assertion_type") != ASSERTION_TYPE:
                raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
            untrusted_assertion = untrusted_form["client_assertion"]
            audiences = (*addresses, *map(token_endpoint, addresses))
            check_assertion(app, untrusted_assertion, audiences, self._world.clock())
        elif not (app.is_public or self._may_leave_secret_out(untrusted_form)):
            raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
        return app

    def _by_secret(
        self, untrusted_authorization: str, untrusted_form: dict[str, str]
    ) -> App:
        client_id, client_secret = _basic_credentials(untrusted_authorization)
        app = self._known_app(client_id)
        if not client_secret:
            raise Refused(UNKNOWN_CLIENT, "client_id", client_id)
        expected = (app.client_secret or "").encode()
        if not secrets.compare_digest(client_secret.encode(), expected):
            raise Refused(WRONG_CLIENT_CREDENTIALS)
        if self._world.behaviour.settings.client_id_needed_beside_basic:
            required(untrusted_form, "client_id")
        if untrusted_form.get("client_id", client_id) != client_id:
            raise Refused(OTHER_CLIENT_ID)
        return app

    def _may_leave_secret_out(self, untrusted_form: dict[str, str]) -> bool:
        """Whether PKCE is taken as the proof; a token of the app is one by itself."""
        is_allowed = self._world.behaviour.settings.pkce_replaces_secret
        names_token = untrusted_form.get("grant_type") in ("refresh_token", None)
        return is_allowed and (names_token or "code_verifier" in untrusted_form)

    def _known_app(self, untrusted_client_id: str) -> App:
        if not untrusted_client_id:
            raise Refused(CLIENT_AUTHENTICATION_REQUIRED)
        app = self._world.registry.find_app(untrusted_client_id)
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

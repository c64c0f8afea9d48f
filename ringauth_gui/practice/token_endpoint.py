"""The token endpoint (RFC 6749 section 3.2)."""

from flask import Flask, Response

from ringauth_gui.practice.addresses import own_address, own_addresses
from ringauth_gui.practice.answers import json_answer
from ringauth_gui.practice.apps import CODE_GRANTS, JWT_GRANT, App
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.client_authentication import ClientAuthentication
from ringauth_gui.practice.credential_signature import accept_assertion
from ringauth_gui.practice.forms import (
    read_form,
    required,
    sent_authorization,
)
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.id_tokens import IdTokens
from ringauth_gui.practice.refusals import (
    NO_CLIENT_CREDENTIALS,
    UNAUTHORIZED_GRANT_TYPE,
    UNSUPPORTED_GRANT_TYPE,
    Refused,
)
from ringauth_gui.practice.signing_keys import SigningKeys
from ringauth_gui.practice.token_answer import token_members
from ringauth_gui.practice.token_options import read_token_options
from ringauth_gui.practice.world import World

# What RingCentral knows besides; no app here may use them.
_OTHER_GRANT_TYPES = (
    "password",
    "partner_jwt",
    "urn:ietf:params:oauth:grant-type:device_code",
    "guest",
    "otp",
    "ivr_pin",
    "personal_jwt",
    "device_certificate",
)


class TokenEndpoint:
    """Gives tokens for codes, refresh tokens and JWT credentials."""

    def __init__(self, world: World, callers: Callers, keys: SigningKeys) -> None:
        self._world = world
        self._callers = callers
        self._clients = ClientAuthentication(world)
        self._id_tokens = IdTokens(keys)
        self._ways = {
            "authorization_code": self._exchange_code,
            "refresh_token": self._refresh,
            JWT_GRANT: self._sign_in,
        }

    def add_to(self, flask: Flask) -> None:
        """Register the route."""
        flask.post("/restapi/oauth/token")(self.token)

    def token(self) -> Response:
        """Check who asks, then take what was granted."""
        self._callers.count_client()
        untrusted_form = read_form()
        settings = self._world.behaviour.settings
        app = self._clients.client(
            sent_authorization(), untrusted_form, own_addresses()
        )
        way = self._ways[_grant_type(app, untrusted_form)]
        issued, id_token = way(app, untrusted_form)
        now = self._world.clock()
        return json_answer(token_members(issued, settings, now, id_token))

    def _exchange_code(
        self, app: App, untrusted_form: dict[str, str]
    ) -> tuple[IssuedTokens, str | None]:
        issued = self._world.rules.exchange_code(
            app,
            required(untrusted_form, "code"),
            untrusted_form.get("redirect_uri"),
            untrusted_form.get("code_verifier"),
            read_token_options(untrusted_form),
        )
        return issued, self._id_token(issued)

    def _refresh(
        self, app: App, untrusted_form: dict[str, str]
    ) -> tuple[IssuedTokens, str | None]:
        untrusted_token = required(untrusted_form, "refresh_token")
        options = read_token_options(untrusted_form)
        return self._world.rules.refresh(app, untrusted_token, options), None

    def _sign_in(
        self, app: App, untrusted_form: dict[str, str]
    ) -> tuple[IssuedTokens, str | None]:
        person = accept_assertion(
            required(untrusted_form, "assertion"),
            app,
            own_addresses(),
            self._world.registry,
            self._world.clock(),
        )
        options = read_token_options(untrusted_form)
        return self._world.rules.sign_in(app, person, options), None

    def _id_token(self, issued: IssuedTokens) -> str | None:
        """OpenID Connect Core section 3.1.3.3, if the app asked for it."""
        settings = self._world.behaviour.settings
        if "openid" not in issued.grant.scope or not settings.id_token_given:
            return None
        now = self._world.clock()
        return self._id_tokens.make(issued.grant, own_address(), settings, now)


def _grant_type(app: App, untrusted_form: dict[str, str]) -> str:
    grant_type = untrusted_form.get("grant_type", "")
    if grant_type in app.grant_types:
        return grant_type
    if grant_type == "client_credentials":
        raise Refused(NO_CLIENT_CREDENTIALS)
    if grant_type in (*CODE_GRANTS, JWT_GRANT, *_OTHER_GRANT_TYPES):
        raise Refused(UNAUTHORIZED_GRANT_TYPE)
    raise Refused(UNSUPPORTED_GRANT_TYPE)

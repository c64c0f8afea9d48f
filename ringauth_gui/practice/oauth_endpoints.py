"""The smaller endpoints for programs: revocation, userinfo, keys, introspection."""

from flask import Flask, Response, request

from ringauth_gui.practice.addresses import own_addresses
from ringauth_gui.practice.answers import empty_answer, json_answer
from ringauth_gui.practice.apps import INTEROPERABILITY, App
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.client_authentication import ClientAuthentication
from ringauth_gui.practice.forms import (
    read_form,
    required,
    sent_authorization,
)
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.parameters import single_values
from ringauth_gui.practice.people import ACCOUNT_ID
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.refusals import (
    APP_PERMISSION_MISSING,
    DIFFERENT_VALUES,
    UNKNOWN_API_PATH,
    Refused,
)
from ringauth_gui.practice.signing_keys import SigningKeys
from ringauth_gui.practice.token_answer import limit_members
from ringauth_gui.practice.token_options import TokenOptions, asked_scope
from ringauth_gui.practice.world import World


class OAuthEndpoints:
    """What lies under ``/restapi/oauth`` besides authorize and token."""

    def __init__(self, world: World, callers: Callers, keys: SigningKeys) -> None:
        self._world = world
        self._callers = callers
        self._clients = ClientAuthentication(world)
        self._keys = keys

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.post("/restapi/oauth/revoke")(self.revoke)
        flask.get("/restapi/oauth/userinfo")(self.userinfo)
        flask.get("/restapi/oauth/jwks")(self.keys)
        flask.post("/restapi/oauth/introspect")(self.introspect)
        flask.get("/restapi/oauth/session-info")(self.session_info)

    def revoke(self) -> Response:
        """RFC 7009; RingCentral also takes the token from the query."""
        self._callers.count_client()
        untrusted_form = read_form()
        app = self._client(untrusted_form)
        untrusted_query = single_values(request.args.items(multi=True))
        untrusted_token = untrusted_form.get("token", untrusted_query.get("token", ""))
        if untrusted_query.get("token", untrusted_token) != untrusted_token:
            raise Refused(DIFFERENT_VALUES, "token")
        self._world.rules.revoke(app, required({"token": untrusted_token}, "token"))
        return empty_answer()

    def userinfo(self) -> Response:
        """OpenID Connect Core section 5.3."""
        needs_openid = self._world.behaviour.settings.userinfo_needs_openid
        scope = "openid" if needs_openid else None
        person = self._callers.accept(Group.AUTH, scope).person
        return json_answer(
            {
                "sub": str(person.extension_id),
                "email": person.email,
                "email_verified": True,
                "account_id": ACCOUNT_ID,
                "family_name": person.last_name,
                "given_name": person.first_name,
            }
        )

    def keys(self) -> Response:
        """The key set (RFC 7517)."""
        return json_answer(self._keys.key_set())

    def introspect(self) -> Response:
        """RFC 7662, where the settings have it."""
        if not self._world.behaviour.settings.introspection_present:
            raise Refused(UNKNOWN_API_PATH)
        self._callers.count_client()
        untrusted_form = read_form()
        app = self._client(untrusted_form)
        if INTEROPERABILITY not in app.scopes:
            raise Refused(APP_PERMISSION_MISSING, "permissionName", INTEROPERABILITY)
        untrusted_token = required(untrusted_form, "token")
        asked = TokenOptions(scope=asked_scope(untrusted_form))
        issued = self._world.rules.peek(untrusted_token)
        if issued is None:
            return json_answer({"active": False})
        members = _session(issued)
        members["scope"] = " ".join(asked.narrowed(issued.grant.scope))
        return json_answer(members | self._token(issued, untrusted_token))

    def _token(self, issued: IssuedTokens, untrusted_token: str) -> dict[str, object]:
        is_refresh_token = untrusted_token == issued.refresh_token
        seconds = (
            issued.refresh_token_expires_in if is_refresh_token else issued.expires_in
        )
        return {
            "active": True,
            "token_type": "bearer",
            "iat": int(issued.issued_at),
            "exp": int(self._world.clock()) + seconds,
        }

    def session_info(self) -> Response:
        """The session of the access token, where the settings have it."""
        settings = self._world.behaviour.settings
        if not settings.session_info_present:
            raise Refused(UNKNOWN_API_PATH)
        issued = self._callers.accept_session(Group.LIGHT)
        limits = limit_members(issued.limits, settings, self._world.clock())
        return json_answer(_session(issued) | limits)

    def _client(self, untrusted_form: dict[str, str]) -> App:
        return self._clients.client(
            sent_authorization(), untrusted_form, own_addresses()
        )


def _session(issued: IssuedTokens) -> dict[str, object]:
    return {
        "session_id": issued.session_id,
        "client_id": issued.grant.app.client_id,
        "scope": " ".join(issued.grant.scope),
        "sub": str(issued.grant.person.extension_id),
        "account_id": ACCOUNT_ID,
    }

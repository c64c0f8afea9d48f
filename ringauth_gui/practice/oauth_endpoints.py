"""The token, revocation and userinfo endpoints."""

from flask import Flask, Response, request

from ringauth_gui.practice.answers import empty_answer, json_answer
from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import single_values
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.client_authentication import authenticate_client
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ACCOUNT_ID
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.refusals import (
    DIFFERENT_VALUES,
    INVALID_FORM_VALUE,
    NOT_A_FORM,
    UNAUTHORIZED_GRANT_TYPE,
    UNSUPPORTED_GRANT_TYPE,
    Refused,
)
from ringauth_gui.practice.world import World

# What RingCentral knows besides; no app here may use them.
_OTHER_GRANT_TYPES = (
    "password",
    "client_credentials",
    "partner_jwt",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "urn:ietf:params:oauth:grant-type:device_code",
)


class OAuthEndpoints:
    """What lies under ``/restapi/oauth`` for programs rather than for browsers."""

    def __init__(self, world: World, callers: Callers) -> None:
        self._rules = world.rules
        self._registry = world.registry
        self._callers = callers

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.post("/restapi/oauth/token")(self.token)
        flask.post("/restapi/oauth/revoke")(self.revoke)
        flask.get("/restapi/oauth/userinfo")(self.userinfo)
        flask.get("/restapi/oauth/jwks")(self.keys)

    def token(self) -> Response:
        """RFC 6749 section 3.2."""
        self._callers.count_client()
        untrusted_form = _read_form()
        app = authenticate_client(self._registry, _authorization(), untrusted_form)
        grant_type = _grant_type(app, untrusted_form)
        if grant_type == "refresh_token":
            untrusted_token = _required(untrusted_form, "refresh_token")
            return json_answer(_members(self._rules.refresh(app, untrusted_token)))
        issued = self._rules.exchange_code(
            app,
            _required(untrusted_form, "code"),
            untrusted_form.get("redirect_uri"),
            untrusted_form.get("code_verifier"),
        )
        return json_answer(_members(issued))

    def revoke(self) -> Response:
        """RFC 7009; RingCentral also takes the token from the query."""
        self._callers.count_client()
        untrusted_form = _read_form()
        app = authenticate_client(self._registry, _authorization(), untrusted_form)
        untrusted_query = single_values(request.args.items(multi=True))
        untrusted_token = untrusted_form.get("token", untrusted_query.get("token", ""))
        if untrusted_query.get("token", untrusted_token) != untrusted_token:
            raise Refused(DIFFERENT_VALUES, "token")
        self._rules.revoke(app, _required({"token": untrusted_token}, "token"))
        return empty_answer()

    def userinfo(self) -> Response:
        """OpenID Connect Core section 5.3."""
        person = self._callers.accept(Group.AUTH).person
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
        """The key set (RFC 7517): empty, because nothing here is signed."""
        return json_answer({"keys": []})


def _authorization() -> str | None:
    return request.headers.get("Authorization")


def _read_form() -> dict[str, str]:
    has_body = bool(request.content_length)
    if has_body and request.mimetype != "application/x-www-form-urlencoded":
        raise Refused(NOT_A_FORM)
    return single_values(request.form.items(multi=True))


def _grant_type(app: App, untrusted_form: dict[str, str]) -> str:
    grant_type = untrusted_form.get("grant_type", "")
    if grant_type in app.grant_types:
        return grant_type
    if grant_type in ("authorization_code", "refresh_token", *_OTHER_GRANT_TYPES):
        raise Refused(UNAUTHORIZED_GRANT_TYPE)
    raise Refused(UNSUPPORTED_GRANT_TYPE)


def _required(untrusted_form: dict[str, str], name: str) -> str:
    untrusted_value = untrusted_form.get(name, "")
    if not untrusted_value:
        raise Refused(INVALID_FORM_VALUE, name)
    return untrusted_value


def _members(issued: IssuedTokens) -> dict[str, object]:
    refresh_token: dict[str, object] = {
        "refresh_token": issued.refresh_token,
        "refresh_token_expires_in": issued.refresh_token_expires_in,
    }
    return {
        "access_token": issued.access_token,
        "token_type": "bearer",
        "expires_in": issued.expires_in,
        **(refresh_token if issued.refresh_token else {}),
        "scope": " ".join(issued.grant.scope),
        "owner_id": str(issued.grant.person.extension_id),
        "endpoint_id": issued.endpoint_id,
        "session_id": issued.session_id,
    }

"""Endpoints read from a server's own metadata (RFC 8414, OpenID Discovery)."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from ringauth_gui.errors import ConfigurationError, InvalidServerResponse
from ringauth_gui.oauth.client import refuse_redirect
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url, endpoint_url
from ringauth_gui.oauth.error_answer import request_id
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.json_answer import json_answer
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import AuthorizationServer

METADATA_SECONDS = 10.0
_OPENID = "/.well-known/openid-configuration"
_OAUTH = "/.well-known/oauth-authorization-server"
_OK, _NOT_FOUND = 200, 404
_RINGCENTRAL_PATH = "/restapi/oauth/token"


def read_metadata(
    send: Callable[[HttpRequest], HttpResponse], server_url: str
) -> AuthorizationServer:
    """Return the server at ``server_url`` as it describes itself.

    Args:
        send: Sends a request and returns its answer.
        server_url: Scheme and authority, already checked, without a final slash.

    Raises:
        NotJson: The metadata is not JSON.
        InvalidServerResponse: There is none, it names another issuer, or it lacks an
            endpoint.
        ConfigurationError: It names an endpoint that may not be contacted.
        NetworkError, OperationCancelled: As ``send`` raises them.
    """
    response = _ask(send, server_url + _OPENID)
    if response.status == _NOT_FOUND:
        response = _ask(send, server_url + _OAUTH)
    if response.status != _OK:
        raise _invalid(
            f"it shows no metadata (HTTP {response.status}, RFC 8414 section 3)",
            response,
        )
    untrusted = json_answer(response)
    return server_from(server_url, _members(untrusted, server_url, response))


def server_from(server_url: str, members: Mapping[str, str]) -> AuthorizationServer:
    """Return the server that ``members`` describe, under their RFC 8414 names.

    Raises:
        ConfigurationError: An endpoint is missing or may not be contacted.
    """
    authorization = _required(members, "authorization_endpoint")
    token = endpoint_url(_required(members, "token_endpoint"), "token_endpoint")
    return AuthorizationServer(
        name=urlsplit(server_url).netloc,
        address=server_url,
        authorization_endpoint=authorization_endpoint_url(
            authorization, "authorization_endpoint"
        ),
        token_endpoint=token,
        revocation_endpoint=_optional(members, "revocation_endpoint"),
        userinfo_endpoint=_optional(members, "userinfo_endpoint"),
        issuer=members.get("issuer"),
        speaks_ringcentral=urlsplit(token).path.endswith(_RINGCENTRAL_PATH),
    )


def endpoints_of(server: AuthorizationServer) -> dict[str, str]:
    """Return what ``server_from`` needs to describe the same server again."""
    members = {
        "authorization_endpoint": server.authorization_endpoint,
        "token_endpoint": server.token_endpoint,
        "revocation_endpoint": server.revocation_endpoint,
        "userinfo_endpoint": server.userinfo_endpoint,
        "issuer": server.issuer,
    }
    return {name: value for name, value in members.items() if value is not None}


def _ask(send: Callable[[HttpRequest], HttpResponse], url: str) -> HttpResponse:
    headers = {"Accept": "application/json"}
    response = send(
        HttpRequest("GET", url, headers, None, METADATA_SECONDS, "metadata")
    )
    refuse_redirect(response)
    return response


def _members(
    untrusted: Mapping[str, object], server_url: str, response: HttpResponse
) -> dict[str, str]:
    """Return the members that are used; the issuer is the one that was asked."""
    issuer = untrusted.get("issuer")
    # The final slash is not part of the address that was typed and asked.
    if not isinstance(issuer, str) or issuer.removesuffix("/") != server_url:
        raise _invalid(
            f'its metadata is that of "{plain(issuer)}" (RFC 8414 section 3.3)',
            response,
        )
    members = {"issuer": issuer}
    for name in (
        "authorization_endpoint",
        "token_endpoint",
        "revocation_endpoint",
        "userinfo_endpoint",
    ):
        value = untrusted.get(name)
        if isinstance(value, str) and value:
            members[name] = value
    for name in ("authorization_endpoint", "token_endpoint"):
        if name not in members:
            raise _invalid(f"its metadata names no {name}", response)
    return members


def _invalid(reason: str, response: HttpResponse) -> InvalidServerResponse:
    return InvalidServerResponse(
        reason, status=response.status, request_id=request_id(response)
    )


def _required(members: Mapping[str, str], name: str) -> str:
    if name not in members:
        raise ConfigurationError(name, f"The server's {name} is not known.")
    return members[name]


def _optional(members: Mapping[str, str], name: str) -> str | None:
    return endpoint_url(members[name], name) if name in members else None

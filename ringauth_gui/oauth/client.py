"""The token and revocation endpoints (RFC 6749, RFC 7009, RFC 7523)."""

import base64
import codecs
from collections.abc import Callable, Mapping
from urllib.parse import quote

from ringauth_gui.errors import (
    ClientRefused,
    GrantNoLongerValid,
    NotJson,
    RateLimited,
    Refusal,
    RequestRefused,
    RevocationRefused,
    ServerProblem,
    TokenRequestRefused,
)
from ringauth_gui.oauth.error_answer import refusal_from, request_id
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from ringauth_gui.oauth.registration import ClientRegistration, GrantType
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_answer import token_from

TOKEN_SECONDS = 30.0
REVOCATION_SECONDS = 10.0

# RingCentral says "wrong client" in these codes, whatever its ``error`` member says.
_CLIENT_CODES = frozenset(("OAU-120", "OAU-121", "OAU-123", "OAU-146", "OAU-153"))
_GONE_CODES = frozenset(("OAU-210", "OAU-211", "OAU-213"))

Send = Callable[[HttpRequest], HttpResponse]


class OAuthClient:
    """A registered client that asks its server for tokens and gives them back."""

    def __init__(self, registration: ClientRegistration, send: Send) -> None:
        """Speak for ``registration`` through ``send``."""
        self._registration = registration
        self._send = send

    def exchange_code(self, code: str, code_verifier: str, redirect_uri: str) -> Token:
        """Exchange an authorization code, once (RFC 6749 section 4.1.3, RFC 7636).

        Raises:
            TokenRequestRefused, RateLimited, ServerProblem, InvalidServerResponse,
            NetworkError, OperationCancelled.
        """
        return self._token(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": code_verifier,
            }
        )

    def exchange_assertion(self, assertion: str) -> Token:
        """Exchange a JWT credential (RFC 7523 section 2.1); raises as exchange_code."""
        form = {"grant_type": GrantType.JWT_BEARER.value, "assertion": assertion}
        if scope := self._registration.options.scope:
            # No authorization request came before that could have named it.
            form["scope"] = " ".join(scope)  # RFC 7521 section 4.1
        return self._token(form)

    def refresh(self, refresh_token: str) -> Token:
        """Exchange a refresh token (RFC 6749 section 6); raises as exchange_code."""
        return self._token(
            {"grant_type": "refresh_token", "refresh_token": refresh_token}
        )

    def revoke(self, token: str) -> None:
        """Revoke ``token``, and with it RingCentral's whole session (RFC 7009).

        A token that the server no longer knows counts as revoked. What the server says
        besides does not matter, but a web page was not said by it.

        Raises:
            RevocationRefused, RateLimited, ServerProblem, InvalidServerResponse,
            NetworkError, OperationCancelled.
        """
        endpoint = self._registration.server.revocation_endpoint
        if endpoint is None:
            raise RevocationRefused(Refusal(status=0, error="no revocation endpoint"))
        response = self._post(endpoint, {"token": token}, REVOCATION_SECONDS, "revoke")
        refuse_redirect(response)
        refusal = refusal_from(response)
        if response.status // 100 == 2 and refusal.error is None:  # noqa: PLR2004
            _refuse_page(response)
            return
        if not _GONE_CODES.intersection(refusal.codes):
            raise busy_or_broken(refusal) or RevocationRefused(refusal)

    def _token(self, form: Mapping[str, str]) -> Token:
        endpoint = self._registration.server.token_endpoint
        note = form["grant_type"].rpartition(":")[2]  # of a URN the telling part
        form = {**form, **self._registration.options.token_parameters()}
        response = self._post(endpoint, form, TOKEN_SECONDS, note)
        refuse_redirect(response)
        refusal = refusal_from(response)
        if response.status // 100 == 2 and refusal.error is None:  # noqa: PLR2004
            return token_from(response)
        raise _token_refusal(refusal, response)

    def _post(
        self, url: str, form: Mapping[str, str], seconds: float, note: str
    ) -> HttpResponse:
        """Send a form with the client's authentication (RFC 6749 section 2.3)."""
        credentials = basic_credentials(self._registration)
        headers = {}
        if credentials is None:
            form = {**form, "client_id": self._registration.client_id}
        else:
            headers["Authorization"] = f"Basic {credentials}"
        return self._send(HttpRequest("POST", url, headers, form, seconds, note))


def basic_credentials(registration: ClientRegistration) -> str | None:
    """Return the Basic credentials (RFC 6749 section 2.3.1, RFC 7617).

    A public client has none.
    """
    client_id, secret = registration.client_id, registration.client_secret
    if secret is None:
        return None
    if not registration.server.speaks_ringcentral:
        # The RFC wants both form-encoded first; RingCentral documents neither so.
        client_id, secret = quote(client_id, safe=""), quote(secret, safe="")
    return base64.b64encode(f"{client_id}:{secret}".encode("ascii")).decode("ascii")


def _refuse_page(response: HttpResponse) -> None:
    """Raise NotJson for what a portal or a proxy answers in the server's place."""
    page = response.body.removeprefix(codecs.BOM_UTF8).lstrip()
    if page.startswith(b"<"):
        raise NotJson(
            "it is a web page",
            status=response.status,
            request_id=request_id(response),
        )


def busy_or_broken(refusal: Refusal) -> RequestRefused | None:
    """Return the error for a server that is busy or broken, None for any other."""
    if refusal.status == 429 or "CMN-301" in refusal.codes:  # noqa: PLR2004
        return RateLimited(refusal)
    if refusal.status // 100 == 5:  # noqa: PLR2004 - the class of server errors
        return ServerProblem(refusal)
    return None


def _token_refusal(refusal: Refusal, response: HttpResponse) -> Exception:
    """Judge by the body first; the status alone says little (RingCentral 7.1)."""
    if (problem := busy_or_broken(refusal)) is not None:
        return problem
    if refusal.error == "invalid_client" or _CLIENT_CODES.intersection(refusal.codes):
        return ClientRefused(refusal)
    if refusal.error == "invalid_grant" or _GONE_CODES.intersection(refusal.codes):
        return GrantNoLongerValid(refusal)
    if refusal.error is None and not refusal.codes and not _is_json(response):
        return NotJson(
            "it is not JSON", status=response.status, request_id=request_id(response)
        )
    return TokenRequestRefused(refusal)


def _is_json(response: HttpResponse) -> bool:
    try:
        json_object(response.body)
    except UnusableJson:
        return False
    return True

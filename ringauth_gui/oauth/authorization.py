"""An authorization request: its URI, its answer, its code (RFC 6749 section 4.1)."""

import secrets
from urllib.parse import parse_qsl, unquote_plus, urlencode

from ringauth_gui.errors import (
    AuthorizationRefused,
    IssuerMismatch,
    IssuerMissing,
    MalformedAuthorizationResponse,
)
from ringauth_gui.oauth.pkce import METHOD, code_challenge, new_code_verifier
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.url_parts import split_url

MAX_PARAMETERS = 32
MAX_CODE = 16 * 1024
_SINGLE = ("state", "code", "error", "iss")


class AuthorizationRequest:
    """One request, used once: a new ``state`` and ``code_verifier`` each (R5).

    Attributes:
        redirect_uri: Where the answer is sent.
        state: RFC 6749 section 10.12.
        code_verifier: RFC 7636 section 4.1.
        nonce: OpenID Connect Core section 3.1.2.1; None where none is sent.
    """

    def __init__(self, registration: ClientRegistration, redirect_uri: str) -> None:
        """Ask for a code for ``registration``, to be sent to ``redirect_uri``."""
        self.redirect_uri = redirect_uri
        self.state = secrets.token_urlsafe(32)
        self.code_verifier = new_code_verifier()
        sends_nonce = registration.options.sends_nonce
        self.nonce = secrets.token_urlsafe(32) if sends_nonce else None
        self._registration = registration

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the request; never the secret or the verifier."""
        return {
            "response_type": "code",
            "client_id": self._registration.client_id,
            "redirect_uri": self.redirect_uri,
            "state": self.state,
            "code_challenge": code_challenge(self.code_verifier),
            "code_challenge_method": METHOD,
            **self._registration.options.authorization_parameters(),
            **({} if self.nonce is None else {"nonce": self.nonce}),
        }

    @property
    def uri(self) -> str:
        """The address for the browser."""
        endpoint = self._registration.server.authorization_endpoint
        separator = "&" if split_url(endpoint).query else "?"
        return f"{endpoint}{separator}{urlencode(self.parameters)}"

    def is_answer(self, untrusted_query: str) -> bool:
        """Return whether the query answers this request: its state, each value once."""
        answer = _parameters(untrusted_query)
        if answer is None or "state" not in answer:
            return False
        return secrets.compare_digest(
            answer["state"].encode(), self.state.encode("ascii")
        )

    def code_from(self, untrusted_query: str) -> str:
        """Return the authorization code of this request's answer.

        Raises:
            AuthorizationRefused: The answer holds an ``error``, which wins over a code.
            IssuerMismatch: ``iss`` names another server (RFC 9207 section 2.4), or is
                not there although the server announces it.
            MalformedAuthorizationResponse: There is no usable code.
        """
        answer = _parameters(untrusted_query)
        if answer is None or not self.is_answer(untrusted_query):
            raise MalformedAuthorizationResponse
        self._check_issuer(answer)
        if "error" in answer:
            raise AuthorizationRefused(
                plain(answer["error"]), _description(answer.get("error_description"))
            )
        code = answer.get("code", "").strip()
        if not code.isascii() or not code.isprintable() or not 0 < len(code) < MAX_CODE:
            raise MalformedAuthorizationResponse
        return code

    def names_issuer(self, untrusted_query: str) -> bool:
        """Return whether the answer names a server at all (RFC 9207 section 2)."""
        return "iss" in (_parameters(untrusted_query) or {})

    def _check_issuer(self, answer: dict[str, str]) -> None:
        server = self._registration.server
        if "iss" not in answer:
            if server.requires_iss:
                raise IssuerMissing
        elif server.issuer is not None and answer["iss"] != server.issuer:
            raise IssuerMismatch


def _parameters(untrusted_query: str) -> dict[str, str] | None:
    """Return the decoded parameters, or None when they are ambiguous (AR-04)."""
    if not untrusted_query.isascii():  # no query on the wire is (RFC 3986 section 3.4)
        return None
    try:
        pairs = parse_qsl(
            untrusted_query,
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_PARAMETERS,
        )
    except ValueError:
        return None
    names = [name for name, _ in pairs]
    if any(names.count(name) > 1 for name in _SINGLE):
        return None
    return dict(pairs)


def _description(untrusted_description: str | None) -> str | None:
    if untrusted_description is None:
        return None
    if " " not in untrusted_description:  # RingCentral has been seen to encode twice
        untrusted_description = unquote_plus(untrusted_description)
    return plain(untrusted_description)

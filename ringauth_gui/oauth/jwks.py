"""Reads the keys that a server signs with (RFC 7517)."""

from collections.abc import Callable, Mapping

from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.json_answer import json_answer, unusable_answer
from ringauth_gui.oauth.redirected_answer import refuse_redirect

JWKS_SECONDS = 5.0  # a sign-in waits for it
MOST_KEYS = 50
_OK = 200


def read_jwks(
    send: Callable[[HttpRequest], HttpResponse], jwks_uri: str
) -> tuple[Mapping[str, object], ...]:
    """Return the keys at ``jwks_uri``, each as it came.

    Raises:
        InvalidServerResponse: There are none.
        NetworkError, OperationCancelled: As ``send`` raises them.
    """
    headers = {"Accept": "application/json"}
    response = send(HttpRequest("GET", jwks_uri, headers, None, JWKS_SECONDS, "jwks"))
    refuse_redirect(response)
    if response.status != _OK:
        raise unusable_answer(f"it shows no keys (HTTP {response.status})", response)
    keys = json_answer(response).get("keys")
    if not isinstance(keys, list):
        raise unusable_answer("it is no set of keys (RFC 7517 section 5)", response)
    return tuple(key for key in keys[:MOST_KEYS] if isinstance(key, dict))

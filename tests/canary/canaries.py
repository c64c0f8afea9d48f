"""Collects every secret that was in play, from where it is meant to be."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping

from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import RUN
from ringauth_gui.takeaway.hiding import placeholder

SENT = ("code", "code_verifier", "refresh_token", "token", "assertion", "state")
ISSUED = ("access_token", "refresh_token", "id_token")


def canaries_of(
    exchanges: Iterable[Exchange], others: Mapping[str, str]
) -> dict[str, str]:
    """Return the secrets that were sent and came, and ``others``, each with a name."""
    secrets: dict[str, str] = {}  # by what they are: one may be sent many times
    for exchange in exchanges:
        for name, secret in (*_sent(exchange), *_came(exchange)):
            if len(secret) >= RUN:
                secrets.setdefault(secret, name)
    found = {
        f"{name} {at}": secret for at, (secret, name) in enumerate(secrets.items())
    }
    return found | dict(others)


def basic(client_id: str, secret: str = placeholder("client_secret")) -> str:
    """Return the value of HTTP Basic; the usual secret is no secret."""
    return base64.b64encode(f"{client_id}:{secret}".encode()).decode()


def _sent(exchange: Exchange) -> Iterator[tuple[str, str]]:
    for pairs in (exchange.request.form, exchange.query):
        for name, value in (pairs or {}).items():
            if name in SENT:
                yield name, value
    for name, value in exchange.request_headers.items():
        scheme, _, credentials = value.partition(" ")
        if name.lower() == "authorization" and scheme == "Bearer":
            yield "bearer", credentials
        elif name.lower() == "authorization":
            yield "basic", credentials


def _came(exchange: Exchange) -> Iterator[tuple[str, str]]:
    if exchange.response is None:
        return
    try:
        members = json.loads(exchange.response.body)
    except ValueError:
        return
    if isinstance(members, dict):
        for name in ISSUED:
            if isinstance(members.get(name), str):
                yield name, members[name]

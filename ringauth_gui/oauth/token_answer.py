"""Reads a token endpoint's answer: whole or not at all (R10, RFC 6749 section 5.1)."""

from collections.abc import Mapping

from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_answer import json_answer, unusable_answer
from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.lifetime import lifetime
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.session_answer import SESSION_END, session_lifetime
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.unverified_jwt import read_unverified

MAX_TOKEN = 16 * 1024

_KNOWN = frozenset(
    [
        "access_token",
        "token_type",
        "expires_in",
        "refresh_token",
        "refresh_token_expires_in",
        "scope",
        "owner_id",
        "endpoint_id",
        "session_id",
        "id_token",
    ]
)


def token_from(response: HttpResponse) -> Token:
    """Return the token that ``response`` grants.

    Raises:
        NotJson: The body is not JSON.
        InvalidServerResponse: It is, but not a usable token answer.
    """
    untrusted = json_answer(response)
    try:
        return _token(untrusted, response)
    except UnusableJson as error:
        raise unusable_answer(str(error), response) from None


def _token(untrusted: dict[str, object], response: HttpResponse) -> Token:
    access_token = _secret(untrusted, "access_token")
    if access_token is None:
        raise UnusableJson("it holds no access token")
    token_type = untrusted.get("token_type")
    if not isinstance(token_type, str) or token_type.lower() != "bearer":
        raise UnusableJson("its token type is not bearer")
    refresh_token = _secret(untrusted, "refresh_token")
    id_token = _secret(untrusted, "id_token")
    scope = untrusted.get("scope")
    session = session_lifetime(untrusted, response)
    idle_timeout = lifetime(untrusted.get("session_idle_timeout"))
    told = set(_KNOWN)
    if session is not None:
        told |= SESSION_END
    if idle_timeout is not None:
        told.add("session_idle_timeout")
    return Token(
        access_token=access_token,
        token_type=token_type,
        issued=response.sent,
        expires_in=lifetime(untrusted.get("expires_in")),
        refresh_token=refresh_token,
        refresh_issued=response.sent if refresh_token else None,
        refresh_token_expires_in=lifetime(untrusted.get("refresh_token_expires_in")),
        scope=tuple(plain(scope, 16384).split()) if isinstance(scope, str) else None,
        owner_id=_identifier(untrusted, "owner_id") or _subject(id_token),
        endpoint_id=_identifier(untrusted, "endpoint_id"),
        session_id=_identifier(untrusted, "session_id"),
        id_token=id_token,
        other={key: value for key, value in untrusted.items() if key not in told},
        session_issued=None if session is None else response.sent,
        session_expires_in=session,
        session_idle_timeout=idle_timeout,
    )


def _secret(untrusted: Mapping[str, object], member: str) -> str | None:
    """Return a token's text; None when absent, null or empty."""
    value = untrusted.get(member)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UnusableJson(f"its {member} is not text")
    if not value.isascii() or not value.isprintable() or " " in value:
        raise UnusableJson(f"its {member} holds characters that no token has")
    if len(value) > MAX_TOKEN:
        raise UnusableJson(f"its {member} is too long")
    return value


def _subject(id_token: str | None) -> str | None:
    """Return whose ID token it is, where the server has no word of its own for that.

    It came straight from the token endpoint (OpenID Connect Core section 3.1.3.7, 6).
    """
    if id_token is None:
        return None
    try:
        return _identifier(read_unverified(id_token).claims, "sub")
    except UnusableJson:
        return None


def _identifier(untrusted: Mapping[str, object], member: str) -> str | None:
    """Return an ID as text; RingCentral writes some as strings, some as numbers."""
    value = untrusted.get(member)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    return plain(str(value))

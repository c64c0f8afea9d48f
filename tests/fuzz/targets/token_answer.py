"""What a token endpoint answers with status 200 (R10, RFC 6749 section 5.1)."""

import re

from ringauth_gui.errors import InvalidServerResponse, NotJson, RequestRefused
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.token import Token
from tests.fakes.scripted_send import SENT, ScriptedSend, response
from tests.fuzz.known import CODE
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing
from tests.oauth.authorization_requests import REDIRECT_URI, registered

_SECRET = re.compile(r"[!-~]{1,16384}")
_LONGEST_LIFETIME = 10**10
_SECRETS = ("access_token", "refresh_token", "id_token")
_LIFETIMES = ("expires_in", "refresh_token_expires_in")


def check(data: bytes) -> None:
    """Look that the answer is taken whole or refused whole, as R10 says."""
    members = plain_object(data)
    client = OAuthClient(registered(), ScriptedSend(response(data)))
    try:
        token = client.exchange_code(CODE, "verifier", REDIRECT_URI)
    except RequestRefused as refused:
        assert members is not None
        assert members.get("error") is not None
        assert_fit_to_show(refused.refusal.error)
        assert_fit_to_show(refused.refusal.description)
    except InvalidServerResponse as error:
        assert isinstance(error, NotJson) == (members is None)  # noqa: PT017
        assert members is None or not _is_usable(members)
        assert_tells_nothing(error)
    else:
        assert members is not None
        assert _is_usable(members)
        _look_at(token, members)


def _is_usable(members: dict[str, object]) -> bool:
    """Return whether the answer may be taken; an ``error`` wins over everything."""
    kind = members.get("token_type")
    return (
        members.get("error") is None
        and bool(members.get("access_token"))
        and isinstance(kind, str)
        and kind.lower() == "bearer"
        and all(_is_secret_or_none(members.get(name)) for name in _SECRETS)
    )


def _is_secret_or_none(value: object) -> bool:
    if value is None or value == "":
        return True
    return isinstance(value, str) and _SECRET.fullmatch(value) is not None


def _look_at(token: Token, members: dict[str, object]) -> None:
    for name in _SECRETS:
        assert getattr(token, name) == (members.get(name) or None)
    for name in _LIFETIMES:
        assert getattr(token, name) == lifetime_by_hand(members.get(name))
    for shown in (token.owner_id, token.endpoint_id, token.session_id):
        assert_fit_to_show(shown)
    for permission in token.scope or ():
        assert_fit_to_show(permission, 16384)
    assert token.issued == SENT
    assert all(members[name] == value for name, value in token.other.items())


def lifetime_by_hand(value: object) -> int | None:
    """Return a number, or digits, of seconds; None where it is unknown."""
    if isinstance(value, str) and re.fullmatch("[0-9]+", value):
        seconds = float(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value
    else:
        return None
    return max(0, int(seconds)) if abs(seconds) < _LONGEST_LIFETIME else None

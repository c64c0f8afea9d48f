"""What the API, userinfo and a server's key set answer with (R7)."""

from collections.abc import Iterable

from ringauth_gui.errors import InvalidServerResponse, RequestRefused
from ringauth_gui.oauth.jwks import read_jwks
from ringauth_gui.ringcentral.account import account_from
from ringauth_gui.ringcentral.extension_info import (
    identity_from_extension,
    identity_from_userinfo,
)
from ringauth_gui.ringcentral.user_permissions import answer_from, permissions_from
from tests.fakes.scripted_send import ScriptedSend
from tests.fuzz.near_http import read_answer
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show

_MOST_PERMISSIONS = 1000
_MOST_KEYS = 50


def check(data: bytes) -> None:
    """Look that every text is fit to be shown, and that no list is without end."""
    answer = read_answer(data)
    members = plain_object(answer.body) or {}

    for told in (
        identity_from_extension(members),
        identity_from_userinfo(members),
        account_from(members),
    ):
        _look_at_texts(vars(told).values())
    permissions = permissions_from(members)
    _look_at_texts([permissions.names])
    assert len(permissions.names) <= _MOST_PERMISSIONS
    assert len(set(permissions.names)) == len(permissions.names)
    try:
        said = answer_from("ReadAccounts", answer)
    except (RequestRefused, InvalidServerResponse):
        assert answer.status != 200 or not members
    else:
        assert said.refusal is None or answer.status != 200
    try:
        keys = read_jwks(ScriptedSend(answer), "https://auth.example/keys")
    except InvalidServerResponse as error:
        assert_fit_to_show(error.reason, 400)
    else:
        assert answer.status == 200
        assert len(keys) <= _MOST_KEYS


def _look_at_texts(values: Iterable[object]) -> None:
    for value in values:
        for text in value if isinstance(value, tuple) else (value,):
            assert_fit_to_show(text)

"""A server's error answer, in OAuth's shape, in RingCentral's own, or a page (R7)."""

import re

from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import HttpResponse
from tests.fakes.scripted_send import ScriptedSend
from tests.fuzz.near_http import read_answer
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show
from tests.oauth.authorization_requests import registered

_LONGEST_NAME, _LONGEST_CODE = 64, 50
_SHORTEST_PAUSE, _LONGEST_PAUSE = 1.0, 3600.0


def check(data: bytes) -> None:
    """Look that what is said is fit to be shown, and that every pause has bounds."""
    answer = read_answer(data)

    refusal = refusal_from(answer)

    _look_at_texts(refusal)
    _look_at_pause(refusal, answer)
    _look_at_error(refusal, answer)
    _revoke(answer)


def _look_at_error(refusal: Refusal, answer: HttpResponse) -> None:
    """Look that an ``error`` member is never overlooked, nor made up."""
    members = plain_object(answer.body) or {}
    if members.get("error") is not None:
        assert refusal.error is not None
    elif "www-authenticate" not in answer.headers:
        assert refusal.error is None


def _look_at_texts(refusal: Refusal) -> None:
    assert_fit_to_show(refusal.error)
    assert_fit_to_show(refusal.description)
    assert_fit_to_show(refusal.request_id)
    assert_fit_to_show(refusal.permission, _LONGEST_NAME)
    assert_fit_to_show(refusal.parameter, _LONGEST_NAME)
    for code in refusal.codes:
        assert_fit_to_show(code, _LONGEST_CODE)
        assert re.fullmatch(r"[A-Za-z0-9_-]+", code)
    assert len(refusal.codes) == len(set(refusal.codes))


def _look_at_pause(refusal: Refusal, answer: HttpResponse) -> None:
    asked = answer.headers.get("retry-after")
    if asked is None and answer.status not in {429, 503}:
        assert refusal.retry_after is None
        return
    assert refusal.retry_after is not None
    assert _SHORTEST_PAUSE <= refusal.retry_after <= _LONGEST_PAUSE
    if asked is not None and re.fullmatch("[0-9]+", asked):
        seconds = min(max(float(asked), _SHORTEST_PAUSE), _LONGEST_PAUSE)
        assert refusal.retry_after == seconds


def _revoke(answer: HttpResponse) -> None:
    """Look that a revocation ends in the documented errors only."""
    try:
        OAuthClient(registered(), ScriptedSend(answer)).revoke("token")
    except RingAuthError as error:
        assert_fit_to_show(str(error), 400)

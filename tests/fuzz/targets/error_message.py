"""What the window says of a server's errors, whose texts are in it (R7, R21, CB-18)."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from ringauth_gui.errors import AuthorizationError, RingAuthError
from ringauth_gui.gui.error_context import Doing
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.exchange import HttpResponse
from tests.fakes.scripted_send import ScriptedSend
from tests.fuzz.authorization import attempt
from tests.fuzz.known import STATE
from tests.fuzz.near_http import read_answer
from tests.fuzz.shown_text import assert_fit_to_show
from tests.gui.error_examples import doing_now
from tests.oauth.authorization_requests import REDIRECT_URI, registered

# A sentence of ours with one text of at most 300 characters, or with a few.
_LONGEST_TITLE, _LONGEST = 450, 2000
_WAYS: Mapping[Doing, Callable[[OAuthClient], object]] = {
    "authorize": lambda client: client.exchange_code("code", "verifier", REDIRECT_URI),
    "refresh": lambda client: client.refresh("token"),
    "revoke": lambda client: client.revoke("token"),
}


def check(data: bytes) -> None:
    """Look that every error has words, and that none of its texts is more than text."""
    answer = read_answer(data)
    for doing, ask in _WAYS.items():
        try:
            ask(OAuthClient(registered(), ScriptedSend(answer)))
        except RingAuthError as error:
            _look_at(error, doing)
    _look_at_refusal(answer)


def _look_at_refusal(answer: HttpResponse) -> None:
    """Look at the same texts where the browser brings them."""
    said = answer.body.decode("utf-8", "surrogateescape")
    members = {"state": STATE, "error": said, "error_description": said}
    try:
        attempt().code_from(urlencode(members, errors="replace"))
    except AuthorizationError as error:
        _look_at(error, "authorize")


def _look_at(error: RingAuthError, doing: Doing) -> None:
    message = message_for(error, doing_now(doing))
    assert message.title
    assert_fit_to_show(message.title, _LONGEST_TITLE)
    for text in (message.advice, message.details, message.codes):
        assert_fit_to_show(text, _LONGEST)
    for action in message.actions:
        assert_fit_to_show(action.text)

"""A token that a person pastes from elsewhere (R28)."""

import re

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.pasted_token import read_pasted
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_TOKEN = re.compile(r"[!-~]{0,16384}")


def check(data: bytes) -> None:
    """Look that a token is one word of plain ASCII that stood in what was pasted."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        pasted = read_pasted(text, "access_token", "access token")
    except ConfigurationError as error:
        assert_fit_to_show(error.reason)
        assert_tells_nothing(error)
        return
    assert pasted.token in text
    assert _TOKEN.fullmatch(pasted.token)
    assert pasted.is_jwt == (pasted.token.count(".") == 2)
    assert bool(pasted.removed) == (pasted.token != text)
    again = read_pasted(pasted.token, "access_token", "access token")
    assert (again.token, again.removed) == (pasted.token, ())

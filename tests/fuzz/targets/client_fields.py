"""Client ID and secret, as typed or pasted (R28, IN-01 to IN-04)."""

import re
from collections.abc import Callable

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id, client_secret
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_LONGEST = 1024
_BLANKS = " \t\r\n\v\f"


def check(data: bytes) -> None:
    """Look that only printable ASCII without blanks is taken, trimmed and not cut."""
    text = data.decode("utf-8", "surrogateescape")
    bare = text.strip(_BLANKS)
    is_plain = re.fullmatch("[!-~]*", bare) is not None and len(bare) <= _LONGEST

    assert _accepted(client_secret, text) == (bare if is_plain else None)
    is_id = is_plain and bare != "" and ":" not in bare
    assert _accepted(client_id, text) == (bare if is_id else None)


def _accepted(read: Callable[[str], str], text: str) -> str | None:
    try:
        return read(text)
    except ConfigurationError as error:
        assert_fit_to_show(error.reason)
        assert_tells_nothing(error)
        return None

"""The redirect URI, as typed or read (R1, R28, IN-07)."""

import re

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from tests.fuzz.shown_text import assert_fit_to_show

_USABLE = re.compile(
    r"http://(?P<host>localhost|127\.0\.0\.1|\[::1\]):0*(?P<port>[0-9]{4,5})"
    r"(?P<path>/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)",
    re.IGNORECASE | re.ASCII,
)


def check(data: bytes) -> None:
    """Look that what is accepted is on this computer, and as a browser has it."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        parts = redirect_uri_parts(text)
    except ConfigurationError as error:
        assert error.field == "redirect_uri"  # noqa: PT017 - either may happen
        assert_fit_to_show(error.reason)
        return
    found = _USABLE.fullmatch(text)
    assert found is not None
    host = found["host"].lower()
    assert parts.host == host.strip("[]")
    assert parts.port == int(found["port"])
    assert 1024 <= parts.port <= 65535
    assert parts.path == found["path"]
    assert parts.authority == f"{host}:{parts.port}"
    steps = parts.path.lower().replace("%2e", ".").split("/")
    assert not {".", ".."} & set(steps)

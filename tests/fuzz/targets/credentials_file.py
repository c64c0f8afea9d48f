"""The console's JSON or a ``.env`` file with credentials (R28)."""

import re

from ringauth_gui.errors import CredentialsFileError
from ringauth_gui.ringcentral.credentials_file import read_credentials
from ringauth_gui.ringcentral.found_credentials import FoundCredentials
from tests.fuzz.jwt_parts import with_good_jwt
from tests.fuzz.known import holds_secret
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_CLIENT_ID = re.compile(r"[!-9;-~]{1,1024}")
_SECRET = re.compile(r"[!-~]{1,1024}")
_NAME = re.compile(rb'"[^"]*"\s*:|[^=\r\n]*=')
_MOST_APPS = 20


def check(data: bytes) -> None:
    """Look that what is found can be used, and that no note holds a value."""
    try:
        found = read_credentials(with_good_jwt(data), "file")
    except CredentialsFileError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either may happen
        assert_tells_nothing(error)
        return
    assert 0 < len(found) <= _MOST_APPS
    for app in found:
        assert not app.is_empty
        assert not app.client_id or _CLIENT_ID.fullmatch(app.client_id)
        assert app.client_secret is None or _SECRET.fullmatch(app.client_secret)
        assert not app.server_url or re.match("https?://", app.server_url)
        for note in app.notes:
            assert_fit_to_show(note, 600)
        for jwt in app.jwts:
            assert_fit_to_show(jwt.label)
        _look_at_shown(app, data)


def _look_at_shown(app: FoundCredentials, data: bytes) -> None:
    """Look that a value is shown only where it stood for what is shown."""
    names = b" ".join(_NAME.findall(data)).decode("utf-8", "replace")
    if not holds_secret(f"{names} {app.client_id} {app.server_url}"):
        assert not holds_secret(repr(app))

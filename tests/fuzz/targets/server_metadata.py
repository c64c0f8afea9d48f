"""A server's own metadata (RFC 8414), of which nothing but addresses is taken (R8)."""

from urllib.parse import urlsplit

from ringauth_gui.errors import ConfigurationError, InvalidServerResponse
from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.server_metadata import metadata_from
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show
from tests.oauth.metadata_answers import OPENID, SERVER, Answers

_LONGEST_REASON = 400  # a name cut to 300 characters, in a sentence


def check(data: bytes) -> None:
    """Look that metadata is that of its server, and leads to no program here."""
    try:
        metadata = read_metadata(Answers({OPENID: data}), SERVER)
    except InvalidServerResponse as error:
        assert_fit_to_show(error.reason, _LONGEST_REASON)
        return
    except ConfigurationError as error:
        assert_fit_to_show(error.reason, _LONGEST_REASON)
        return
    members = plain_object(data)
    assert members is not None
    assert str(members["issuer"]).removesuffix("/") == SERVER
    assert not metadata.typed
    for address in filter(None, metadata.texts().values()):
        parts = urlsplit(address)
        assert parts.scheme == "https"
        assert not is_loopback(parts.hostname or "")
    assert metadata_from(metadata.members()) == metadata

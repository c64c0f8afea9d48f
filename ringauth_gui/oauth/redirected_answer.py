"""An answer that sends the request on elsewhere, which is never followed (R9)."""

from ringauth_gui.errors import RedirectedElsewhere
from ringauth_gui.oauth.error_answer import request_id
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.url_parts import authority_of, split_url


def refuse_redirect(response: HttpResponse) -> None:
    """Raise RedirectedElsewhere for a redirect; secrets go to one address only."""
    if response.status // 100 == 3:  # noqa: PLR2004 - the class of redirects
        raise RedirectedElsewhere(
            _target(response.headers.get("location", "")),
            status=response.status,
            request_id=request_id(response),
        )


def _target(untrusted_location: str) -> str:
    """Return the host and port that a redirect names; else what it points to."""
    if authority := authority_of(untrusted_location):
        return plain(authority)
    if _is_relative(untrusted_location):
        return "a place on the same server"
    return "an address that it did not name"


def _is_relative(untrusted_location: str) -> bool:
    """Return whether only path or query are others (RFC 3986 section 4.2)."""
    try:
        parts = split_url(untrusted_location)
    except ValueError:
        return False
    if parts.scheme or untrusted_location.startswith("//"):
        return False
    return bool(parts.path or parts.query)

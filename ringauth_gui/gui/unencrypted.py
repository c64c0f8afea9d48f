"""The words for an address without encryption (IN-06); no Qt."""

from urllib.parse import urlsplit

from ringauth_gui.oauth.host_name import is_loopback

_NOT_ENCRYPTED = "Not encrypted: for this computer only."


def unencrypted_note(address: str) -> str:
    """Return the warning that ``address``, as typed, wants; empty where it is none.

    One that is not of this computer has its reason instead: it cannot be used.
    """
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    return _NOT_ENCRYPTED if parts.scheme == "http" and is_loopback(host) else ""

"""The words for an address without encryption (IN-06); no Qt."""

from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.url_parts import host_of

_NOT_ENCRYPTED = "Not encrypted: for this computer only."


def unencrypted_note(address: str) -> str:
    """Return the warning that ``address``, as typed, wants; empty where it is none.

    One that is not of this computer has its reason instead: it cannot be used.
    """
    typed = address.strip()
    is_plain = typed.lower().startswith("http://")
    return _NOT_ENCRYPTED if is_plain and is_loopback(host_of(typed)) else ""

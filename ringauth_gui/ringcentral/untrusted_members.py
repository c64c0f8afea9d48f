"""Reads members of the API's answers, each of which may be missing or of any kind."""

from collections.abc import Mapping, Sequence

from ringauth_gui.oauth.plain_text import plain


def members_of(untrusted: object) -> Mapping[str, object]:
    """Return the members of an object; none where it is not one."""
    return untrusted if isinstance(untrusted, dict) else {}


def entries_of(untrusted: object) -> Sequence[object]:
    """Return the entries of a list; none where it is not one."""
    return untrusted if isinstance(untrusted, list) else ()


def text_of(untrusted: object) -> str | None:
    """Return a text, or a number as text: IDs have up to 64 bits."""
    if isinstance(untrusted, bool) or not isinstance(untrusted, str | int):
        return None
    return plain(str(untrusted)) or None

"""Texts from outside, made so that Qt shows them as they are (threat model R21)."""

import html
import re

from PySide6.QtGui import Qt

_LOOKS_LIKE_MARKUP = re.compile("[<&]")
_UNSEEN = "\N{WORD JOINER}"


def literal_tip(untrusted_text: str) -> str:
    """Return a tooltip that reads ``untrusted_text``.

    Qt takes a tooltip for markup that looks like it; a character that nobody sees or
    hears, put into what looks so, keeps it from that.
    """
    if not Qt.mightBeRichText(untrusted_text):
        return untrusted_text
    return _LOOKS_LIKE_MARKUP.sub(rf"\g<0>{_UNSEEN}", untrusted_text)


def wrapped_tip(untrusted_text: str) -> str:
    """Return the same for a long text, which Qt then lays out in several lines."""
    return f"<qt>{html.escape(untrusted_text)}</qt>" if untrusted_text else ""


def literal_caption(untrusted_text: str) -> str:
    """Return what makes a button read ``untrusted_text``: no ampersand is a key."""
    return untrusted_text.replace("&", "&&")

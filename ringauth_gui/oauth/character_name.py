"""The name of a character that a field refuses, so that a person finds it (R28)."""

import unicodedata

_CONTROL_NAMES = {
    "\0": "NUL",
    "\t": "TAB",
    "\n": "LINE FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


def described(character: str) -> str:
    """Return the name and number of ``character``, for a sentence that refuses it."""
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "")
    return f"{name or 'a hidden character'} (U+{ord(character):04X})"


def described_at(text: str, at: int) -> str:
    """Return the same of the character at ``at`` in ``text``, and its place there."""
    return f"{described(text[at])} at position {at + 1}"

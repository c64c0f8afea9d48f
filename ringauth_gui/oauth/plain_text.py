"""Text from outside, made fit to be shown as plain text (threat model R7)."""

import json
import re
import unicodedata

_LINE_BREAK = re.compile("\r\n|[\n\r\t\v\f\x85\u2028\u2029]")
# Controls; format characters, which hold bidi overrides and zero-width ones; surrogates
_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs"})
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def plain(untrusted: object, limit: int = 300) -> str:
    """Return ``untrusted`` on one line of at most ``limit`` harmless characters.

    Line breaks and tabs become blanks, characters that show nothing or change the
    order of others become U+FFFD, and what is too long ends in an ellipsis.
    """
    # A line break may be two characters, so this much always fills the limit.
    start = str(untrusted)[: 2 * limit + 2]
    text = "".join(map(_shown, _LINE_BREAK.sub(" ", start)))
    return text if len(text) <= limit else text[: limit - 1] + _ELLIPSIS


def with_escapes(untrusted: str) -> str:
    r"""Return all lines, with harmless characters alone, for a close look.

    Characters that show nothing or change the order of others are told as JSON writes
    them, such as ``\u202e``, so that JSON stays the same JSON.
    """
    lines = untrusted.replace("\r\n", "\n").split("\n")
    return "\n".join(
        line if line.isprintable() else "".join(map(_told, line)) for line in lines
    )


def _shown(character: str) -> str:
    return _REPLACEMENT if _is_hidden(character) else character


def _told(character: str) -> str:
    # JSON leaves DEL and some others as they are, unless all has to be ASCII.
    is_told = _is_hidden(character) and character != "\t"
    return json.dumps(character)[1:-1] if is_told else character


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in _NEVER_SHOWN


def readable(untrusted: str) -> str:
    """Return a description that RingCentral encoded twice as it was meant (its 2.4)."""
    if " " in untrusted:
        return untrusted
    return untrusted.replace("%2B", "+").replace("%2b", "+").replace("+", " ")

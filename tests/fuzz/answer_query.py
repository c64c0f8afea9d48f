"""Reads an authorization answer by hand, as RFC 6749 and R3 have it."""

from tests.fuzz.known import STATE

MOST = 32
_ONCE = ("state", "code", "error", "iss")


def parameters_by_hand(query: str) -> dict[str, str] | None:
    """Return the parameters; None where they can be read in more than one way."""
    parts = query.split("&")
    if len(parts) > MOST or any(ord(each) > 127 for each in query):
        return None
    found: dict[str, str] = {}
    for part in filter(None, parts):
        name, _, value = part.partition("=")
        decoded = _decoded(name), _decoded(value)
        if None in decoded or (decoded[0] in _ONCE and decoded[0] in found):
            return None
        found[str(decoded[0])] = str(decoded[1])
    return found


def is_answer_by_hand(query: str) -> bool:
    """Return whether the query holds the state, letter for letter."""
    parameters = parameters_by_hand(query)
    return parameters is not None and parameters.get("state") == STATE


def _decoded(text: str) -> str | None:
    octets = bytearray()
    at = 0
    while at < len(text):
        digits = text[at + 1 : at + 3]
        if text[at] == "%" and len(digits) == 2 and set(digits) <= _HEXADECIMAL:
            octets.append(int(digits, 16))
            at += 3
        else:
            octets += b" " if text[at] == "+" else text[at].encode("ascii")
            at += 1
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return None


_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")

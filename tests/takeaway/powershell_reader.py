"""Reads literals as PowerShell does (about_Quoting_Rules)."""

_SINGLE = frozenset("'‘’‚‛")


def literals(script: str) -> list[str]:
    """Return the single-quoted strings of a script, as PowerShell understands them.

    Raises:
        AssertionError: A string is not closed, or something of another kind is quoted.
    """
    found: list[str] = []
    at = 0
    while at < len(script):
        if script[at] in _SINGLE:
            text, at = _literal(script, at + 1)
            found.append(text)
        else:
            assert script[at] not in '"“”„`', "another kind of string"
            at += 1
    return found


def _literal(script: str, at: int) -> tuple[str, int]:
    text = ""
    while True:
        assert at < len(script), "not closed"
        character = script[at]
        if character not in _SINGLE:
            text, at = text + character, at + 1
        elif script[at + 1 : at + 2] and script[at + 1] in _SINGLE:
            # Two in a row stand for the first.
            text, at = text + character, at + 2
        else:
            return text, at + 1

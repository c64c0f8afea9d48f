"""Knows the secrets in play and cleans any text that leaves the app (R22)."""

import logging
import re
import threading

from typing_extensions import override

RUN = 12  # this many characters of a secret in a row count as a leak
MASK = "••••"

_KEYS = (
    r"\w*token|client_?secret|client_assertion|assertion|code_verifier|code|state"
    "|password|jwt"
)
# A quoted value ends at its own quote; what else it holds may be part of a secret.
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s"'&,;}]+)"""
_BY_KEY = re.compile(
    rf"""(?P<key>\b(?:{_KEYS})["']?\s*[=:]\s*){_VALUE}""", re.IGNORECASE
)
_BY_SCHEME = re.compile(
    # In any letter case after its header; alone, "basic" is a plain word.
    r"\b(?P<key>(?:Basic|Bearer|(?i:authorization\W+(?:basic|bearer)))\s+)"
    r"[A-Za-z0-9+/=._~-]+"
)


class Redaction:
    """Masks secrets by value and by key.

    A value is found by any twelve of its characters in a row, so that a cut or broken
    secret is masked too. A secret shorter than that is masked by its key only;
    otherwise a secret such as "test1" would make every log unreadable.
    """

    def __init__(self) -> None:
        """Know no value yet."""
        self._runs: set[str] = set()
        self._lock = threading.Lock()

    def know(self, secret: str | None) -> None:
        """Mask ``secret`` from now on; call this before the secret is first used."""
        if secret is None:
            return
        with self._lock:
            self._runs |= {
                secret[start : start + RUN] for start in range(len(secret) - RUN + 1)
            }

    def clean(self, text: str) -> str:
        """Return ``text`` without secrets; fails closed."""
        try:
            text = self._without_known(text)
            text = _BY_SCHEME.sub(rf"\g<key>{MASK}", text)
            return _BY_KEY.sub(rf"\g<key>{MASK}", text)
        except Exception:  # noqa: BLE001 - whatever goes wrong, the text must not leave
            return "[text withheld: it could not be cleaned]"

    def _without_known(self, text: str) -> str:
        with self._lock:
            hits = [
                start
                for start in range(len(text) - RUN + 1)
                if text[start : start + RUN] in self._runs
            ]
        kept: list[str] = []
        end = 0
        for start in hits:
            if start >= end:
                kept += (text[end:start], MASK)
            end = max(end, start + RUN)
        return "".join((*kept, text[end:]))


class RedactingFormatter(logging.Formatter):
    """Formats a log record, traceback included, on clean and single lines."""

    def __init__(self, redaction: Redaction) -> None:
        """Clean with ``redaction``."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._redaction = redaction

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the record's text without secrets."""
        text = self._redaction.clean(super().format(record))
        return "".join(map(_on_one_line, text))


def _on_one_line(character: str) -> str:
    """Return what cannot forge a line or turn the order of others (CB-10)."""
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")

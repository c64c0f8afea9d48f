"""Knows the secrets in play and cleans any text that leaves the app (R22)."""

import logging
import re
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from typing_extensions import override

Source = TypeVar("Source")

RUN = 12  # this many characters of a secret in a row count as a leak
MASK = "••••"

MOST = 256 * 1024  # characters of secrets known at a time, about 16 MB of memory

_KEYS = r"\w*token|client_?secret|client_assertion|assertion|code_verifier|password|jwt"
_HEADERS = "(?:proxy-)?authorization|(?:set-)?cookie"
# Plain words of any prose, such as "status code: 400": only where they are parameters.
_PARAMETERS = "code|state"
# A quoted value ends at its own quote; what else it holds may be part of a secret.
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s"'&,;}]+)"""
_BY_KEY = re.compile(
    rf"""(?P<key>\b(?:{_KEYS})["']?\s*[=:]\s*){_VALUE}""", re.IGNORECASE
)
_BY_PARAMETER = re.compile(
    rf"""(?P<key>(?:^|[?&#"'])(?:{_PARAMETERS})=(?=\S)"""
    rf"""|(?P<quote>["'])(?:{_PARAMETERS})(?P=quote)\s*:\s*){_VALUE}""",
    re.IGNORECASE | re.MULTILINE,
)
_BY_SCHEME = re.compile(
    # In any letter case after its header; alone, "basic" is a plain word.
    r"\b(?P<key>(?:Basic|Bearer|(?i:authorization\W+(?:basic|bearer)))\s+)"
    r"[A-Za-z0-9+/=._~-]+"
)

_SECRET_NAME = re.compile(rf"{_KEYS}|{_PARAMETERS}|{_HEADERS}", re.IGNORECASE)


def is_secret_name(name: str) -> bool:
    """Return whether what goes by ``name`` is secret: a parameter, member or header."""
    return _SECRET_NAME.fullmatch(name) is not None


class Redaction:
    """Masks secrets by value and by key.

    A value is found by any twelve of its characters in a row, so that a cut or broken
    secret is masked too. A secret shorter than that is masked by its key only;
    otherwise a secret such as "test1" would make every log unreadable.

    Once the secrets have more than MOST characters in all, those that were not used for
    longest are forgotten: a window that refreshes for weeks must not grow.
    """

    def __init__(self) -> None:
        """Know no value yet."""
        self._secrets: dict[str, None] = {}  # in the order of their last use
        self._runs: set[int] = set()  # hashes, which are smaller than the texts
        self._lock = threading.Lock()

    def know(self, secret: str | None) -> None:
        """Mask ``secret`` from now on; call this before the secret is first used."""
        if secret is None or len(secret) < RUN:
            return
        with self._lock:
            is_new = secret not in self._secrets
            self._secrets.pop(secret, None)
            self._secrets[secret] = None
            if is_new:
                self._runs |= _runs(secret)
                self._forget_oldest()

    def _forget_oldest(self) -> None:
        """Keep the newest half once there are too many, so that this is seldom."""
        if sum(map(len, self._secrets)) <= MOST:
            return
        kept: list[str] = []
        room = MOST // 2
        for secret in reversed(self._secrets):
            room -= len(secret)
            if room < 0 and kept:
                break
            kept.append(secret)
        self._secrets = dict.fromkeys(reversed(kept))
        self._runs = set().union(*map(_runs, kept))

    def clean_values(self, text: str) -> str:
        """Return ``text`` without known secrets, for what people read; fails closed.

        Nothing is masked by its key: "error code=OAU-109" is what a person needs.
        """
        return _failing_closed(self._without_known, text)

    def clean(self, text: str) -> str:
        """Return ``text`` without secrets, for logs and copies; fails closed."""
        return _failing_closed(self._without_any, text)

    def _without_any(self, text: str) -> str:
        text = self._without_known(text)
        for pattern in (_BY_SCHEME, _BY_PARAMETER, _BY_KEY):
            text = pattern.sub(rf"\g<key>{MASK}", text)
        return text

    def _without_known(self, text: str) -> str:
        with self._lock:
            hits = [
                start
                for start in range(len(text) - RUN + 1)
                if hash(text[start : start + RUN]) in self._runs
            ]
        kept: list[str] = []
        end = 0
        for start in hits:
            if start >= end:
                kept += (text[end:start], MASK)
            end = max(end, start + RUN)
        return "".join((*kept, text[end:]))


def _runs(secret: str) -> set[int]:
    return {hash(secret[at : at + RUN]) for at in range(len(secret) - RUN + 1)}


def _failing_closed(clean: Callable[[Source], str], source: Source) -> str:
    try:
        return clean(source)
    except Exception:  # noqa: BLE001 - whatever goes wrong, the text must not leave
        return "[text withheld: it could not be cleaned]"


class RedactingFormatter(logging.Formatter):
    """Formats a log record, traceback included, on clean and single lines.

    The time is UTC: whoever reads a log may be elsewhere than whoever wrote it.
    """

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self, redaction: Redaction) -> None:
        """Clean with ``redaction``."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.converter = time.gmtime
        self._redaction = redaction

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the record's text without secrets; fails closed.

        A record that does not fit its own arguments must not raise: Python's logging
        would print them as they are.
        """
        text = _failing_closed(super().format, record)
        return "".join(map(_on_one_line, self._redaction.clean(text)))


def _on_one_line(character: str) -> str:
    """Return what cannot forge a line or turn the order of others (CB-10)."""
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")

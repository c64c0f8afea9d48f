"""Knows the secrets in play and cleans any text that leaves the app (R22)."""

import html
import json
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import quote, quote_plus

from typing_extensions import override

Source = TypeVar("Source")

RUN = 12  # this many characters of a secret in a row count as a leak
MASK = "••••"

MOST = 256 * 1024  # characters of secrets known at a time, about 16 MB of memory

_KEYS = (
    "token|client[_-]?secret|(?<!has_)secret|assertion|code_?verifier|passw(?:or)?d|jwt"
)
_HEADERS = "authorization|cookie"
# Plain words of any prose, such as "status code: 400": only where they are parameters.
_PARAMETERS = "code|state"
# Each also as it is written inside of JSON, of a page and of another address.
_QUOTE = r"""(?:\\{0,8}["']|&(?:quot|apos|\#3[49]|\#x2[27]);|%(?:25)*2[27])"""
_EQUALS = r"(?:[=:]|%(?:25)*3[AD])"
_BEFORE = r"""(?:^|[?&#"';]|\\u0026|%(?:25)*(?:3F|26|23))"""
# A quoted value ends at its own quote; what else it holds may be part of a secret.
_QUOTED = rf"(?P<open>{_QUOTE})(?>(?:(?!(?P=open))(?:\\[\s\S]|[^\\]))*)(?:(?P=open))?"
_VALUE = rf"""(?>{_QUOTED}|\[[^\]]*\]?|\{{[^}}]*\}}?|[^\s"'&,;}}]+)"""
_BY_KEY = re.compile(
    rf"(?P<key>(?:{_KEYS})(?:{_QUOTE})?\s*{_EQUALS}\s*){_VALUE}", re.IGNORECASE
)
_BY_PARAMETER = re.compile(
    rf"(?P<key>{_BEFORE}(?:{_PARAMETERS})(?:=|%(?:25)*3D)(?=\S)"
    rf"|(?P<quote>{_QUOTE})(?:{_PARAMETERS})(?P=quote)\s*:\s*){_VALUE}",
    re.IGNORECASE | re.MULTILINE,
)
_BY_SCHEME = re.compile(
    # In any letter case after its header; alone, "basic" is a plain word. What a server
    # demands ("Bearer realm=...") is no secret.
    r"\b(?P<key>(?:Basic|Bearer|(?i:authorization\W+(?:basic|bearer)))\s+)"
    r"""(?!\w+=")[A-Za-z0-9+/=._~-]+"""
)
_BY_HEADER = re.compile(
    # To the end of the line; what is left of a scheme may stay.
    rf"(?P<key>(?:{_HEADERS})(?:{_QUOTE})?\s*:\s*)(?!(?:{_QUOTE})?\w+\s+{MASK})"
    rf"(?:{_QUOTED}|[^\r\n]+)",
    re.IGNORECASE,
)
_FIELD_NAME = rf"""\bname\s*=\s*["']?[\w-]*(?:{_KEYS}|\b(?:{_PARAMETERS}))(?![\w-])"""
_BY_FIELD = re.compile(
    # Of a form in a page, in either order.
    rf"(?P<key>{_FIELD_NAME}[^<>]{{0,200}}?\bvalue\s*=\s*){_VALUE}",
    re.IGNORECASE,
)
# Within its tag and no longer than a form has it: what turns out to be no secret was
# looked at in vain, and a hostile page begins another one within it.
_FIELD_VALUE = (
    rf"(?>(?P<open>{_QUOTE})(?:(?!(?P=open))[^<>]){{0,1000}}"
    r"""|[^\s"'&,;}<>]{1,1000})"""
)
_BY_FIELD_AFTER = re.compile(
    rf"(?P<key>\bvalue\s*=\s*){_FIELD_VALUE}(?=[^<>]{{0,200}}{_FIELD_NAME})",
    re.IGNORECASE,
)
_BY_USER = re.compile(r"""(?P<key>//[^\s/?#@:"']*:)[^\s/?#"']+(?=@)""")
_RULES = (
    _BY_SCHEME,
    _BY_HEADER,
    _BY_PARAMETER,
    _BY_KEY,
    _BY_FIELD,
    _BY_FIELD_AFTER,
    _BY_USER,
)

_SECRET_NAME = re.compile(
    rf"\s*(?:[\w-]*(?:{_KEYS}|(?<!\w)(?:{_HEADERS}))|{_PARAMETERS})\s*(?:\[\w*\])?\s*",
    re.IGNORECASE,
)


_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")
_ESCAPE = re.compile(r"%[0-9A-F]{2}")


def is_secret_name(name: str) -> bool:
    """Return whether what goes by ``name`` is secret: a parameter, member or header."""
    return _SECRET_NAME.fullmatch(name) is not None


class Redaction:
    """Masks secrets by value and by key.

    A value is found by any twelve of its characters in a row, so that a cut or broken
    secret is masked too, also as addresses, JSON, code and pages write it. A secret
    shorter than that is masked by its key only; otherwise a secret such as "test1"
    would make every log unreadable.

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
            for written in _written(secret):
                self._know(written)

    def _know(self, written: str) -> None:
        is_new = written not in self._secrets
        self._secrets.pop(written, None)
        self._secrets[written] = None
        if is_new:
            self._runs |= _runs(written)
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
        for rule in _RULES:
            text = rule.sub(rf"\g<key>{MASK}", text)
        return text

    def _without_known(self, text: str) -> str:
        # Without the lock: whoever learns a secret meanwhile must not wait for a long
        # text, and a set that grows may be looked into.
        runs = self._runs
        hits = [
            start
            for start in range(len(text) - RUN + 1)
            if hash(text[start : start + RUN]) in runs
        ]
        kept: list[str] = []
        end = 0
        for start in hits:
            if start >= end:
                kept += (text[end:start], MASK)
            end = max(end, start + RUN)
        return "".join((*kept, text[end:]))


def _written(secret: str) -> Iterator[str]:
    """Yield ``secret`` as it is, and as addresses, JSON, code and pages write it."""
    yield secret
    if _UNRESERVED.fullmatch(secret):
        return  # nothing writes it in another way
    encoded = [
        *(quote(secret, safe, errors="replace") for safe in ("", "/", "!'()*")),
        quote_plus(secret, errors="replace"),
    ]
    yield from encoded
    yield from (_ESCAPE.sub(lambda each: each[0].lower(), one) for one in encoded)
    for is_ascii in (True, False):
        yield json.dumps(secret, ensure_ascii=is_ascii)[1:-1]
    yield repr(secret)[1:-1]
    yield html.escape(secret)


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

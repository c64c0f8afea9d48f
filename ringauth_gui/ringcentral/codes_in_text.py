"""Finds error codes in what a person saw somewhere: a page, a log, an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ringauth_gui.oauth.error_members import ErrorMembers, members_of
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.redaction import MASK, RUN, Redaction
from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes import EVERY_ENTRY, explanations

LONGEST_TEXT = 20_000  # characters; what comes after them is not looked at
MOST_CODES = 12  # explained at a time

# OAU-109, oau 109, OAU109; the families of RingCentral's guide, known or not
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9])(OAU|CMN|AGW|SUB|MSG|CLG)[\s_\u2010-\u2015-]{0,3}([0-9]{2,4})"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_API_ERROR = re.compile(r"API[\s_-]?ERROR[\s_-]?([0-9]{3})(?![0-9])", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z_]{5,39}")
_STATUS = re.compile(
    r"\A\s*([1-5][0-9]{2})\s*\Z|\b(?:HTTP(?:/[0-9.]{1,3})?|status(?:\s?code)?)"
    r"[\s\"':=]{1,4}([1-5][0-9]{2})\b",
    re.IGNORECASE,
)
_NAMED = {
    entry.code.lower(): entry.code
    for entry in EVERY_ENTRY
    if not entry.code[-1].isdigit()
}
_IN_ADDRESS = re.compile(r"(?:^|[?&#\s])error=")
_OPAQUE = re.compile(r"[A-Za-z0-9_-]{40,}")
_AUTHORIZATION = "authorization endpoint"


@dataclass(frozen=True)
class CodesInText:
    """What was found in a text, and nothing else of it.

    Attributes:
        entries: What is known of the codes, the most telling first.
        unknown: Codes of RingCentral's form that no list names.
        statuses: The HTTP statuses that the text names.
        permission: The permission that is missing, where the text is an answer.
        parameter: The parameter that is wrong, where the text is an answer.
        holds_secret: Whether a token, code or secret seems to be in it.
    """

    entries: tuple[ErrorCode, ...] = ()
    unknown: tuple[str, ...] = ()
    statuses: tuple[int, ...] = ()
    permission: str | None = None
    parameter: str | None = None
    holds_secret: bool = False


def codes_in(untrusted_text: str) -> CodesInText:
    """Return every code in ``untrusted_text``, however it is written there."""
    raw = untrusted_text[:LONGEST_TEXT]
    text = unquote(unquote(raw))  # addresses are seen encoded twice
    codes = tuple(dict.fromkeys((*_numbered(text), *_named(text))))[:MOST_CODES]
    said = _answer(text)
    return CodesInText(
        entries=tuple(entry for code in codes for entry in _fitting(code, text, said)),
        unknown=tuple(code for code in codes if not explanations(code)),
        statuses=tuple(
            dict.fromkeys(int(alone or named) for alone, named in _STATUS.findall(text))
        ),
        permission=_name(said.permission),
        parameter=_name(said.parameter),
        holds_secret=_holds_secret(raw) or _holds_secret(text),
    )


def _numbered(text: str) -> Iterator[str]:
    for family, number in _NUMBERED.findall(text):
        yield f"{family.upper()}-{number}"
    for number in _API_ERROR.findall(text):
        yield f"API_ERROR_{number}"


def _named(text: str) -> Iterator[str]:
    """Yield the codes that are words; those of RingCentral say more than OAuth's."""
    words = [*_WORD.findall(text), re.sub(r"[\s-]+", "_", text.strip())]
    found = (_NAMED[word.lower()] for word in words if word.lower() in _NAMED)
    yield from sorted(found, key=str.islower)


def _answer(text: str) -> ErrorMembers:
    """Return the members of an answer that is the text, or a part of a log line."""
    start, end = text.find("{"), text.rfind("}") + 1
    try:
        return members_of(json_object(text[start:end].encode()))
    except (UnusableJson, UnicodeEncodeError):
        return ErrorMembers()


def _name(untrusted: str | None) -> str | None:
    """Return the name, unless somebody put a secret in its place."""
    return None if untrusted is None or _OPAQUE.search(untrusted) else untrusted


def _fitting(code: str, text: str, said: ErrorMembers) -> tuple[ErrorCode, ...]:
    """Return what the code means at the endpoint that the text comes from."""
    entries = explanations(code)
    if _IN_ADDRESS.search(text):
        fitting = [entry for entry in entries if entry.endpoint == _AUTHORIZATION]
    elif said.error is not None:
        fitting = [entry for entry in entries if entry.endpoint != _AUTHORIZATION]
    else:
        fitting = []
    return tuple(fitting) or entries


def _holds_secret(text: str) -> bool:
    cleaned = Redaction().clean(text)
    masked = len(text) - len(cleaned.replace(MASK, ""))
    return masked >= RUN or _OPAQUE.search(text) is not None

"""The members of an error answer, whichever shape it has (RingCentral 7.1, RFC 6750).

Known are OAuth's shape (RFC 6749 section 5.2), the shapes of RingCentral's API and of
the gateway in front of it, and the challenge in a ``WWW-Authenticate`` header.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ringauth_gui.oauth.plain_text import plain, readable

MOST_ENTRIES = 20  # of a list in an answer; what comes after them is not looked at

# OAU-146; API_ERROR_208; TokenInvalid
_CODE = re.compile(
    r"(?:[A-Z]{3,5}-[0-9]{2,4}|[A-Z]{2,10}(?:_[A-Z]{2,10}){0,3}_[0-9]{1,4}"
    r"|(?:[A-Z][a-z]{1,20}){2,4})\Z"
)
# What a permission or a parameter can be called.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.:-]{0,63}\Z")
# One auth-param of RFC 9110 section 11.2
_AUTH_PARAM = re.compile(
    r"(?<![A-Za-z_-])([A-Za-z_-]{1,32})\s*=\s*"
    r"(?:\"((?:[^\"\\]|\\.)*)\"|([!#$%&'*+.^_`|~0-9A-Za-z-]+))"
)
_LONGEST_CHALLENGE = 4096
_PERMISSION, _PARAMETER = "permissionName", "parameterName"


@dataclass(frozen=True)
class ErrorMembers:
    """What an answer said of an error, fit to be shown; attributes as in Refusal."""

    error: str | None = None
    description: str | None = None
    codes: tuple[str, ...] = ()
    permission: str | None = None
    parameter: str | None = None


def members_of(untrusted: Mapping[str, object]) -> ErrorMembers:
    """Return what the JSON object of an error answer says."""
    entries = list(_entries(untrusted))
    return ErrorMembers(
        error=_error(untrusted.get("error")),
        description=_description(
            untrusted.get("error_description", _first(entries, "message"))
        ),
        codes=_codes(entries),
        permission=_name(entries, _PERMISSION),
        parameter=_name(entries, _PARAMETER),
    )


def challenge_members(untrusted_header: str) -> ErrorMembers:
    """Return what a ``WWW-Authenticate`` header says (RFC 6750 section 3)."""
    said: dict[str, str] = {}
    for name, quoted, token in _AUTH_PARAM.findall(
        untrusted_header[:_LONGEST_CHALLENGE]
    ):
        said.setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or token)
    return ErrorMembers(
        error=text_or_none(said.get("error")),
        description=_description(said.get("error_description")),
        permission=_name([said], "scope"),
    )


def text_or_none(untrusted: object) -> str | None:
    """Return a text as it may be shown; None for anything else and for no text."""
    return plain(untrusted) if isinstance(untrusted, str) and untrusted else None


def _error(untrusted: object) -> str | None:
    """Return the ``error``; one that is no text is an error all the same (R10)."""
    return None if untrusted is None else text_or_none(untrusted) or "unreadable"


def _description(untrusted: object) -> str | None:
    text = text_or_none(untrusted)
    return None if text is None else readable(text)


def _entries(untrusted: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield the answer, the entries of its ``errors`` and of their ``parameters``."""
    yield untrusted
    for entry in _objects(untrusted.get("errors")):
        yield entry
        for parameter in _objects(entry.get("parameters")):
            name, value = parameter.get(_PARAMETER), parameter.get("parameterValue")
            # The name of the missing permission comes as a parameter's value, too.
            yield {_PERMISSION: value} if name == _PERMISSION else {_PARAMETER: name}


def _objects(untrusted: object) -> Iterator[Mapping[str, object]]:
    entries = untrusted if isinstance(untrusted, list) else []
    return (each for each in islice(entries, MOST_ENTRIES) if isinstance(each, dict))


def _codes(entries: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """Return each code once, the numbered ones first: they say more."""
    found = (entry.get("errorCode") for entry in entries)
    codes = dict.fromkeys(
        code for code in found if isinstance(code, str) and _CODE.match(code)
    )
    return tuple(sorted(codes, key=lambda code: not code[-1].isdigit()))


def _first(entries: Sequence[Mapping[str, object]], member: str) -> object:
    return next((entry[member] for entry in entries if member in entry), None)


def _name(entries: Sequence[Mapping[str, object]], member: str) -> str | None:
    for entry in entries:
        name = entry.get(member)
        if isinstance(name, str) and _NAME.match(name):
            return name
    return None

"""Reads settings and faults out of what programs and pages send."""

import enum
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_type_hints

from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FaultKind
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.settings import Settings

MOST = 315_360_000  # ten years of seconds
_MOST_TIMES = 1_000_000
_LONGEST_TEXT = 200
_TYPES: Mapping[str, type] = get_type_hints(Settings)
FAULT_MEMBERS = ("endpoints", "times", "amount", "code")


class WrongValue(Exception):
    """A member of a request cannot be used, for the reason given."""

    def __init__(self, member: str, reason: str) -> None:
        """Name the member as the request does."""
        super().__init__(f"{member}: {reason}")
        self.member = member
        self.reason = reason


def setting_type(name: str) -> type:
    """Return the type of a setting: int, bool, str or an Enum."""
    return _TYPES[name]


def changed_labels(now: Settings, initial: Settings) -> list[str]:
    """Return the settings that differ from those of the start."""
    return [
        each.metadata["label"]
        for each in fields(Settings)
        if getattr(now, each.name) != getattr(initial, each.name)
    ]


def changed_settings(settings: Settings, untrusted: Mapping[str, object]) -> Settings:
    """Return ``settings`` with the members of ``untrusted`` in place.

    Raises:
        WrongValue: There is no such setting, or it cannot be that.
    """
    changes: dict[str, Any] = {}
    for name, untrusted_value in untrusted.items():
        if name not in _TYPES:
            raise WrongValue(name, "There is no such setting.")
        changes[name] = _setting(name, untrusted_value)
    return replace(settings, **changes)


def _setting(name: str, untrusted: object) -> object:
    kind = _TYPES[name]
    if issubclass(kind, enum.Enum):
        for each in kind:
            if each.value == untrusted:
                return each
        known = ", ".join(str(each.value) for each in kind)
        raise WrongValue(name, f"It is one of: {known}.")
    if kind is int:
        return whole_number(name, untrusted, 0, MOST)
    if kind is str:
        return _text(name, untrusted)
    if type(untrusted) is not kind:
        raise WrongValue(name, "It is true or false.")
    return untrusted


def _text(name: str, untrusted: object) -> str:
    # What cannot be printed may be half a character, which no page can show.
    if (
        not isinstance(untrusted, str)
        or not untrusted.isprintable()
        or len(untrusted) > _LONGEST_TEXT
    ):
        reason = f"It is a text of at most {_LONGEST_TEXT} printable characters."
        raise WrongValue(name, reason)
    return untrusted


def whole_number(name: str, untrusted: object, least: int, most: int) -> int:
    """Return a number within its bounds.

    Raises:
        WrongValue: It is none, or out of bounds.
    """
    if isinstance(untrusted, bool) or not isinstance(untrusted, int):
        untrusted = most + 1  # true is an int in Python and no number in JSON
    if not least <= untrusted <= most:
        raise WrongValue(name, f"It is a whole number from {least} to {most}.")
    return untrusted


def read_fault(kind: FaultKind, untrusted: Mapping[str, object]) -> Fault:
    """Return the fault of this kind that ``untrusted`` describes.

    Raises:
        WrongValue: A member is unknown or cannot be that.
    """
    for name in untrusted:
        if name not in FAULT_MEMBERS:
            raise WrongValue(name, f"It is one of: {', '.join(FAULT_MEMBERS)}.")
    return Fault(
        kind,
        _endpoints(kind, untrusted.get("endpoints", [one.value for one in kind.usual])),
        whole_number("times", untrusted.get("times", 0), 0, _MOST_TIMES),
        _amount(kind, untrusted.get("amount", kind.amount)),
        _code(kind, untrusted.get("code", kind.code)),
    )


def _amount(kind: FaultKind, untrusted: object) -> int | None:
    if kind.amount is not None:
        return whole_number("amount", untrusted, kind.least, kind.most)
    if untrusted is not None:
        raise WrongValue("amount", "This fault has none.")
    return None


def _code(kind: FaultKind, untrusted: object) -> str | None:
    if kind.code is None and untrusted is not None:
        raise WrongValue("code", "This fault has none.")
    if kind.code is None:
        return None
    if not isinstance(untrusted, str) or untrusted not in CODED_ERRORS:
        raise WrongValue("code", "It is one of those that GET /practice/codes lists.")
    return untrusted


def _endpoints(kind: FaultKind, untrusted: object) -> tuple[Endpoint, ...]:
    known = {each.value: each for each in kind.endpoints}
    if not isinstance(untrusted, list) or not untrusted:
        raise WrongValue("endpoints", "It is a list with at least one endpoint.")
    for name in untrusted:
        if not isinstance(name, str) or name not in known:
            raise WrongValue("endpoints", f"Each is one of: {', '.join(known)}.")
    return tuple(known[name] for name in dict.fromkeys(untrusted))

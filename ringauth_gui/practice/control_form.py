"""The settings and faults as fields of a form, and back."""

import enum
import re
from dataclasses import Field, dataclass, fields
from typing import Any

from werkzeug.datastructures import MultiDict

from ringauth_gui.practice.control_json import plain
from ringauth_gui.practice.control_values import setting_type
from ringauth_gui.practice.fault_kinds import FaultKind
from ringauth_gui.practice.setting import CHOICES, NUMBERS, group_of
from ringauth_gui.practice.settings import Settings

_YES, _NO = "yes", "no"
_NUMBER = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True)
class FormField:
    """One setting on the page.

    Attributes:
        name: The setting's.
        label: What a person calls it.
        about: What it is for.
        value: As it stands in the field.
        choices: What it can be; empty for a number or a text.
        is_number: Whether it is a number.
        is_changed: Whether it is other than at the start.
    """

    name: str
    label: str
    about: str
    value: str
    choices: tuple[str, ...]
    is_number: bool
    is_changed: bool


def form_fields(now: Settings, initial: Settings) -> dict[str, list[FormField]]:
    """Return the fields of all settings, by group: numbers, then choices."""
    made = [_field(each, now, initial) for each in fields(Settings)]
    return {
        group: [each for each in made if group_of(setting_type(each.name)) == group]
        for group in (NUMBERS, CHOICES)
    }


def _field(setting: Field[Any], now: Settings, initial: Settings) -> FormField:
    value = getattr(now, setting.name)
    kind = setting_type(setting.name)
    return FormField(
        name=setting.name,
        label=setting.metadata["label"],
        about=setting.metadata["about"],
        value=_text(value),
        choices=choices(kind),
        is_number=kind is int,
        is_changed=value != getattr(initial, setting.name),
    )


def choices(kind: type) -> tuple[str, ...]:
    """Return what a setting of that type can be; empty for a number or a text."""
    if kind is bool:
        return (_YES, _NO)
    if issubclass(kind, enum.Enum):
        return tuple(str(each.value) for each in kind)
    return ()


def _text(value: object) -> str:
    if isinstance(value, bool):
        return _YES if value else _NO
    return str(plain(value))


def read_settings(untrusted: MultiDict[str, str]) -> dict[str, object]:
    """Return the settings of a form as the control interface would get them."""
    return {
        each.name: value_of(setting_type(each.name), untrusted[each.name])
        for each in fields(Settings)
        if each.name in untrusted
    }


def value_of(kind: type, untrusted: str) -> object:
    """Return what the interface would get for it; None for no value at all."""
    if kind is bool:
        return {_YES: True, _NO: False}.get(untrusted)
    if issubclass(kind, enum.Enum):
        return next((each.value for each in kind if str(each.value) == untrusted), None)
    return _number(untrusted) if kind is int else untrusted


def read_fault_form(
    kind: FaultKind, untrusted: MultiDict[str, str]
) -> dict[str, object]:
    """Return the fault of a form as the control interface would get it."""
    fault: dict[str, object] = {
        "endpoints": untrusted.getlist("endpoints"),
        "times": _number(untrusted.get("times", "")),
    }
    if kind.amount is not None:
        fault["amount"] = _number(untrusted.get("amount", ""))
    if kind.code is not None:
        fault["code"] = untrusted.get("code", "")
    return fault


def _number(untrusted: str) -> object:
    return int(untrusted) if _NUMBER.fullmatch(untrusted) else untrusted

"""A setting of the practice server, as its control interface tells of it."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SettingValue = bool | int | str


class SettingType(enum.Enum):
    """What a setting can be."""

    NUMBER = "number"
    TEXT = "text"
    YES_NO = "yes-no"
    CHOICE = "choice"


@dataclass(frozen=True)
class PracticeSetting:
    """One setting.

    Attributes:
        name: The interface's.
        label: What a person calls it.
        about: What it changes, in a sentence.
        group: Of which settings it is one, for a heading.
        type: What it can be.
        choices: Which ones there are, where it is a choice.
        most: The largest number, where it is a number.
    """

    name: str
    label: str
    about: str
    group: str
    type: SettingType
    choices: tuple[SettingValue, ...] = ()
    most: int = 0


def read_settings(untrusted: Mapping[str, Any]) -> tuple[PracticeSetting, ...]:
    """Read the list of settings.

    Raises:
        KeyError, TypeError, ValueError: It is not what it should be.
    """
    return tuple(
        PracticeSetting(
            name=str(each["name"]),
            label=str(each["label"]),
            about=str(each["about"]),
            group=str(each["group"]),
            type=SettingType(each["type"]),
            choices=tuple(read_value(choice) for choice in each["choices"]),
            most=int(each["most"] or 0),
        )
        for each in untrusted["settings"]
    )


def read_values(
    untrusted: Mapping[str, object],
) -> tuple[tuple[str, SettingValue], ...]:
    """Read what the settings are now; raises TypeError."""
    return tuple((str(name), read_value(each)) for name, each in untrusted.items())


def read_value(untrusted: object) -> SettingValue:
    """Read what a setting is; raises TypeError."""
    if not isinstance(untrusted, bool | int | str):
        raise TypeError("no value of a setting")
    return untrusted


def grouped(
    settings: Sequence[PracticeSetting],
) -> dict[str, list[PracticeSetting]]:
    """Return the settings by their groups, both in their order."""
    groups: dict[str, list[PracticeSetting]] = {}
    for each in settings:
        groups.setdefault(each.group, []).append(each)
    return groups

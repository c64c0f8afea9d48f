"""What the practice server tells of its scenes and faults, and how it is switched."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ringauth_gui.practice_setting import (
    PracticeSetting,
    SettingValue,
    read_settings,
    read_values,
)


@dataclass(frozen=True)
class PracticePromise:
    """What the window should say, such as ``Message`` and its title."""

    place: str
    text: str


@dataclass(frozen=True)
class PracticeScene:
    """A ready scene: what happened, what to try, what the window should then say."""

    key: str
    name: str
    about: str
    steps: tuple[str, ...]
    promises: tuple[PracticePromise, ...]


@dataclass(frozen=True)
class PracticeFault:
    """One way in which the server can be told to misbehave.

    Attributes:
        key: The interface's.
        label: What a person calls it.
        about: What happens, in a sentence.
        is_common: Whether it is one that is provoked most often.
        amount: The number that it usually comes with; None where it has none.
        amount_label: What that number counts.
        least: The smallest such number.
        most: The largest.
    """

    key: str
    label: str
    about: str
    is_common: bool = False
    amount: int | None = None
    amount_label: str = ""
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class PracticeCode:
    """One error code with which requests can be refused, and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True)
class PracticeProgramme:
    """What the window offers: all that can be switched.

    Attributes:
        scenes: Every scene.
        faults: Every fault but the one that comes with a code.
        codes: Every code with which requests can be refused.
        settings: Every setting.
    """

    scenes: tuple[PracticeScene, ...]
    faults: tuple[PracticeFault, ...]
    codes: tuple[PracticeCode, ...]
    settings: tuple[PracticeSetting, ...] = ()


@dataclass(frozen=True)
class PracticeState:
    """What is switched on at one moment.

    Attributes:
        scene_key: The scene's; empty when none is on.
        scene_name: The same, as it is shown.
        faults: The labels of the faults that are on, by their keys.
        amounts: The numbers that faults came with, by their keys.
        values: What each setting is, by its name.
        changed: The labels of the settings that differ from the start.
        code: The error code that requests are refused with; empty when none is.
    """

    scene_key: str = ""
    scene_name: str = ""
    faults: tuple[tuple[str, str], ...] = ()
    amounts: tuple[tuple[str, int], ...] = ()
    values: tuple[tuple[str, SettingValue], ...] = ()
    changed: tuple[str, ...] = ()
    code: str = ""

    @property
    def fault_keys(self) -> frozenset[str]:
        """The keys of the faults that are on."""
        return frozenset(key for key, _label in self.faults)

    @property
    def is_normal(self) -> bool:
        """Whether the server behaves as RingCentral."""
        return not (self.scene_key or self.faults or self.changed)


class PracticeControls(Protocol):
    """Switches the practice server; every call may block for a while.

    Each starts a practice server where none runs, but ``look``, and raises
    ``NetworkError`` or ``InvalidServerResponse``.
    """

    def look(self) -> PracticeState | None:
        """Return what is on; None when no practice server runs."""
        ...

    def programme(self) -> PracticeProgramme:
        """Return all that can be switched."""
        ...

    def state(self) -> PracticeState:
        """Return what is on."""
        ...

    def start_scene(self, key: str) -> PracticeState:
        """Start a scene in place of all that is on."""
        ...

    def switch_fault(
        self, key: str, *, on: bool, amount: int | None = None
    ) -> PracticeState:
        """Switch a fault on where it usually is, or off.

        Args:
            key: The fault's.
            on: Whether it is to be on.
            amount: The number that it comes with; the usual one if None.
        """
        ...

    def change_setting(self, name: str, value: SettingValue) -> PracticeState:
        """Let a setting be ``value``."""
        ...

    def refuse_with(self, code: str) -> PracticeState:
        """Refuse requests with this error code; with none, refuse them no longer."""
        ...

    def reset(self) -> PracticeState:
        """Let the server behave as RingCentral again."""
        ...

    def page_address(self) -> str:
        """Return the address of the server's own page."""
        ...


def read_programme(untrusted: Mapping[str, Mapping[str, Any]]) -> PracticeProgramme:
    """Read the lists of scenes, faults, codes and settings, by those names.

    Raises:
        KeyError, TypeError, ValueError: They are not what they should be.
    """
    return PracticeProgramme(
        scenes=tuple(_scene(each) for each in untrusted["scenes"]["scenes"]),
        faults=tuple(
            _fault(each)
            for each in untrusted["faults"]["faults"]
            if each["code"] is None
        ),
        codes=tuple(
            PracticeCode(str(each["code"]), str(each["message"]))
            for each in untrusted["codes"]["codes"]
        ),
        settings=read_settings(untrusted["settings"]),
    )


def read_state(untrusted: Mapping[str, Any]) -> PracticeState:
    """Read what is on.

    Raises:
        KeyError, TypeError, ValueError: It is not what it should be.
    """
    scene = untrusted["scene"] or {"key": "", "name": ""}
    return PracticeState(
        scene_key=str(scene["key"]),
        scene_name=str(scene["name"]),
        faults=tuple(
            (str(each["kind"]), str(each["label"])) for each in untrusted["faults"]
        ),
        amounts=tuple(
            (str(each["kind"]), int(each["amount"]))
            for each in untrusted["faults"]
            if each["amount"] is not None
        ),
        values=read_values(untrusted["settings"]),
        changed=tuple(str(each) for each in untrusted["changed"]),
        code=next(
            (str(each["code"]) for each in untrusted["faults"] if each["code"]), ""
        ),
    )


def _fault(untrusted: Mapping[str, Any]) -> PracticeFault:
    amount = untrusted["amount"]
    return PracticeFault(
        key=str(untrusted["kind"]),
        label=str(untrusted["label"]),
        about=str(untrusted["about"]),
        is_common=bool(untrusted["common"]),
        amount=None if amount is None else int(amount),
        amount_label=str(untrusted["amount_label"]),
        least=int(untrusted["least"]),
        most=int(untrusted["most"]),
    )


def _scene(untrusted: Mapping[str, Any]) -> PracticeScene:
    return PracticeScene(
        key=str(untrusted["key"]),
        name=str(untrusted["name"]),
        about=str(untrusted["about"]),
        steps=tuple(str(each) for each in untrusted["steps"]),
        promises=tuple(
            PracticePromise(str(each["place"]), str(each["text"]))
            for each in untrusted["promises"]
        ),
    )

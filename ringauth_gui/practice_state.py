"""What the practice server tells of its scenes and faults, and how it is switched."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


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
    """One way in which the server can be told to misbehave."""

    key: str
    label: str
    about: str


@dataclass(frozen=True)
class PracticeCode:
    """One error code with which requests can be refused, and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True)
class PracticeProgramme:
    """What the window offers: all scenes and codes, and the faults that are common."""

    scenes: tuple[PracticeScene, ...]
    faults: tuple[PracticeFault, ...]
    codes: tuple[PracticeCode, ...]


@dataclass(frozen=True)
class PracticeState:
    """What is switched on at one moment.

    Attributes:
        scene_key: The scene's; empty when none is on.
        scene_name: The same, as it is shown.
        faults: The labels of the faults that are on, by their keys.
        changed: The labels of the settings that differ from the start.
        code: The error code that requests are refused with; empty when none is.
    """

    scene_key: str = ""
    scene_name: str = ""
    faults: tuple[tuple[str, str], ...] = ()
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

    def switch_fault(self, key: str, *, on: bool) -> PracticeState:
        """Switch a fault on as it usually is, or off."""
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


def read_programme(
    untrusted_scenes: Mapping[str, Any],
    untrusted_faults: Mapping[str, Any],
    untrusted_codes: Mapping[str, Any],
) -> PracticeProgramme:
    """Read the lists of scenes, faults and codes.

    Raises:
        KeyError, TypeError: They are not what they should be.
    """
    return PracticeProgramme(
        tuple(_scene(each) for each in untrusted_scenes["scenes"]),
        tuple(
            PracticeFault(str(each["kind"]), str(each["label"]), str(each["about"]))
            for each in untrusted_faults["faults"]
            if each["common"]
        ),
        tuple(
            PracticeCode(str(each["code"]), str(each["message"]))
            for each in untrusted_codes["codes"]
        ),
    )


def read_state(untrusted: Mapping[str, Any]) -> PracticeState:
    """Read what is on.

    Raises:
        KeyError, TypeError: It is not what it should be.
    """
    scene = untrusted["scene"] or {"key": "", "name": ""}
    return PracticeState(
        scene_key=str(scene["key"]),
        scene_name=str(scene["name"]),
        faults=tuple(
            (str(each["kind"]), str(each["label"])) for each in untrusted["faults"]
        ),
        changed=tuple(str(each) for each in untrusted["changed"]),
        code=next(
            (str(each["code"]) for each in untrusted["faults"] if each["code"]), ""
        ),
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

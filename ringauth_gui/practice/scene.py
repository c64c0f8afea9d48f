"""A scene: something that goes wrong, ready to be played."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.world import World


class Place(enum.Enum):
    """Where in RingAuth's window a promise is kept; the value is the control's name."""

    TITLE = "messageTitle"
    ADVICE = "messageText"
    DETAILS = "messageDetails"
    REFRESH_EXPIRY = "refreshExpiryValue"
    REFRESH_TIP = "refreshButton"
    SESSION_LEFT = "sessionLeft"
    ANSWER_CHECKS = "answerChecks"

    @property
    def label(self) -> str:
        """What a person calls the place."""
        return _LABELS[self]


_LABELS = {
    Place.TITLE: "Message",
    Place.ADVICE: "Advice",
    Place.DETAILS: "Details",
    Place.REFRESH_EXPIRY: "Sign in again by",
    Place.REFRESH_TIP: "Tip of the Refresh button",
    Place.SESSION_LEFT: "Below the rings",
    Place.ANSWER_CHECKS: "Account, how the answer was checked",
}


@dataclass(frozen=True)
class Promise:
    """What RingAuth should then say, and where; ``text`` may be a part of it."""

    place: Place
    text: str


def says(title: str, *advice: str) -> tuple[Promise, ...]:
    """Return the promise of a message with this title and these words of advice."""
    words = (Promise(Place.ADVICE, text) for text in advice)
    return (Promise(Place.TITLE, title), *words)


def _change_nothing(_world: World) -> None:
    """Leave apps, people, sessions and limits as they are."""


@dataclass(frozen=True)
class Scene:
    """What is changed, what to try, and what RingAuth should then say.

    Attributes:
        key: Its name in the HTTP interface.
        name: Its name on the screen.
        about: What happened, in one sentence.
        steps: What to try, in order.
        promises: What RingAuth should say after the last step.
        settings: Settings that differ from the usual ones.
        faults: Faults that are switched on.
        act: What else is done to the server when the scene starts.
    """

    key: str
    name: str
    about: str
    steps: tuple[str, ...]
    promises: tuple[Promise, ...]
    settings: Mapping[str, object] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    act: Callable[[World], None] = _change_nothing

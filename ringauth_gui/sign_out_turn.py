"""One profile's turn in a sign-out of all: where it stands, and what it works on."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ringauth_gui.errors import RingAuthError
from ringauth_gui.outcomes import Revoked
from ringauth_gui.ringcentral.rate_budget import Span
from ringauth_gui.storage.profile import Profile


class Held(enum.Enum):
    """What a profile's session holds, as far as its window knows."""

    NO_TOKEN = enum.auto()  # perhaps one is kept that was not read
    TOKEN = enum.auto()
    BUSY = enum.auto()
    QUESTION = enum.auto()  # another person's sign-in is to be confirmed first (R27)
    DELETED = enum.auto()


class Stage(enum.Enum):
    """Where a turn stands."""

    QUEUED = enum.auto()
    BUSY = enum.auto()
    TO_READ = enum.auto()
    READING = enum.auto()
    WAITING = enum.auto()
    ASKING = enum.auto()
    SIGNED_OUT = enum.auto()
    NOTHING_KEPT = enum.auto()
    DELETED = enum.auto()
    LEFT_BEHIND = enum.auto()  # signed out at the server, not out of the keyring
    UNREADABLE = enum.auto()
    ELSEWHERE = enum.auto()  # kept in a keyring that is not in use
    QUESTION = enum.auto()
    NOT_TRIED = enum.auto()
    NOT_KNOWN = enum.auto()


RUNNING = frozenset((Stage.READING, Stage.ASKING))
DONE = frozenset((Stage.SIGNED_OUT, Stage.NOTHING_KEPT, Stage.DELETED))
FAILED = frozenset(
    (
        Stage.LEFT_BEHIND,
        Stage.UNREADABLE,
        Stage.ELSEWHERE,
        Stage.QUESTION,
        Stage.NOT_TRIED,
        Stage.NOT_KNOWN,
    )
)
OVER = DONE | FAILED


@dataclass(frozen=True)
class Reading:
    """How the reading of what is kept has ended.

    Attributes:
        error: Why it could not be read; None where it could.
        elsewhere: The name of another keyring that holds it; empty for none.
    """

    error: RingAuthError | None = None
    elsewhere: str = ""


@dataclass(frozen=True)
class Turn:
    """Where one profile's sign-out stands.

    Attributes:
        profile: Whose it is.
        stage: Where it stands.
        wait: How many seconds its call has to wait, where it waits.
        revoked: How the session ended, once it has.
        error: Why it was not tried, or is not known.
        pause: How long a call that was held back or limited has to wait.
        was_limited: Whether the server has asked once already for a pause.
        reading: What was read for this turn; None before that.
    """

    profile: Profile
    stage: Stage = Stage.QUEUED
    wait: float = 0.0
    revoked: Revoked | None = None
    error: RingAuthError | None = None
    pause: Span | None = None
    was_limited: bool = False
    reading: Reading | None = None


TurnEnd = Revoked | RingAuthError


class Door(Protocol):
    """A profile's session, as a sign-out of all works on it; nothing here blocks."""

    @property
    def profile(self) -> Profile:
        """Whose session it is."""

    def held(self) -> Held:
        """Return what the session holds now."""

    def read(self, end: Callable[[Reading], None]) -> None:
        """Start to read what is kept; ``held`` is BUSY until that ends.

        Just before, ``end`` is told how, unless nobody waits for it any longer. A
        keyring that stayed locked may ask for its password again.
        """

    def sign_out(self, *, is_last_try: bool, end: Callable[[TurnEnd], None]) -> None:
        """Start the sign-out; ``held`` is BUSY until that ends.

        Just before, ``end`` is told how, unless nobody waits for it any longer.

        Args:
            is_last_try: Whether the token goes even where the server asks for a pause.
            end: Takes how it ended.
        """

    def cancel(self) -> None:
        """Ask what was started to end."""

"""What the sign-out of all shows of a profile; no Qt."""

import enum
from dataclasses import dataclass


class Tone(enum.Enum):
    """How a row is coloured; its text says the same."""

    QUIET = enum.auto()
    PLAIN = enum.auto()
    GOOD = enum.auto()
    WARNING = enum.auto()
    BAD = enum.auto()


@dataclass(frozen=True)
class SignOutRow:
    """One profile of the list.

    Attributes:
        name: The profile's; shown as plain text.
        server: What a person calls its server.
        text: Where it stands.
        tone: How that is coloured.
    """

    name: str
    server: str
    text: str
    tone: Tone = Tone.PLAIN

"""What the message bar says; no Qt."""

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace


class MessageKind(enum.Enum):
    """How the bar is coloured; the title says the same in words."""

    BAD = "bad"
    WARNING = "warning"
    GOOD = "good"
    NOTE = "note"


@dataclass(frozen=True)
class MessageAction:
    """A button in the bar: ``key`` says what it does, ``text`` is what it reads."""

    key: str
    text: str


SHOW_LOG = MessageAction("show-log", "Show the log")


@dataclass(frozen=True)
class Message:
    """One sentence of what happened, one of what to do, and the codes.

    Attributes:
        kind: The bar's colour.
        title: What happened.
        advice: What to do.
        details: Codes, HTTP status and request ID; may be empty.
        actions: Buttons for what the app can do about it.
        codes: The codes that the Explain screen can say more about; may be empty.
        exchange: The number of the exchange in the HTTP log that it is about, if any.
    """

    kind: MessageKind
    title: str
    advice: str
    details: str = ""
    actions: tuple[MessageAction, ...] = ()
    codes: str = ""
    exchange: int | None = None

    def cleaned_by(self, clean: Callable[[str], str]) -> "Message":
        """Return the message with every text as ``clean`` returns it."""
        return replace(
            self,
            title=clean(self.title),
            advice=clean(self.advice),
            details=clean(self.details),
        )

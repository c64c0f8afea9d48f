"""What one check of this computer found."""

import enum
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace


class Verdict(enum.Enum):
    """What a finding means for a sign-in; the value is what a person calls it."""

    GOOD = "good"
    WARNING = "look at this"
    BAD = "wrong"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True)
class Finding:
    """What was found, in words.

    Attributes:
        verdict: What it means.
        text: What was found, a sentence.
        advice: What to do; empty for nothing.
        details: More of it, a line each; untrusted texts are in here.
    """

    verdict: Verdict
    text: str
    advice: str = ""
    details: tuple[str, ...] = ()

    def cleaned_by(self, clean: Callable[[str], str]) -> "Finding":
        """Return the finding with every text as ``clean`` returns it."""
        return replace(
            self,
            text=clean(self.text),
            advice=clean(self.advice),
            details=tuple(map(clean, self.details)),
        )


@dataclass(frozen=True)
class Check:
    """One thing to look at.

    Attributes:
        key: Names it in the program.
        title: What a person calls it.
        run: Looks at it, on a worker, and ends in time; the event cancels it.
    """

    key: str
    title: str
    run: Callable[[threading.Event], Finding]

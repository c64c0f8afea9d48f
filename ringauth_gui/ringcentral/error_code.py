"""What one error code means, what helps, where, and how sure that is."""

import enum
from dataclasses import dataclass


class Certainty(enum.Enum):
    """How sure an explanation is; the value says it in words."""

    DOCUMENTED = "documented by RingCentral"
    STANDARD = "set by the OAuth standards"
    SEEN = "seen in RingCentral's own code"
    REPORTED = "reported by users"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class ErrorCode:
    """One entry of RingCentral's or OAuth's error lists, in plain words.

    ``cause`` and ``remedy`` may hold places such as ``{server}``, which are filled with
    what is known where they are shown.

    Attributes:
        code: As it stands in an answer, such as ``OAU-146`` or ``invalid_grant``.
        statuses: The HTTP statuses it comes with; empty where none is known.
        cause: What happened, without a full stop.
        remedy: What to do, in whole sentences.
        where: Where to click.
        source: Where this is known from.
        certainty: How sure it is.
        note: Where documents and what is seen contradict each other, in sentences.
        endpoint: Whose answer this is; empty where it is the same for all.
    """

    code: str
    statuses: tuple[int, ...]
    cause: str
    remedy: str
    where: str
    source: str
    certainty: Certainty
    note: str = ""
    endpoint: str = ""

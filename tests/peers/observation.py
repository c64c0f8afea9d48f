"""What was seen of one probe, before anybody judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reply:
    """What a visitor was told.

    Attributes:
        status: Of HTTP; 0 when no answer came.
        headers: By lower-case name.
        body: As text.
        problem: What came in place of an answer.
        seconds: From the connecting to the answer.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    problem: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """How a sign-in ended.

    Attributes:
        signed_in: Whether the program has a token.
        reason: The error's name where it has none.
    """

    signed_in: bool
    reason: str = ""


@dataclass(frozen=True)
class Observation:
    """What was seen of one probe.

    Attributes:
        code: The one that the authorization server gave for this sign-in.
        abuse: What the strangers were told.
        spent: The codes that had been redeemed before the genuine callback was sent.
        pages: What each genuine callback ended on.
        is_late: Whether the genuine callback was unanswered for so long that the
            strangers were taken away.
        redeemed: The codes that were redeemed in all.
        outcome: How the sign-in ended; None where it did not.
    """

    code: str
    abuse: tuple[Reply, ...] = ()
    spent: tuple[str, ...] = ()
    pages: tuple[Reply, ...] = ()
    is_late: bool = False
    redeemed: tuple[str, ...] = ()
    outcome: Outcome | None = None

"""How an answer was checked: one line of a list that a person can read."""

import enum
from dataclasses import dataclass


class CheckOutcome(enum.Enum):
    """What a check came to."""

    PASSED = "passed"
    FAILED = "failed"
    DIFFERS = "differs"  # nothing is wrong, but it is not what was asked for
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class AnswerCheck:
    """One check of an authorization or token answer.

    Attributes:
        subject: What was checked, such as "State".
        outcome: What it came to.
        detail: In a few words, such as "returned as sent".
        source: The standard's section, such as "RFC 6749 10.12"; may be empty.
    """

    subject: str
    outcome: CheckOutcome
    detail: str
    source: str = ""

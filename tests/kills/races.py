"""Windows that refresh one profile at the same moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Barrier

from tests.kills.computer import Computer, never
from tests.kills.deaths import give_token
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import LONGEST, context, start
from tests.kills.steps import Steps


@dataclass(frozen=True)
class Round:
    """What came of one moment.

    Attributes:
        requests: How many token requests the server answered.
        tokens: The access tokens that the windows ended with.
    """

    requests: int
    tokens: tuple[str, ...]


def race(
    practice: PracticeProcess, computer: Computer, windows: int, rounds: int
) -> Iterator[Round]:
    """Let as many ``windows`` refresh at once, again and again."""
    give_token(practice, computer)
    together = context().Barrier(windows + 1)
    children = [
        start(refresh_together, None, computer, together, rounds)
        for _ in range(windows)
    ]
    for _ in range(rounds):
        before = practice.requests()
        together.wait(LONGEST)
        tokens = tuple(child.take_step() or "none" for child in children)
        yield Round(practice.requests() - before, tokens)
        computer.clock.advance(4)  # the minute passes in which calls are counted
    for child in children:
        child.ended()


def refresh_together(
    steps: Steps, computer: Computer, together: Barrier, rounds: int
) -> None:
    """Refresh whenever all have come; tell of the access token each time."""
    window = computer.open_window(Steps(lambda _: None, None))
    shown = window.restore(computer.profile)
    assert shown is not None
    for _ in range(rounds):
        together.wait(LONGEST)
        shown = window.refresh(computer.profile, shown, never()).token
        steps.reach(shown.access_token)

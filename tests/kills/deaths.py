"""A process that is killed at each of its steps, and the starts that come after."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ringauth_gui.oauth.token import Token
from ringauth_gui.vault import Vault
from tests.kills.acts import NextStart, refresh_by_lines, start_again
from tests.kills.computer import Computer
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import run, start
from tests.kills.stepped import Cut
from tests.kills.steps import Steps

_ARRIVED = tuple(f": {cut.value}" for cut in (Cut.SENT, Cut.ANSWERED))


@dataclass(frozen=True)
class Death:
    """One kill, and what came after it.

    Attributes:
        step: At which step.
        computer: Where.
        kept: The token that was kept before the process was started.
        again: What the next start found.
        requests: How many token requests that one made.
    """

    step: str
    computer: Computer
    kept: Token | None
    again: NextStart
    requests: int

    @property
    def shows_the_old_token(self) -> bool:
        """Whether the next start showed what was kept before."""
        return self._shown == _access_token(self.kept)

    @property
    def shows_a_new_token(self) -> bool:
        """Whether the next start showed a token that came after it."""
        return self._shown is not None and not self.shows_the_old_token

    @property
    def _shown(self) -> str | None:
        return _access_token(self.again.restored)


def give_token(practice: PracticeProcess, computer: Computer) -> Token:
    """Keep the token of a new session on ``computer``."""
    token = practice.sign_in(computer.clock())
    Vault(computer.keyring()).save_token(computer.profile, token)
    return token


def deaths(
    act: Callable[[Steps, Computer], object],
    practice: PracticeProcess,
    new: Callable[[], Computer],
    *,
    signed_in: bool = True,
) -> Iterator[Death]:
    """Kill a process that performs ``act`` at each step, and start another."""
    computer = new()
    if signed_in:
        give_token(practice, computer)
    steps = run(act, computer).steps
    for number, step in enumerate(steps):
        computer = new()
        kept = give_token(practice, computer) if signed_in else None
        endpoint = step.partition(":")[0]
        before = practice.requests(endpoint)
        killed = start(act, number, computer).ended()
        assert killed.was_killed, step
        assert killed.steps == steps[: number + 1]
        if step.endswith(_ARRIVED):
            practice.wait_for_requests(before + 1, endpoint)
        before = practice.requests()
        again = run(start_again, computer).returned
        yield Death(step, computer, kept, again, practice.requests() - before)


def killed_at_each_line(
    files: list[str], practice: PracticeProcess, new: Callable[[], Computer]
) -> Iterator[tuple[str, Computer, NextStart]]:
    """Kill a refresh at each line that it runs of ``files``, and start another."""
    computer = new()
    give_token(practice, computer)
    for number, step in enumerate(run(refresh_by_lines, computer, files).steps):
        computer = new()
        give_token(practice, computer)
        killed = start(refresh_by_lines, number, computer, files).ended()
        assert killed.was_killed, step
        yield step, computer, run(start_again, computer).returned


def number_of(
    step: str,
    act: Callable[[Steps, Computer], object],
    practice: PracticeProcess,
    computer: Computer,
) -> int:
    """Return which number ``step`` has; ``computer`` is used for finding out."""
    give_token(practice, computer)
    return run(act, computer).steps.index(step)


def between(
    deaths: Iterable[Death], first: str, last: str | None = None
) -> list[Death]:
    """Return the deaths from the step ``first`` on, before the step ``last``."""
    found = list(deaths)
    names = [death.step for death in found]
    end = len(names) if last is None else names.index(last)
    return found[names.index(first) : end]


def _access_token(token: Token | None) -> str | None:
    return None if token is None else token.access_token

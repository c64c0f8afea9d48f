"""Processes that cost little: forked off one that has imported everything.

The one that forks has a single thread and does nothing else, so that no lock of another
thread is held in a child for ever.
"""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Concatenate, Generic, ParamSpec, TypeVar

from tests.kills.steps import Steps

Given = ParamSpec("Given")
Result = TypeVar("Result")
LONGEST = 60.0  # seconds that any of them may take
_MODULES = ("acts", "load", "practice_process", "profile_acts", "races")
_IMPORTED = [f"tests.kills.{name}" for name in _MODULES]


@dataclass(frozen=True)
class Ended(Generic[Result]):
    """A process that is over.

    Attributes:
        steps: What it told of, in order.
        result: What it returned; nothing when it was killed.
    """

    steps: tuple[str, ...]
    result: tuple[Result, ...]

    @property
    def was_killed(self) -> bool:
        """Whether it came to no result."""
        return not self.result

    @property
    def returned(self) -> Result:
        """What it returned."""
        return self.result[0]


class Child(Generic[Result]):
    """A process at work."""

    def __init__(self, process: ForkServerProcess, connection: Connection) -> None:
        """Take the process, and where it tells of its steps and its result."""
        self._process = process
        self._connection = connection
        self._steps: list[str] = []
        self._result: tuple[Result, ...] = ()

    def fileno(self) -> int:
        """Return what a ``select`` waits on until it takes a step, or ends."""
        return self._connection.fileno()

    def take_step(self) -> str | None:
        """Wait for its next step; None when there is none any more."""
        with suppress(EOFError, ConnectionResetError):
            kind, told = self._connection.recv()
            if kind == "step":
                self._steps.append(told)
                return str(told)
            self._result = (told,)
        return None

    def kill(self) -> None:
        """Kill it, wherever it is."""
        self._process.kill()

    def ended(self) -> Ended[Result]:
        """Wait for its end, which must be a result or SIGKILL."""
        while self.take_step() is not None:
            pass
        self._process.join(LONGEST)
        code = self._process.exitcode
        assert code == (0 if self._result else -signal.SIGKILL), self._steps[-1:]
        self._process.close()
        self._connection.close()
        return Ended(tuple(self._steps), self._result)


def start(
    act: Callable[Concatenate[Steps, Given], Result],
    fatal: int | None,
    *given: Given.args,
    **named: Given.kwargs,
) -> Child[Result]:
    """Start a process that performs ``act``, and dies at its step ``fatal``."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = context().Process(
        target=_perform, args=(theirs, act, fatal, given, named), daemon=True
    )
    process.start()
    theirs.close()
    return Child(process, ours)


def run(
    act: Callable[Concatenate[Steps, Given], Result],
    *given: Given.args,
    **named: Given.kwargs,
) -> Ended[Result]:
    """Perform ``act`` in a process that nobody kills."""
    return start(act, None, *given, **named).ended()


def context() -> ForkServerContext:
    """Return what makes the processes."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(_IMPORTED)
    return made


def _perform(
    connection: Connection,
    act: Callable[..., object],
    fatal: int | None,
    given: tuple[object, ...],
    named: dict[str, object],
) -> None:
    steps = Steps(lambda name: connection.send(("step", name)), fatal)
    connection.send(("result", act(steps, *given, **named)))

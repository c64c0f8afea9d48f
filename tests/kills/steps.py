"""The steps of one process: counted, told, and one of them its last."""

import os
import signal
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import FrameType
from typing import Any

Trace = Callable[[FrameType, str, Any], Any]


class Steps:
    """Counts what a process does, and kills it at one step (SIGKILL)."""

    def __init__(self, tell: Callable[[str], object], fatal: int | None) -> None:
        """Give each step's name to ``tell``; die at the one with the number ``fatal``.

        Steps are numbered from 0.
        """
        self._tell = tell
        self._fatal = fatal
        self._reached = 0

    def reach(self, name: str) -> None:
        """Take a step; if it is the fatal one, it is the last."""
        if self.is_fatal(name):
            die()

    def is_fatal(self, name: str) -> bool:
        """Take a step, and return whether the process is to die of it."""
        self._tell(name)
        number, self._reached = self._reached, self._reached + 1
        return number == self._fatal

    def count_lines(self, files: Collection[str]) -> None:
        """Take each line that this thread runs of ``files`` for a step of its own."""

        def trace(frame: FrameType, event: str, _: object) -> Trace | None:
            if frame.f_code.co_filename not in files:
                return None
            if event == "line":
                name = Path(frame.f_code.co_filename).name
                self.reach(f"{name}:{frame.f_lineno}")
            return trace

        sys.settrace(trace)


def die() -> None:
    """End this process as a power cut would: nothing of it runs on."""
    os.kill(os.getpid(), signal.SIGKILL)

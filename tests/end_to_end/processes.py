"""Starts programs in the background and ends them for certain."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")

POLL_SECONDS = 0.05


def wait_until(
    condition: Callable[[], Value | None], seconds: float, what: str
) -> Value:
    """Return what ``condition`` returns as soon as that is something true."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds:g} s: not {what}")
        time.sleep(POLL_SECONDS)


def start(
    command: Sequence[str],
    variables: Mapping[str, str],
    log: Path,
    *,
    stdin: int = subprocess.DEVNULL,
    pass_fds: Collection[int] = (),
) -> "subprocess.Popen[str]":
    """Start ``command`` in a process group of its own, its output added to ``log``."""
    with log.open("a", encoding="utf-8") as output:
        return subprocess.Popen(
            command,
            env=dict(variables),
            stdin=stdin,
            pass_fds=pass_fds,
            stdout=output,
            stderr=output,
            text=True,
            start_new_session=True,
        )


def end(process: "subprocess.Popen[str]") -> None:
    """End the process and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait(timeout=3)

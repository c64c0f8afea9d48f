"""Starts this program once more, as it was started, apart from this process."""

import subprocess
import sys
from collections.abc import Sequence


def own_command(original: Sequence[str], arguments: Sequence[str]) -> list[str]:
    """Return what starts another process of this program, with no arguments of ours.

    Args:
        original: The command of this process, as in ``sys.orig_argv``: a script, a
            module or a frozen program.
        arguments: What of it was for the program, without the program's name.
    """
    started_by = original[1 : len(original) - len(arguments)]
    return [sys.executable, *started_by]


def start_apart(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Start ``command`` so that it outlives this process and its terminal.

    Raises:
        OSError: It cannot be started.
    """
    return subprocess.Popen(  # noqa: S603 - our own command, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # Windows
    )

"""The name under which the system shows this program's processes, on Linux."""

import contextlib
from pathlib import Path

PROCESS_NAME = "RingAuth"


def name_process(comm: Path = Path("/proc/self/comm")) -> None:
    """Show this process under the program's name; that of Python says nothing.

    So another window's sign-in that has the callback port is told as such.
    """
    with contextlib.suppress(OSError):  # not Linux
        comm.write_text(PROCESS_NAME, "utf-8")

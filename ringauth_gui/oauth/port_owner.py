"""Which program holds a port of the loopback interface, where the system tells."""

from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.process_name import PROCESS_NAME

_LISTENING = "0A"  # TCP_LISTEN in Linux's include/net/tcp_states.h
# As the kernel prints them: any address and the loopback one, of both families, and
# the IPv4 loopback address as a socket for both families shows it.
_CONFLICTING = frozenset(
    {
        "00000000",
        "0100007F",
        "00000000000000000000000000000000",
        "00000000000000000000000001000000",
        "0000000000000000FFFF00000100007F",
    }
)


def program_listening_on(port: int, proc: Path = Path("/proc")) -> str | None:
    """Return the name of the program that listens on ``port``, None when unknown.

    Only Linux tells, and only of the person's own programs unless asked by root.
    """
    inodes = {f"socket:[{inode}]" for inode in _listening_inodes(port, proc)}
    if not inodes:
        return None
    for process in proc.glob("[0-9]*"):
        try:
            if any(str(fd.readlink()) in inodes for fd in (process / "fd").iterdir()):
                return _plain((process / "comm").read_text("utf-8", "replace"))
        except OSError:
            continue  # the process has ended, or is somebody else's
    return None


def owner_in_words(program: str | None) -> str:
    """Return who the ``program`` is that holds a port, for a person who has to act."""
    if program == PROCESS_NAME:
        return "another sign-in of RingAuth"  # in this window or in another
    return program or "another program"


def _listening_inodes(port: int, proc: Path) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        try:
            lines = (proc / "net" / table).read_text("ascii").splitlines()
        except OSError:
            continue  # not Linux, or no IPv6
        for line in lines[1:]:
            columns = line.split()
            address, _, hexadecimal = columns[1].partition(":")
            listens = columns[3] == _LISTENING and address in _CONFLICTING
            if listens and int(hexadecimal, 16) == port:
                yield columns[9]


def _plain(untrusted_name: str) -> str | None:
    name = "".join(c for c in untrusted_name if c.isprintable()).strip()
    return name or None

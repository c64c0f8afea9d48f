"""Runs a command in a network of its own, where only this computer is reached.

``python packaging/own_network.py COMMAND...``; exits with 77 where that is not allowed.
The end-to-end tests use fixed ports: like this they disturb nobody else's.
"""

import ctypes
import fcntl
import os
import socket
import struct
import sys

NOT_ALLOWED = 77
_CLONE_NEWNET = 0x40000000
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1


def main(command: list[str]) -> None:
    """Become ``command``, in the new network; end where there is none."""
    if not _leave_for_a_new_network():
        sys.exit(NOT_ALLOWED)
    os.execvp(command[0], command)  # noqa: S606 - that is what it is for


def _leave_for_a_new_network() -> bool:
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_CLONE_NEWNET) != 0:
            return False
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
            wanted = struct.pack("16sh", b"lo", _IFF_UP)
            fcntl.ioctl(control, _SIOCSIFFLAGS, wanted)
    except (OSError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1:])

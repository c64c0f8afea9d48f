"""``python -m ringauth_gui.practice``: the practice server by itself."""

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import NoReturn

from typing_extensions import override

from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import DEFAULT_PORT

_HIGHEST_PORT = 65535


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        """One line, and exit code 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def main(
    arguments: Sequence[str] | None = None,
    wait: Callable[[], None] | None = None,
) -> int:
    """Serve until told to stop; the exit code is 1 if the port cannot be had."""
    port = _read_port(arguments)
    server = PracticeServer(port)
    try:
        server.start()
    except OSError as error:
        sys.stderr.write(f"Port {port} cannot be used: {error.strerror}.\n")
        return 1
    sys.stdout.write(f"Practice server: {server.address} (Ctrl+C ends it)\n")
    sys.stdout.flush()
    (wait or _wait_for_signal)()
    server.stop()
    return 0


def _read_port(arguments: Sequence[str] | None) -> int:
    parser = _Parser(
        prog="python -m ringauth_gui.practice",
        description="A RingCentral look-alike on this computer, to practise sign-ins.",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        help="loopback port; 0 takes any free one (default: %(default)s)",
    )
    port: int = parser.parse_args(arguments).port
    return port


def _port(text: str) -> int:
    """A port number, or the error that argparse shows."""
    if not (text.isascii() and text.isdigit() and int(text) <= _HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _wait_for_signal() -> None:
    """Wait for Ctrl+C or SIGTERM."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    # Windows does not deliver Ctrl+C to a wait without a limit.
    while not stopped.wait(0.5):
        pass


if __name__ == "__main__":
    sys.exit(main())

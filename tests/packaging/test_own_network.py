"""A command in a network of its own reaches this computer, and nobody's ports."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from own_network import NOT_ALLOWED

SCRIPT = Path(__file__).parents[2] / "packaging" / "own_network.py"
LISTEN = "import socket, sys; socket.create_server(('127.0.0.1', int(sys.argv[1])))"


def test_a_port_that_is_taken_outside_is_free_inside() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(SCRIPT), sys.executable, "-c", LISTEN, port],
            check=False,
        )

    if done.returncode == NOT_ALLOWED:
        pytest.skip("this user may not make a network; the checks run in turn then")
    assert done.returncode == 0


def test_the_commands_own_exit_code_is_told() -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]

    done = subprocess.run(  # noqa: S603 - as above
        [sys.executable, str(SCRIPT), *command], check=False
    )

    assert done.returncode in {3, NOT_ALLOWED}

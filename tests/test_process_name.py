"""The name under which the system shows this program."""

import subprocess
import sys
from pathlib import Path

import pytest

from ringauth_gui.process_name import PROCESS_NAME, name_process
from tests.program_process import ROOT

# Asks for the name as others see it, by the port that it has.
NAMED = """
import socket
from ringauth_gui.oauth.port_owner import program_listening_on
from ringauth_gui.process_name import name_process

name_process()
with socket.create_server(("127.0.0.1", 0)) as listener:
    print(program_listening_on(listener.getsockname()[1]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_others_see_the_program_and_not_python() -> None:
    command = [sys.executable, "-c", NAMED]

    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own program

    assert said.stdout.decode().strip() == PROCESS_NAME


def test_where_no_process_has_a_name_nothing_happens(tmp_path: Path) -> None:
    name_process(tmp_path / "missing" / "comm")

import signal
import subprocess
import sys

import pytest
import requests

from ringauth_gui.practice.__main__ import main
from ringauth_gui.practice.server import PracticeServer

COMMAND = [sys.executable, "-W", "error", "-m", "ringauth_gui.practice"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_told_to_stop(number: signal.Signals) -> None:
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [*COMMAND, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        address = line.split()[2]
        assert requests.get(address, timeout=10).status_code == 200
        state = requests.get(f"{address}/practice/state", timeout=10).json()
        assert state["scene"] is None

        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)

    assert (process.returncode, rest, errors) == (0, "", "")


def test_it_prints_one_line_with_the_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[int] = []

    code = main(["--port", "0"], lambda: asked.append(1))

    printed = capsys.readouterr()
    assert code == 0
    assert asked == [1]
    assert printed.out.startswith("Practice server: http://127.0.0.1:")
    assert printed.out.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["--port", "99999"], ["--port", "-1"], ["--port", "x"], ["--what"]]
)
def test_a_wrong_argument_is_one_line_and_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_names_the_port(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])

    assert caught.value.code == 0
    assert "27466" in capsys.readouterr().out


def test_a_taken_port_is_one_line_and_exit_code_1(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with PracticeServer(0) as server:
        port = server.address.rpartition(":")[2]

        code = main(["--port", port])

    assert code == 1
    errors = capsys.readouterr().err
    assert errors == f"Port {port} cannot be used: Address already in use.\n"

"""How a process starts one more of its kind."""

import sys
from pathlib import Path

import pytest

from ringauth_gui.own_command import own_command, start_apart


@pytest.mark.parametrize(
    ("original", "arguments", "command"),
    [
        (["python3", "main.py"], [], ["main.py"]),
        (["python3", "main.py", "--profile", "x"], ["--profile", "x"], ["main.py"]),
        (["python", "-m", "ringauth_gui", "--practice"], ["--practice"], None),
        (["/usr/bin/python3", "/usr/bin/ringauth"], [], ["/usr/bin/ringauth"]),
        (["ringauth.exe"], [], []),
    ],
)
def test_it_is_started_as_this_one_was_without_its_arguments(
    original: list[str], arguments: list[str], command: list[str] | None
) -> None:
    expected = ["-m", "ringauth_gui"] if command is None else command

    assert own_command(original, arguments) == [sys.executable, *expected]


def test_it_has_a_session_of_its_own_and_says_nothing_here(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"import os; print('x'); open({str(told)!r}, 'w').write(str(os.getsid(0)))"

    process = start_apart([sys.executable, "-c", code])
    process.wait(10)

    assert told.read_text("utf-8") == str(process.pid)
    assert process.stdout is None


def test_what_is_not_there_is_told_as_the_system_does(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        start_apart([str(tmp_path / "nothing")])

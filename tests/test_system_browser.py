import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ringauth_gui.system_browser import LINUX_BROWSERS, SystemBrowser, start_program

ADDRESS = "https://server.example/authorize?a=1&state=x;rm%20-rf"


class _Starter:
    def __init__(self, *working: str) -> None:
        self.commands: list[list[str]] = []
        self._working = working

    def __call__(self, command: Sequence[str]) -> bool:
        self.commands.append(list(command))
        return command[0] in self._working


def _browser(starter: _Starter, platform: str = "linux", **environ: str) -> bool:
    return SystemBrowser(environ, platform, starter).open(ADDRESS)


def test_the_address_is_one_argument_of_the_named_browser_r8() -> None:
    starter = _Starter("my-browser")

    opened = _browser(starter, BROWSER="my-browser --new-window")

    assert opened
    assert starter.commands == [["my-browser", "--new-window", ADDRESS]]


def test_the_address_stands_where_the_variable_wants_it() -> None:
    starter = _Starter("my-browser")

    _browser(starter, BROWSER="my-browser '--app=%s' -x")

    assert starter.commands == [["my-browser", f"--app={ADDRESS}", "-x"]]


def test_named_browsers_are_tried_in_order_and_no_other() -> None:
    starter = _Starter("second", "xdg-open")

    opened = _browser(starter, BROWSER="first:second %s:third")

    assert opened
    assert [command[0] for command in starter.commands] == ["first", "second"]


@pytest.mark.case("AR-16")
def test_a_named_browser_that_fails_is_told() -> None:
    starter = _Starter("xdg-open")

    assert not _browser(starter, BROWSER="broken")
    assert [command[0] for command in starter.commands] == ["broken"]


@pytest.mark.parametrize("named", ["'unbalanced", " ", ":"])
def test_a_variable_that_names_nothing_starts_nothing(named: str) -> None:
    starter = _Starter("xdg-open")

    assert not _browser(starter, BROWSER=named)
    assert starter.commands == []


def test_without_the_variable_the_desktop_is_asked_first() -> None:
    starter = _Starter("gio")

    opened = _browser(starter)

    assert opened
    assert starter.commands == [["xdg-open", ADDRESS], ["gio", "open", ADDRESS]]


@pytest.mark.case("AR-16")
def test_where_no_browser_works_that_is_told() -> None:
    starter = _Starter()

    assert not _browser(starter)
    assert len(starter.commands) == len(LINUX_BROWSERS)


@pytest.mark.parametrize(
    ("platform", "program"), [("darwin", "/usr/bin/open"), ("win32", "rundll32")]
)
def test_other_systems_have_their_own_opener(platform: str, program: str) -> None:
    starter = _Starter(program)

    assert _browser(starter, platform)
    assert starter.commands[0][-1] == ADDRESS


@pytest.mark.case("AR-17")
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "-flag", "ms-calculator:"]
)
def test_what_is_no_web_address_is_never_handed_over(address: str) -> None:
    starter = _Starter("xdg-open")

    assert not SystemBrowser({}, "linux", starter).open(address)
    assert starter.commands == []


def test_a_program_that_is_not_there_did_not_start() -> None:
    assert not start_program(["ringauth-has-no-such-program", ADDRESS])


@pytest.mark.case("AR-16")
def test_a_program_that_cannot_be_run_did_not_start(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_bytes(b"\x7fELF no program")
    program.chmod(0o700)

    assert not start_program([str(program), ADDRESS])


def test_a_program_that_fails_at_once_did_not_start() -> None:
    assert not start_program([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_program_that_ends_well_did_start() -> None:
    assert start_program([sys.executable, "-c", ""])


def test_a_program_that_goes_on_did_start(tmp_path: Path) -> None:
    end = tmp_path / "end"
    wait = "import os,sys,time\nwhile not os.path.exists(sys.argv[1]): time.sleep(.05)"

    started = start_program([sys.executable, "-c", wait, str(end)])

    end.touch()
    assert started


def test_the_program_is_given_its_words_as_they_are_and_no_shell(
    tmp_path: Path,
) -> None:
    seen = tmp_path / "seen"
    write = "import pathlib,sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"

    started = start_program([sys.executable, "-c", write, str(seen), ADDRESS])

    assert started
    assert seen.read_text() == ADDRESS

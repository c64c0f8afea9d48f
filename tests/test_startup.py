"""The program as it starts and ends, as a process of its own, without a screen."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.program_process import ROOT, run, store_profile, surroundings

LATE = {
    "requests",
    "urllib3",
    "keyring",
    "flask",
    "werkzeug",
    "jwt",
    "dotenv",
    "filelock",
    "cryptography",
    "h11",
    "truststore",
}
# What a click needs, or what comes with an answer; of it all only words are in sight.
AFTERWARDS = {
    "ringauth_gui.gui.answer_check_words",
    "ringauth_gui.gui.checkup",
    "ringauth_gui.gui.error_context",
    "ringauth_gui.gui.everywhere",
    "ringauth_gui.gui.explainer",
    "ringauth_gui.gui.metadata_reader",
    "ringauth_gui.gui.rename_edit",
    "ringauth_gui.call_counts",
    "ringauth_gui.kept_texts",
    "ringauth_gui.outcomes",
    "ringauth_gui.oauth.client",
    "ringauth_gui.oauth.error_answer",
    "ringauth_gui.oauth.exchange",
    "ringauth_gui.oauth.token",
    "ringauth_gui.practice.apps",
    "ringauth_gui.storage.kept_marks",
    "ringauth_gui.storage.profile_merge",
    "getpass",
    "hashlib",
    "hmac",
    "platform",
    "secrets",
}
# Only a profile needs it.
WITH_PROFILE = {
    "ringauth_gui.gui.countdown_rings",
    "ringauth_gui.gui.session",
    "ringauth_gui.gui.session_state",
    "ringauth_gui.gui.side_list",
    "ringauth_gui.server_directory",
}
# Runs the program, tells which modules were there at the first paint, and closes it.
WATCHED = """
import json, sys
from PySide6.QtCore import QTimer
from ringauth_gui import app, program

class Watched(program.MainWindow):
    def __init__(self, palette):
        super().__init__(palette)
        self.painted.connect(self.tell)

    def tell(self):
        print(json.dumps([sorted(sys.modules), self.findChild(object, "pages")
              .currentWidget().objectName()]), flush=True)
        QTimer.singleShot(0, self.close)

program.MainWindow = Watched
sys.exit(app.main(sys.argv[1:]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Return surroundings without a screen, a keyring or earlier files."""
    return surroundings(tmp_path)


def _at_first_paint(
    environment: Mapping[str, str], *arguments: str
) -> tuple[set[str], str]:
    ended = run(environment, "-c", WATCHED, *arguments)
    assert ended.returncode == 0, ended.stderr
    modules, page = json.loads(ended.stdout)
    return {*modules, *(name.partition(".")[0] for name in modules)}, page


def test_the_first_screen_is_painted_before_the_slow_libraries_are_imported(
    environment: Mapping[str, str],
) -> None:
    modules, page = _at_first_paint(environment)

    assert page == "startPage"
    assert modules.isdisjoint(LATE)


def test_a_stored_profile_is_painted_before_them_too(
    environment: Mapping[str, str],
) -> None:
    store_profile(environment)

    modules, page = _at_first_paint(environment)

    assert page == "profilePage"
    assert modules.isdisjoint(LATE)


def test_the_practice_profile_is_painted_before_them_too(
    environment: Mapping[str, str],
) -> None:
    modules, page = _at_first_paint(environment, "--practice")

    assert page == "profilePage"
    assert modules.isdisjoint(LATE)


@pytest.mark.parametrize("has_profile", [False, True])
def test_what_comes_with_a_click_or_an_answer_is_imported_after_the_first_paint(
    environment: Mapping[str, str], has_profile: bool
) -> None:
    if has_profile:
        store_profile(environment)

    modules, _page = _at_first_paint(environment)

    assert modules & AFTERWARDS == set()
    assert (modules & WITH_PROFILE == set()) is not has_profile


def test_what_is_not_in_sight_is_imported_right_after_the_first_paint(
    environment: Mapping[str, str],
) -> None:
    patient = WATCHED.replace(
        "QTimer.singleShot(0, self.close)",
        "self.look = QTimer(self, interval=10); self.look.start(); "
        "self.look.timeout.connect(lambda: 'ringauth_gui.gui.words' in sys.modules "
        "and self.close())",
    )

    ended = run(environment, "-c", patient)

    assert ended.returncode == 0, ended.stderr
    modules, _page = json.loads(ended.stdout)
    assert "ringauth_gui.gui.words" not in modules


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_end_well(
    environment: Mapping[str, str], argument: str
) -> None:
    ended = run(environment, "main.py", argument)

    assert ended.returncode == 0
    assert "RingAuth" in ended.stdout or "RingCentral" in ended.stdout
    assert ended.stderr == ""


@pytest.mark.case("PR-15")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--client-secret", "canary-secret"],
        ["--client-secret=canary-secret"],
        ["--practice=canary-secret"],
        ["canary-secret"],
        ["--profile", "canary-secret"],
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_code_two(
    environment: Mapping[str, str], arguments: list[str]
) -> None:
    ended = run(environment, "main.py", *arguments)

    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stdout == ""
    assert "canary" not in ended.stderr


def test_a_profile_is_opened_by_its_name(environment: Mapping[str, str]) -> None:
    store_profile(environment)

    _modules, page = _at_first_paint(environment, "--profile", "Support desk")

    assert page == "profilePage"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_in_time(
    environment: Mapping[str, str], number: signal.Signals
) -> None:
    waiting = WATCHED.replace("QTimer.singleShot(0, self.close)", "pass")
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", waiting, "--practice"],
        env=dict(environment),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()  # the window is painted

        program.send_signal(number)
        _out, said = program.communicate(timeout=5)

    assert program.returncode == 0
    assert said == ""

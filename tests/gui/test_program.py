"""The program put together: what it says when something is wrong from the start."""

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ringauth_gui.arguments import Arguments
from ringauth_gui.gui.background import reraise
from ringauth_gui.gui.theme import ThemeMode
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.process_safety import log_to, log_to_stderr
from ringauth_gui.program import Program
from ringauth_gui.program_files import Files
from ringauth_gui.program_log import LogFormatter, ProgramLog
from ringauth_gui.redaction import Redaction
from ringauth_gui.storage.profile import Profile
from tests.fakes.fixed_clock import FixedClock
from tests.gui.shell import DEVELOPER, SUPPORT

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not"),
    pytest.mark.usefixtures("_own_logging"),
]

PLAIN = Arguments(practice=False, profile=None)


@pytest.fixture
def _own_logging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the process's hooks and log back to the tests."""
    log = logging.getLogger()
    handlers = log.handlers[:]
    hooks = ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook"))
    for owner, name in hooks:
        monkeypatch.setattr(owner, name, getattr(owner, name))
    yield
    log.handlers[:] = handlers


class Started:
    """A program that can be started again on the same files."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self._qtbot = qtbot
        self._application = application
        self._clock = FixedClock()
        self.folder = folder
        self.programs: list[Program] = []

    def new_log(self) -> ProgramLog:
        formatter = LogFormatter(Redaction(), lambda: PersonalNames("", ""))
        log_to_stderr(formatter, self._clock)
        log = ProgramLog(
            self.folder / "log", self._clock, formatter, lambda: "Versions"
        )
        log_to(log)
        return log

    def files(self) -> Files:
        return Files(self.folder, self.folder / "locks", self.new_log(), self._clock)

    def store(self, *profiles: Profile) -> None:
        files = self.files()
        files.profiles.load()
        files.profiles.save(profiles)

    def start(self, arguments: Arguments = PLAIN) -> Program:
        files = self.files()
        program = Program(
            self._application, files, files.profiles.load(), Redaction(), 1.0
        )
        self.programs.append(program)
        self._qtbot.addWidget(program._window)
        program.start(arguments)
        self._qtbot.waitExposed(program._window)
        return program

    def text(self, name: str) -> str:
        labels = self.programs[-1]._window.findChildren(QLabel, name)
        return next((each.text() for each in labels if each.isVisible()), "")


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Started]:
    font, palette = qapp.font(), qapp.palette()
    started = Started(qtbot, qapp, tmp_path)
    yield started
    for program in started.programs:
        program.close()
        program.end()
        program._files.log.end(5.0)
        program._theme.deleteLater()
    # On this thread: a worker that found them would end timers that are not its own.
    started.programs.clear()
    gc.collect()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


@pytest.mark.case("KR-01")
def test_the_status_line_tells_of_a_missing_keyring(
    started: Started, qtbot: QtBot
) -> None:
    started.start()
    assert started.text("statusLine") == "Keyring: looking…"

    qtbot.waitUntil(lambda: "Keyring: none" in started.text("statusLine"))

    assert "stay in memory until RingAuth closes" in started.text("statusLine")


@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_a_damaged_settings_file_is_named(
    started: Started, profiles: tuple[Profile, ...]
) -> None:
    started.store(*profiles)
    (started.folder / "settings.json").write_text("{ broken", encoding="utf-8")

    started.start()

    assert "the window's settings" in started.text("messageTitle")
    assert "settings.json" in started.text("messageText")


@pytest.mark.case("PF-01")
def test_a_damaged_profile_file_is_set_aside_and_named(started: Started) -> None:
    (started.folder / "profiles.json").write_text("{ broken", encoding="utf-8")

    started.start()

    assert "profiles.json was damaged and is now named" in started.text("messageText")
    aside = Path(started.text("messageDetails"))
    assert aside.name in started.text("messageTitle")
    assert aside.read_text(encoding="utf-8") == "{ broken"


@pytest.mark.case("PF-06")
def test_what_a_killed_save_left_is_removed_by_a_later_start(
    started: Started, qtbot: QtBot
) -> None:
    started.store(SUPPORT)
    left = started.folder / ".profiles.json-abcd_123.tmp"
    left.write_text('{"version": 1, "prof', encoding="utf-8")
    os.utime(left, (0, 0))

    started.start()

    qtbot.waitUntil(lambda: not left.exists())
    assert started.text("profileNameLabel") == SUPPORT.name


@pytest.mark.case("PF-02")
def test_a_file_of_a_newer_version_is_not_called_damaged(started: Started) -> None:
    (started.folder / "profiles.json").write_text('{"version": 99}', encoding="utf-8")

    started.start()

    assert started.text("messageTitle") == "Profiles cannot be saved this time"
    assert "written by a newer RingAuth" in started.text("messageText")


@pytest.mark.case("PF-11")
def test_a_profile_file_with_secrets_is_not_called_damaged(started: Started) -> None:
    text = '{"version": 1, "profiles": [], "client_secret": "canary"}'
    (started.folder / "profiles.json").write_text(text, encoding="utf-8")

    started.start()

    assert "not as it should be" in started.text("messageTitle")
    assert "holds secrets" in started.text("messageText")


@pytest.mark.case("PR-11")
@pytest.mark.parametrize("profiles", [(), (SUPPORT,)], ids=["none", "one"])
def test_a_mistake_in_a_slot_is_told_plainly_and_logged_without_secrets(
    started: Started,
    profiles: tuple[Profile, ...],
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    started.store(*profiles)
    program = started.start()

    def fail() -> None:
        raise ZeroDivisionError("access_token=canary-access-token")

    program._window.concealed.connect(fail)
    program._window.concealed.emit()

    qtbot.waitUntil(lambda: started.text("messageTitle") == "RingAuth made a mistake")
    assert "You can go on." in started.text("messageText")
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "canary" not in said


SECRET_OF_BUG = "access_token=canary-access-token"


def _fail() -> None:
    raise ZeroDivisionError(SECRET_OF_BUG)


class _Unpaintable(QLabel):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _fail()


class _Undeletable:
    def __del__(self) -> None:
        _fail()


BUGS: dict[str, Callable[[Program], object]] = {
    "worker": lambda program: program._runner.run(_fail, _never, reraise),
    "thread": lambda _program: threading.Thread(target=_fail).start(),
    "timer": lambda _program: QTimer.singleShot(0, _fail),
    "virtual method": lambda program: _Unpaintable(program._window).show(),
    "__del__": lambda _program: QTimer.singleShot(0, _Undeletable),
}


@pytest.mark.case("PR-11")
@pytest.mark.parametrize("kind", BUGS)
def test_a_mistake_anywhere_is_told_once_and_logged_without_secrets(
    started: Started, qtbot: QtBot, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    started.store(SUPPORT, DEVELOPER)
    program = started.start()

    BUGS[kind](program)

    qtbot.waitUntil(lambda: started.text("messageTitle") == "RingAuth made a mistake")
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "canary" not in said
    program._sessions.select(DEVELOPER.id)
    assert started.text("profileNameLabel") == "Developer"


@pytest.mark.case("PR-11")
def test_a_tick_that_fails_each_time_is_told_once(
    started: Started, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    started.store(SUPPORT)
    program = started.start()
    ticks = QTimer(program, interval=1)
    ticks.timeout.connect(_fail)
    ticks.start()
    qtbot.waitUntil(lambda: started.text("messageTitle") == "RingAuth made a mistake")

    program._control.page().message_bar.dismissed.emit()
    qtbot.waitUntil(lambda: "(for the 10th time)" in capsys.readouterr().err)
    ticks.stop()

    # What had to wait for it may be said now, such as that there is no keyring.
    assert started.text("messageTitle") != "RingAuth made a mistake"


def test_the_session_of_the_desktop_ends_with_all_remembered(
    started: Started,
) -> None:
    started.store(SUPPORT, DEVELOPER)
    program = started.start(Arguments(practice=False, profile="Developer"))

    program.remember()  # at any time before the window is closed

    kept = started.files().settings.load().settings
    assert kept.selected_profile == DEVELOPER.id


def test_the_named_profile_is_shown(started: Started) -> None:
    started.store(SUPPORT, DEVELOPER)

    started.start(Arguments(practice=False, profile="Developer"))

    assert started.text("profileNameLabel") == "Developer"


def test_the_profile_and_the_theme_of_last_time_are_back(started: Started) -> None:
    started.store(SUPPORT, DEVELOPER)
    program = started.start(Arguments(practice=False, profile="Developer"))
    program._theme.set_mode(ThemeMode.DARK)
    program.close()

    again = started.start()

    assert started.text("profileNameLabel") == "Developer"
    assert again._theme.mode is ThemeMode.DARK


def test_a_place_of_the_window_that_makes_no_sense_is_ignored(started: Started) -> None:
    text = '{"version": 1, "window_geometry": "%%% no base64"}'
    (started.folder / "settings.json").write_text(text, encoding="utf-8")

    program = started.start()

    assert program._window.isVisible()


def test_practice_is_ready_at_once(started: Started, qtbot: QtBot) -> None:
    started.start(Arguments(practice=True, profile=None))

    assert started.text("profileNameLabel") == "Practice"
    qtbot.waitUntil(lambda: started.text("identityLine") == "Signed out")


def test_a_window_that_was_never_painted_ends_at_once(
    started: Started, qapp: QApplication
) -> None:
    files = started.files()
    program = Program(qapp, files, files.profiles.load(), Redaction(), 1.0)
    started.programs.append(program)
    program._control.try_practice()

    before = time.monotonic()
    program.end()

    assert time.monotonic() - before < 3.0


def _never(_outcome: object) -> None:
    pytest.fail("this outcome was not to be delivered")


def test_a_keyring_that_hangs_does_not_hold_up_the_end(
    started: Started, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    program = started.start(Arguments(practice=True, profile=None))
    qtbot.waitUntil(lambda: started.text("identityLine") == "Signed out")
    answered = threading.Event()
    request.addfinalizer(answered.set)
    program._equipment.practice().address()
    program._runner.run(lambda: answered.wait(60), _never, reraise)

    before = time.monotonic()
    program.end()

    assert time.monotonic() - before < 5.0

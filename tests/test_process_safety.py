"""What the process as a whole must not do."""

import gc
import logging
import resource
import sys
import threading
from collections.abc import Iterator

import pytest

from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.process_safety import forbid_core_files, log_to_stderr, report_bugs
from ringauth_gui.program_log import LogFormatter
from ringauth_gui.redaction import Redaction
from tests.fakes.fixed_clock import FixedClock

SECRET = "canary-access-token"


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    before = root.handlers[:]
    yield root
    root.handlers[:] = before


@pytest.fixture
def _own_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)


def _watch(shown: list[str]) -> None:
    redaction = Redaction()
    redaction.know(SECRET)
    log_to_stderr(_formatter(redaction), FixedClock())
    report_bugs(lambda: shown.append("shown"), FixedClock())


def _formatter(redaction: Redaction) -> LogFormatter:
    return LogFormatter(redaction, lambda: PersonalNames("", ""))


def _fail() -> None:
    raise ZeroDivisionError(f"with {SECRET} in it")


def _report(error: BaseException) -> None:
    sys.excepthook(type(error), error, None)


@pytest.mark.case("PR-13")
def test_no_core_file_is_written() -> None:
    forbid_core_files()

    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


@pytest.mark.case("PR-11")
@pytest.mark.usefixtures("_own_hook", "log")
def test_a_bug_is_logged_without_secrets_and_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    _watch(shown)

    _report(ZeroDivisionError(f"with {SECRET} in it"))

    said = capsys.readouterr().err
    assert shown == ["shown"]
    assert "ZeroDivisionError" in said
    assert "canary" not in said
    assert said.count("\n") == 1


@pytest.mark.case("PR-11")
@pytest.mark.usefixtures("_own_hook", "log")
def test_a_bug_that_ends_a_thread_is_logged_without_secrets_and_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    _watch(shown)

    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join(5)

    said = capsys.readouterr().err
    assert "Unexpected error in a thread" in said
    assert "ZeroDivisionError" in said
    assert "canary" not in said
    assert said.count("\n") == 1
    assert shown == ["shown"]


class _Unraisable:
    def __del__(self) -> None:
        _fail()


@pytest.mark.case("PR-11")
@pytest.mark.usefixtures("_own_hook", "log")
def test_a_bug_that_python_cannot_raise_is_logged_without_secrets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _watch([])

    _Unraisable()
    gc.collect()

    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "canary" not in said
    assert said.count("\n") == 1


@pytest.mark.case("PR-11")
@pytest.mark.usefixtures("_own_hook", "log")
def test_a_bug_that_comes_each_second_is_shown_once_and_logged_ever_more_seldom(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    _watch(shown)

    for _second in range(100):
        try:
            _fail()
        except ZeroDivisionError as error:
            _report(error)

    said = capsys.readouterr().err.splitlines()
    assert shown == ["shown"]
    assert len(said) == 3
    assert said[2].endswith("(for the 100th time)")


@pytest.mark.usefixtures("_own_hook", "log")
def test_a_thread_that_exits_on_purpose_is_no_bug(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _watch([])

    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join(5)

    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("_own_hook", "log")
def test_what_a_library_logs_is_clean_and_one_line_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _watch([])

    logging.getLogger("a.library").warning("retrying\nwith %s", SECRET)

    said = capsys.readouterr().err
    assert "a.library: retrying" in said
    assert "canary" not in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("_own_hook", "log")
def test_a_person_at_the_terminal_may_interrupt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    report_bugs(lambda: shown.append("shown"), FixedClock())

    _report(KeyboardInterrupt())

    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_is_no_warning_is_not_logged(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr(_formatter(Redaction()), FixedClock())
    chatty = log.getChild("a.chatty.library")
    chatty.setLevel(logging.DEBUG)

    chatty.info("nothing to see")
    chatty.warning("something to see")

    said = capsys.readouterr().err
    assert "nothing" not in said
    assert "something to see" in said

"""What the process as a whole must not do."""

import logging
import resource
import sys
from collections.abc import Iterator

import pytest

from ringauth_gui.process_safety import forbid_core_files, log_to_stderr, report_bugs
from ringauth_gui.redaction import Redaction

SECRET = "canary-access-token"


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    log = logging.getLogger("ringauth_gui")
    before = log.handlers[:], log.level, log.propagate
    yield log
    log.handlers[:] = before[0]
    log.propagate = before[2]
    log.setLevel(before[1])


@pytest.fixture
def _own_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


def _report(error: BaseException) -> None:
    sys.excepthook(type(error), error, None)


def test_no_core_file_is_written() -> None:
    forbid_core_files()

    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


@pytest.mark.usefixtures("_own_hook")
def test_a_bug_is_logged_without_secrets_and_shown(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    redaction, shown = Redaction(), []
    redaction.know(SECRET)
    log_to_stderr(redaction)
    report_bugs(lambda: shown.append("shown"))

    _report(ZeroDivisionError(f"with {SECRET} in it"))

    said = capsys.readouterr().err
    assert shown == ["shown"]
    assert "ZeroDivisionError" in said
    assert "canary" not in said
    assert log.handlers


@pytest.mark.usefixtures("_own_hook", "log")
def test_a_person_at_the_terminal_may_interrupt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    report_bugs(lambda: shown.append("shown"))

    _report(KeyboardInterrupt())

    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_is_no_warning_is_not_logged(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr(Redaction())

    log.info("nothing to see")
    log.warning("something to see")

    said = capsys.readouterr().err
    assert "nothing" not in said
    assert "something to see" in said

"""The log: clean before its first byte, on a thread of its own, never in the way."""

import logging
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.process_safety import log_to
from ringauth_gui.program_log import (
    LONGEST_LINE,
    MOST_WAITING,
    LogFormatter,
    ProgramLog,
)
from ringauth_gui.redaction import Redaction
from tests.fakes.fixed_clock import FixedClock

SECRET = "CANARY-access-token-7f3a"
ANN = PersonalNames("/home/ann", "ann")

ours = logging.getLogger("ringauth_gui.test")
theirs = logging.getLogger("urllib3.connectionpool")

MakeLog = Callable[..., ProgramLog]


@pytest.fixture
def make_log(tmp_path: Path, clock: FixedClock) -> Iterator[MakeLog]:
    """Return what makes a log that is given all there is to log."""
    redaction = Redaction()
    redaction.know(SECRET)
    root, levels = logging.getLogger(), (ours.level, theirs.level)
    handlers, level = root.handlers[:], logging.getLogger("ringauth_gui").level

    def make(
        folder: Path = tmp_path / "log", first: Callable[[], str] = lambda: "Versions"
    ) -> ProgramLog:
        log = ProgramLog(folder, clock, LogFormatter(redaction, lambda: ANN), first)
        log_to(log)
        return log

    yield make
    root.handlers[:] = handlers
    logging.getLogger("ringauth_gui").setLevel(level)
    for logger, before in zip((ours, theirs), levels, strict=True):
        logger.setLevel(before)


def _lines(log: ProgramLog) -> list[str]:
    log.end(5.0)
    return [
        line
        for path in log.folder.glob("*.log")
        for line in path.read_text("utf-8").splitlines()
    ]


def test_nothing_is_written_before_it_may_and_nothing_is_lost(
    make_log: MakeLog,
) -> None:
    log = make_log()
    ours.info("before the window was there")
    assert not log.folder.exists()

    log.start()
    ours.info("after it was painted")

    said = [line.partition(": ")[2] for line in _lines(log)]
    assert said == [
        "Versions",
        "before the window was there",
        "after it was painted",
    ]


def test_a_program_that_never_had_a_window_leaves_its_log_too(
    make_log: MakeLog,
) -> None:
    log = make_log()
    ours.error("it ended at once")

    assert "it ended at once" in _lines(log)[1]


def test_every_line_is_clean_and_tells_the_time_in_utc(make_log: MakeLog) -> None:
    log = make_log()

    ours.info("token %s of /home/ann/x\nsecond line", SECRET)

    line = _lines(log)[1]
    assert line[10] == "T"
    assert line.split()[0].endswith("Z")
    assert "INFO ringauth_gui.test: token ••••" in line
    assert "~/x\\nsecond line" in line
    assert "CANARY" not in line


def test_a_record_that_does_not_fit_its_arguments_is_withheld(
    make_log: MakeLog, capsys: pytest.CaptureFixture[str]
) -> None:
    log = make_log()

    log.handle(logging.LogRecord("n", 40, "f", 1, "%d tokens", (SECRET,), None))

    assert "withheld" in _lines(log)[1]
    assert "CANARY" not in capsys.readouterr().err


@pytest.mark.case("RD-08")
def test_no_library_writes_what_it_sends_however_loud_it_is_told_to_be(
    make_log: MakeLog,
) -> None:
    log = make_log()
    theirs.setLevel(logging.DEBUG)
    ours.setLevel(logging.DEBUG)

    theirs.debug('"POST /token HTTP/1.1" 200')
    theirs.info("Starting new connection")
    ours.debug("too much")
    theirs.warning("Retrying")

    text = "\n".join(_lines(log))
    assert "Retrying" in text
    assert "POST" not in text
    assert "Starting" not in text
    assert "too much" not in text


def test_trouble_that_comes_each_second_is_written_ever_more_seldom(
    make_log: MakeLog, clock: FixedClock
) -> None:
    log = make_log()

    for second in range(1000):
        ours.warning("cannot be read: %s", second)
        ours.warning("cannot be written")
        clock.advance(1)

    told = [line for line in _lines(log) if "cannot be read" in line]
    assert len(told) == 4
    assert told[3].endswith("999 (for the 1000th time)")


def test_what_is_no_trouble_is_written_each_time(make_log: MakeLog) -> None:
    log = make_log()

    for _time in range(3):
        ours.info("refresh: done")

    assert sum("refresh: done" in line for line in _lines(log)) == 3


def test_a_line_has_an_end(make_log: MakeLog) -> None:
    log = make_log()

    ours.error("x" * 10 * LONGEST_LINE)

    assert len(_lines(log)[1]) == LONGEST_LINE


def test_a_disk_that_hangs_neither_blocks_nor_fills_the_memory(
    make_log: MakeLog,
) -> None:
    hangs = threading.Event()

    def first() -> str:
        hangs.wait(30)
        return "Versions"

    log = make_log(first=first)
    log.start()
    for number in range(MOST_WAITING + 500):
        ours.info("line %d", number)

    log.end(0.05)

    hangs.set()
    text = "\n".join(_lines(log))
    assert f"line {MOST_WAITING - 1}" in text
    assert f"line {MOST_WAITING}" not in text


def test_a_folder_that_cannot_be_made_is_told_and_disturbs_nobody(
    make_log: MakeLog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    log = make_log(tmp_path / "file" / "log")

    log.start()
    ours.error("nobody can keep this")
    log.end(5.0)

    assert log.problem == "Not a directory"
    assert capsys.readouterr().err == ""


def test_only_the_owner_can_read_it(make_log: MakeLog) -> None:
    log = make_log()
    log.end(5.0)

    [file] = log.folder.iterdir()

    assert stat.S_IMODE(log.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

"""The program's log: cleaned at once, written to its file by a thread of its own."""

import logging
import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from ringauth_gui.moment import Clock
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.redaction import RedactingFormatter, Redaction
from ringauth_gui.repeats import Repeats

LONGEST_LINE = 16 * 1024  # characters; a traceback has a few thousand
MOST_WAITING = 1000  # lines, while the disk is slow; what comes then is lost
OURS = "ringauth_gui"

First = Callable[[], str]


class SparingFilter(logging.Filter):
    """Lets through what the log is for, and the same trouble ever more seldom.

    That is our own records from INFO on, and those of libraries from WARNING on, to
    whichever level somebody set their loggers (RD-08). Trouble that comes again without
    a pause passes as the 1st, 10th, 100th and so on.
    """

    def __init__(self, least: int, clock: Clock) -> None:
        """Let our own records pass from the level ``least`` on."""
        super().__init__()
        self._least = least
        self._repeats = Repeats(clock)

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is to be written; its ``times`` tells how often."""
        if record.levelno < logging.WARNING:
            is_ours = record.name.partition(".")[0] == OURS
            return is_ours and record.levelno >= self._least
        times = self._repeats.count(_kind(record))
        vars(record)["times"] = times
        return str(times).rstrip("0") == "1"


class LogFormatter(RedactingFormatter):
    """Formats a record on one clean line that has no path of the person's home."""

    def __init__(
        self, redaction: Redaction, names: Callable[[], PersonalNames]
    ) -> None:
        """Clean with ``redaction``, and replace what ``names`` returns.

        They are asked for when there is something to format: the system takes its time.
        """
        super().__init__(redaction)
        self._names = names

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the record's text without secrets; fails closed."""
        text = self._names().replaced_in(super().format(record))
        times = getattr(record, "times", 1)
        again = f" (for the {times}th time)" if times > 1 else ""
        return f"{text[:LONGEST_LINE]}{again}"


class ProgramLog(logging.Handler):
    """Keeps clean lines from the start on, and writes them once it may.

    Attributes:
        folder: Where the files are.
        problem: Why nothing can be written, in the system's words; None while it can.
    """

    def __init__(
        self, folder: Path, clock: Clock, formatter: LogFormatter, first: First
    ) -> None:
        """Write into ``folder``, but not before ``start``.

        Args:
            folder: Where the files are.
            clock: Tells the time.
            formatter: Cleans each record.
            first: Returns what the file says of the program; may take long.
        """
        super().__init__()
        self.setFormatter(formatter)
        self._first = first
        self.addFilter(SparingFilter(logging.INFO, clock))
        self.folder = folder
        self.problem: str | None = None
        self._started_at = clock().wall
        # Not a Queue: a record may be logged anywhere, in the midst of another too.
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's line until it is written."""
        if self._lines.qsize() < MOST_WAITING:
            self._lines.put(self.format(record))

    def start(self) -> None:
        """Write what was logged, and what is from now on."""
        self._thread = threading.Thread(
            target=self._write, name="RingAuth log", daemon=True
        )
        self._thread.start()

    def end(self, seconds: float) -> None:
        """Write what is left, as far as that is done in ``seconds``."""
        self._lines.put(None)
        if self._thread is None:
            self._write()
        else:
            self._thread.join(seconds)

    def _write(self) -> None:
        # Late: what it imports takes longer than a window should take to open.
        from ringauth_gui.storage.log_files import new_log_file  # noqa: PLC0415

        try:
            file = new_log_file(self.folder, self._started_at, os.getpid())
        except (OSError, ValueError, OverflowError) as error:
            self.problem = getattr(error, "strerror", None) or type(error).__name__
            return
        line: str | None = self.format(_record(self._first()))
        while line is not None:
            file.handle(_record(line))
            line = self._lines.get()
        file.close()


def _record(line: str) -> logging.LogRecord:
    return logging.LogRecord(OURS, logging.INFO, "", 0, line, None, None)


def trouble_of(error: BaseException | None) -> tuple[object, ...]:
    """Return what errors of the same trouble have in common: kind and place."""
    place = None if error is None else error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = None if place is None else (place.tb_frame.f_code, place.tb_lineno)
    return type(error), where


def _kind(record: logging.LogRecord) -> tuple[object, ...]:
    error = record.exc_info[1] if record.exc_info else None
    words = record.msg if isinstance(record.msg, str) else type(record.msg)
    return record.name, words, *trouble_of(error)

"""What the process as a whole must not do: dump its memory, or end on a bug."""

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from ringauth_gui.moment import Clock
from ringauth_gui.program_log import (
    OURS,
    LogFormatter,
    ProgramLog,
    SparingFilter,
    trouble_of,
)
from ringauth_gui.repeats import Repeats

_log = logging.getLogger(OURS)


def forbid_core_files() -> None:
    """Keep the system from writing the process's memory to disk (R25, PR-13)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - only POSIX has it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def log_to(log: ProgramLog) -> None:
    """Give ``log`` what is logged from now on."""
    logging.getLogger().addHandler(log)
    _log.setLevel(logging.INFO)


def log_to_stderr(formatter: LogFormatter, clock: Clock) -> None:
    """Write warnings and errors to stderr, cleaned, those of libraries too."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    # On the handler: a library may have set its own logger to any level.
    handler.addFilter(SparingFilter(logging.WARNING, clock))
    logging.getLogger().addHandler(handler)


def report_bugs(show: Callable[[], None], clock: Clock) -> None:
    """Log an error that nobody expected, then ``show`` that there was one (PR-11).

    One that comes again and again, such as from a timer, is shown once. ``show`` is
    called on the thread that failed, at any moment: it must not touch the window.
    """
    repeats = Repeats(clock)

    def report(where: str, error: BaseException | None) -> None:
        whole = None if error is None else (type(error), error, error.__traceback__)
        _log.error("Unexpected error%s", where, exc_info=whole)
        if repeats.count(trouble_of(error)) == 1:
            show()

    def report_raised(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
        else:
            report("", error)

    def report_end_of_thread(ended: threading.ExceptHookArgs) -> None:
        if not issubclass(ended.exc_type, SystemExit):
            report(" in a thread", ended.exc_value)

    def report_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
        # Without the object that it names: its representation is anybody's text.
        report(" that could not be raised", unraisable.exc_value)

    sys.excepthook = report_raised
    threading.excepthook = report_end_of_thread
    sys.unraisablehook = report_unraisable

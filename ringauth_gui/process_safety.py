"""What the process as a whole must not do: dump its memory, or end on a bug."""

import contextlib
import logging
import sys
from collections.abc import Callable
from types import TracebackType

from ringauth_gui.redaction import RedactingFormatter, Redaction

_log = logging.getLogger("ringauth_gui")


def forbid_core_files() -> None:
    """Keep the system from writing the process's memory to disk (R25, PR-13)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - only POSIX has it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def log_to_stderr(redaction: Redaction) -> None:
    """Write warnings and errors to stderr, cleaned."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(redaction))
    _log.addHandler(handler)
    _log.setLevel(logging.WARNING)
    _log.propagate = False


def report_bugs(show: Callable[[], None]) -> None:
    """Log an error that nobody expected, then ``show`` that there was one (PR-11)."""

    def report(
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        _log.error("Unexpected error", exc_info=(kind, error, traceback))
        show()

    sys.excepthook = report

"""What the process as a whole must not do: dump its memory, or end on a bug."""

import contextlib
import logging
import sys
import threading
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
    """Write warnings and errors to stderr, cleaned, those of libraries too."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(redaction))
    # On the handler: a library may have set its own logger to any level.
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


def report_bugs(show: Callable[[], None]) -> None:
    """Log an error that nobody expected, then ``show`` that there was one (PR-11).

    Only what reaches the main thread is shown: ``show`` may touch the window. An error
    that ends another thread, or that Python has nobody to raise to, is logged.
    """

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
    threading.excepthook = _log_end_of_thread
    sys.unraisablehook = _log_unraisable


def _log_end_of_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None and not issubclass(ended.exc_type, SystemExit):
        whole = (ended.exc_type, ended.exc_value, ended.exc_traceback)
        _log.error("Unexpected error in a thread", exc_info=whole)


def _log_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    # Without the object that it names: its representation is anybody's text.
    error = unraisable.exc_value
    whole = None if error is None else (type(error), error, unraisable.exc_traceback)
    _log.error("Unexpected error that could not be raised", exc_info=whole)

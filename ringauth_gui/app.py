"""The composition root: arguments in, every object built, the event loop run."""

import atexit
import sys
from collections.abc import Sequence

import platformdirs
import PySide6
from PySide6.QtGui import QIcon

from ringauth_gui import __version__
from ringauth_gui.arguments import parse_arguments, refuse_argument
from ringauth_gui.gui.resources import resource_path
from ringauth_gui.gui.screen import open_screen
from ringauth_gui.gui.stop_signals import StopSignals
from ringauth_gui.late import Late
from ringauth_gui.moment import system_clock
from ringauth_gui.personal_names import personal_names
from ringauth_gui.process_name import name_process
from ringauth_gui.process_safety import forbid_core_files, log_to, log_to_stderr
from ringauth_gui.program import Program
from ringauth_gui.program_files import Files
from ringauth_gui.program_log import LogFormatter, ProgramLog
from ringauth_gui.redaction import Redaction

NAME = "ringauth"
AUTHORIZATION_SECONDS = 300.0
LOG_SECONDS = 0.3  # that the end of the program waits for its log
NO_FILES = 1


def main(
    argv: Sequence[str] | None = None,
    *,
    authorization_seconds: float = AUTHORIZATION_SECONDS,
) -> int:
    """Run RingAuth; return its exit code.

    Args:
        argv: The arguments without the program's name; those of the process if None.
        authorization_seconds: How long a sign-in waits for the browser.
    """
    arguments = parse_arguments(sys.argv[1:] if argv is None else argv)
    forbid_core_files()
    name_process()
    signals = StopSignals()
    application = open_screen(NAME)
    redaction = Redaction()
    try:
        files = _files(redaction)
    except RuntimeError:  # of pathlib, for whom the system does not know
        sys.stderr.write("ringauth: there is no home folder: HOME is not set.\n")
        return NO_FILES
    loaded = files.profiles.load()
    names = [profile.name for profile in loaded.profiles]
    if arguments.profile is not None and arguments.profile not in names:
        refuse_argument("there is no profile with the name that --profile gives.")
    application.setApplicationName("RingAuth")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(NAME)
    application.setWindowIcon(QIcon(str(resource_path("ringauth.svg"))))
    program = Program(application, files, loaded, redaction, authorization_seconds)
    program.start(arguments)
    signals.close_by(program.close)
    application.commitDataRequest.connect(lambda _manager: program.remember())
    code = application.exec()
    program.end()
    return code


def _files(redaction: Redaction) -> Files:
    return Files(
        config=platformdirs.user_config_path(NAME, appauthor=False),
        locks=platformdirs.user_state_path(NAME, appauthor=False) / "locks",
        log=_start_log(redaction),
        clock=system_clock,
    )


def _start_log(redaction: Redaction) -> ProgramLog:
    formatter = LogFormatter(redaction, Late(personal_names))
    folder = platformdirs.user_log_path(NAME, appauthor=False)
    log = ProgramLog(folder, system_clock, formatter, _versions)
    log_to(log)
    log_to_stderr(formatter, system_clock)
    # Python calls it after it told of an error that ends the program.
    atexit.register(log.end, LOG_SECONDS)
    return log


def _versions() -> str:
    import platform  # noqa: PLC0415 - only the log's file asks, after the first paint

    return (
        f"RingAuth {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}"
    )

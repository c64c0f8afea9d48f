"""Runs the course, and listens to all that is said meanwhile."""

import contextlib
import logging
import time
from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.program_log import LogFormatter, ProgramLog
from tests.canary.course import Course
from tests.canary.other_flows import CANARIES, run_other_flows
from tests.fakes.core import Core
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.practice_person import PracticePerson

LIMIT = 100_000
SETTINGS = Settings(auth_limit=LIMIT, light_limit=LIMIT, medium_limit=LIMIT)


@contextlib.contextmanager
def course(folder: Path) -> Iterator[Course]:
    """Run the course in ``folder``, with every logger at its most verbose level."""
    (folder / "files").mkdir()
    with PracticeServer(0, SETTINGS) as server:
        person, clock = PracticePerson(), FixedClock(time.time(), time.monotonic())
        core = Core(server.address, person.open, folder / "files", clock=clock)
        done = Course(core, server, person, folder / "files", others=CANARIES)
        with (
            _logging_everything(done),
            contextlib.redirect_stdout(done.output),
            contextlib.redirect_stderr(done.output),
        ):
            done.run()
            run_other_flows(done, folder)
        yield done


@contextlib.contextmanager
def _logging_everything(done: Course) -> Iterator[None]:
    names = PersonalNames("", "")
    formatter = LogFormatter(done.core.redaction, lambda: names)
    log = ProgramLog(done.files / "log", done.core.clock, formatter, lambda: "Versions")
    plain = logging.StreamHandler(done.plain_log)
    # The person's browser is in this process here, and has the address that it is sent.
    plain.addFilter(lambda record: "_sign_in" not in (record.threadName or ""))
    root = logging.root
    known = [root, *map(logging.getLogger, sorted(root.manager.loggerDict))]
    levels = [logger.level for logger in known]
    for logger in known:
        logger.setLevel(logging.DEBUG)
    root.addHandler(log)
    root.addHandler(plain)
    log.start()
    try:
        yield
    finally:
        log.end(5.0)
        root.removeHandler(log)
        root.removeHandler(plain)
        for logger, level in zip(known, levels, strict=True):
            logger.setLevel(level)

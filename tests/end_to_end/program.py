"""RingAuth as users start it, and the person who sits at its browser."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until
from tests.end_to_end.window import Window

ROOT = Path(__file__).parents[2]
BROWSER = Path(__file__).with_name("person_at_browser.py")
PROGRAM_LOG = "ringauth.log"
QUIT_SECONDS = 5.0  # threat model, R20
VISIT_SECONDS = 30.0  # a browser that starts on a busy machine takes its time
AS_USERS_DO = (str(ROOT / "main.py"),)
# Neither is an option of the product: a test starts the composition root itself.
SHORT_OF_TIME = (
    "-c",
    "import sys; from ringauth_gui.app import main; "
    "sys.exit(main(sys.argv[1:], authorization_seconds=3))",
)
LOGGING_EVERYTHING = (
    "-c",
    "import logging, sys; logging.basicConfig(level=logging.DEBUG); "
    "from ringauth_gui.app import main; sys.exit(main(sys.argv[1:]))",
)


@dataclass(frozen=True)
class Visit:
    """What a person saw in the browser at the end, and all that it asked for."""

    title: str
    text: str
    address: str
    requested: list[str]


class Browser:
    """What the person will do in the browser, and what came of it."""

    def __init__(self, folder: Path) -> None:
        """Keep steps and visits in ``folder``."""
        self._steps = folder / "steps.json"
        self._visits = folder / "visits.jsonl"
        self._seen = 0
        self.variables = {
            "BROWSER": f"{sys.executable} {BROWSER}",
            "RINGAUTH_TEST_STEPS": str(self._steps),
            "RINGAUTH_TEST_VISITS": str(self._visits),
        }
        self.will()

    def will(self, *steps: str) -> None:
        """Let the person take these steps at the next visit, then close the browser."""
        self._steps.write_text(json.dumps(steps), "utf-8")

    def next_visit(self) -> Visit:
        """Wait for the end of a visit that was not asked for before, and return it."""
        visits = wait_until(
            lambda: self.visits()[self._seen :], VISIT_SECONDS, "back from the browser"
        )
        self._seen += 1
        return visits[0]

    def trouble(self) -> str:
        """Return what went wrong at the person's side."""
        log = self._visits.with_suffix(".log")
        return log.read_text("utf-8") if log.exists() else "The browser never started."

    def visits(self) -> list[Visit]:
        """Return all visits so far."""
        if not self._visits.exists():
            return []
        lines = self._visits.read_text("utf-8").splitlines()
        return [Visit(**json.loads(line)) for line in lines]


class Program:
    """One run of RingAuth, with its window."""

    def __init__(
        self,
        desktop: Desktop,
        browser: Browser,
        arguments: Sequence[str] = (),
        *,
        started_by: Sequence[str] = AS_USERS_DO,
    ) -> None:
        """Start it on ``desktop`` with the person at ``browser``."""
        command = [sys.executable, *started_by, *arguments]
        surroundings = {
            **browser.variables,
            "PYTHONFAULTHANDLER": "1",  # a crash says where
            "PYTHONPATH": str(ROOT),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._process = desktop.start(command, surroundings, PROGRAM_LOG)
        log = desktop.home.parent / PROGRAM_LOG
        self.window = Window(desktop, self._process, log)

    def __enter__(self) -> Self:
        """Wait for the window."""
        try:
            self.window.wait_for("mainWindow")
        except AssertionError as error:
            error.add_note(self.window.story())
            raise
        return self

    def __exit__(
        self, _kind: object, error: BaseException | None, _trace: object
    ) -> None:
        """Let go of the window; the desktop ends what still runs."""
        if error is not None:
            error.add_note(self.window.story())
        self.window.close()

    def seen_by_others(self) -> str:
        """Return what the system tells about the process: arguments, environment."""
        process = Path("/proc") / str(self._process.pid)
        texts = [(process / name).read_text("utf-8") for name in ("cmdline", "environ")]
        return "\n".join(texts)

    def quit(self) -> None:
        """Quit by the menu; fail unless the program ends in time and content."""
        self.window.trigger("Quit")
        assert self._process.wait(timeout=QUIT_SECONDS) == 0

"""A desktop with a camera, and what is set up there before pictures are taken."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.kept_sessions import KeptProfile, leave
from tests.end_to_end.program import ROOT, Browser, Program
from tests.practice.control_use import ControlUse
from tests.screenshots.camera import Camera

SMALLEST = (820, 560)
USUAL = (1100, 740)
TALL = (1100, 1400)


class Studio:
    """A desktop on which programs are photographed.

    Attributes:
        home: The home folder of whoever works there.
        browser: The person at the browser.
        keyring: The desktop's gnome-keyring.
    """

    def __init__(self, desktop: Desktop, home: Path, folder: Path) -> None:
        """Keep what is for one run in ``home``, and the pictures in ``folder``."""
        self._desktop = desktop
        self._folder = folder
        self.home = desktop.home
        self.keyring = desktop.keyring
        self.browser = Browser(home)
        camera_browser = Path(__file__).with_name("browser_with_camera.py")
        self.browser.variables |= {
            "BROWSER": f"{sys.executable} {camera_browser}",
            "RINGAUTH_PICTURES": str(folder),
        }

    @contextmanager
    def program(self, *arguments: str) -> Iterator[tuple[Program, Camera]]:
        """Start RingAuth, and quit it afterwards."""
        with Program(self._desktop, self.browser, arguments) as program:
            yield program, Camera(self._desktop, program.window, self._folder)
            program.quit()

    @contextmanager
    def switched_program(self) -> Iterator[tuple[Program, Camera, ControlUse]]:
        """Start RingAuth at a practice server that can be switched from here."""
        with PracticeServer() as server, self.program("--practice") as (one, camera):
            one.window.wait_for("authorizeButton", lambda button: button.is_usable)
            yield one, camera, ControlUse(server.address)

    def leave_profiles(self, times: int = 1) -> None:
        """Add the profiles and tokens of former days, so many ``times``."""
        kept = "tests.screenshots.kept_profiles"
        command = (sys.executable, "-m", kept, str(times))
        process = self._desktop.start(command, {"PYTHONPATH": str(ROOT)})
        assert process.wait(60) == 0, "the profiles could not be left"

    def leave(self, profiles: Sequence[KeptProfile]) -> None:
        """Leave ``profiles`` with their tokens."""
        leave(self._desktop, profiles)

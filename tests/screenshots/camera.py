"""Takes a picture of RingAuth's window, once light and once dark."""

import time
from pathlib import Path

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program

SETTLE_SECONDS = 0.5  # for the paint after the last change
COMMAND_SECONDS = 20


class Camera:
    """Photographs the window of one program.

    ImageMagick's ``import`` takes the picture and ``xdotool`` sets the window's size.
    """

    def __init__(self, desktop: Desktop, program: Program, folder: Path) -> None:
        """Save what ``program`` shows on ``desktop`` in ``folder``."""
        self._desktop = desktop
        self._window = program.window
        self._folder = folder

    def take(self, name: str) -> None:
        """Save ``name-light.png`` and ``name-dark.png``."""
        for mode in ("Dark", "Light"):
            self._window.trigger(mode)
            time.sleep(SETTLE_SECONDS)
            path = self._folder / f"{name}-{mode.lower()}.png"
            # 256 colours are all that the window has, and a quarter of the bytes.
            self._run(
                *("import", "-silent", "-window", "RingAuth", "-strip"),
                *("+dither", "-colors", "256", f"PNG8:{path}"),
            )

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._run(
            *("xdotool", "search", "--onlyvisible", "--name", "^RingAuth$"),
            *("windowsize", "--sync", str(width), str(height)),
        )

    def _run(self, *command: str) -> None:
        code = self._desktop.start(command).wait(COMMAND_SECONDS)
        assert code == 0, f"{command[0]} ended with {code}; see desktop.log"

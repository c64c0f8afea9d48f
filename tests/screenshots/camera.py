"""Takes a picture of RingAuth's window, once light and once dark."""

import time
from pathlib import Path

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until
from tests.end_to_end.window import Window

SETTLE_SECONDS = 0.5  # for the paint after the last change
COMMAND_SECONDS = 20


class Camera:
    """Photographs RingAuth on one desktop.

    ImageMagick's ``import`` takes the picture; ``xdotool`` sets sizes. Colours are
    switched in the menu, which a dialog does not keep from a screen reader.
    """

    def __init__(self, desktop: Desktop, window: Window, folder: Path) -> None:
        """Save what ``window`` shows on ``desktop`` in ``folder``."""
        self._desktop = desktop
        self._window = window
        self._folder = folder

    def take(self, name: str, title: str = "RingAuth") -> None:
        """Save ``name-light.png`` and ``name-dark.png`` of the window titled so."""
        for mode in ("Dark", "Light"):
            self._switch(mode)
            path = self._folder / f"{name}-{mode.lower()}.png"
            # 256 colours are all that the window has, and a quarter of the bytes.
            self._run(
                *("import", "-silent", "-window", title, "-strip"),
                *("+dither", "-colors", "256", f"PNG8:{path}"),
            )

    def _switch(self, mode: str) -> None:
        def is_switched() -> bool:
            return any(
                item.name == mode and "checked" in item.states
                for item in self._window.tree()
            )

        self._window.trigger(mode)
        wait_until(is_switched, COMMAND_SECONDS, f"switched: {mode}")
        time.sleep(SETTLE_SECONDS)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._use_window("windowsize", "--sync", str(width), str(height))

    def _use_window(self, *orders: str) -> None:
        found = ("search", "--onlyvisible", "--name", "^RingAuth$")
        self._run("xdotool", *found, *orders)

    def _run(self, *command: str) -> None:
        code = self._desktop.start(command).wait(COMMAND_SECONDS)
        assert code == 0, f"{command[0]} ended with {code}; see desktop.log"

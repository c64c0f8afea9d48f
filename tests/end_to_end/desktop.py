"""A desktop of its own: screen, window manager, session bus, keyring, accessibility."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from tests.end_to_end.keyring_daemon import KeyringDaemon
from tests.end_to_end.processes import end, start
from tests.end_to_end.session_bus import bus_command, wait_for_owner

SCREEN = "1400x900x24"
ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"


class Desktop:
    """What a person's programs find around them, in a fresh home folder.

    Attributes:
        home: The home folder.
        variables: The environment for programs on this desktop.
        keyring: Its gnome-keyring.
    """

    def __init__(
        self, folder: Path, *, has_keyring: bool = True, screen: str = SCREEN
    ) -> None:
        """Prepare a desktop whose files all lie under ``folder``."""
        self.home = folder / "home"
        self.variables = _fresh_variables(folder, self.home)
        self.keyring = KeyringDaemon(self.variables, folder / "desktop.log")
        self._folder = folder
        self._has_keyring = has_keyring
        self._screen = screen
        self._running = ExitStack()

    def __enter__(self) -> Self:
        """Start everything; return when it all answers."""
        with ExitStack() as running:
            self._running = running
            self._start_screen()
            self._start_bus()
            if self._has_keyring:
                self._start_keyring()
            self.start([ACCESSIBILITY_BUS, "--launch-immediately"])
            wait_for_owner("org.a11y.Bus", self.variables)
            self.start(["openbox"])
            self._running = running.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """End everything, the last first."""
        self._running.close()

    def start(
        self,
        command: Sequence[str],
        variables: Mapping[str, str] | None = None,
        log_name: str = "desktop.log",
    ) -> "subprocess.Popen[str]":
        """Start a program on this desktop; it ends with the desktop at the latest."""
        surroundings = {**self.variables, **(variables or {})}
        process = start(command, surroundings, self._folder / log_name)
        self._running.callback(end, process)
        return process

    def _start_screen(self) -> None:
        reading, writing = os.pipe()
        with os.fdopen(reading) as number:
            command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._screen]
            log = self._folder / "desktop.log"
            process = start(command, self.variables, log, pass_fds=[writing])
            self._running.callback(end, process)
            os.close(writing)
            self.variables["DISPLAY"] = f":{number.readline().strip()}"

    def _start_bus(self) -> None:
        socket = Path(self.variables["XDG_RUNTIME_DIR"]) / "bus"
        self.start(bus_command(self._folder, socket))
        self.variables["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        wait_for_owner("org.freedesktop.DBus", self.variables)

    def _start_keyring(self) -> None:
        self._running.callback(self.keyring.end)
        self.keyring.start()


def _fresh_variables(folder: Path, home: Path) -> dict[str, str]:
    runtime = folder / "runtime"
    temporary = folder / "tmp"
    for path in (home, runtime, temporary):
        path.mkdir(mode=0o700)
    return {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "TMPDIR": str(temporary),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
    }

"""Opens an address in the system browser: one argument, no shell."""

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence

# In this order; the first two ask the desktop which browser the person likes.
LINUX_BROWSERS = (
    ("xdg-open",),
    ("gio", "open"),
    ("x-www-browser",),
    ("firefox",),
    ("firefox-esr",),
    ("google-chrome",),
    ("chromium",),
)
FAILS_WITHIN = 0.5  # seconds; an opener that fails says so at once

StartProgram = Callable[[Sequence[str]], bool]


class SystemBrowser:
    """Opens what ``$BROWSER`` names; where it is unset, the desktop's own browser."""

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        platform: str = sys.platform,
        start: "StartProgram | None" = None,
    ) -> None:
        """Take the environment and what starts a program; both are for tests."""
        self._environ = environ
        self._platform = platform
        self._start = start or start_program

    def open(self, address: str) -> bool:
        """Open ``address``; return False when no browser could be started."""
        if not address.startswith(("https://", "http://")):
            return False
        return any(self._start(command) for command in self._commands(address))

    def name(self) -> str | None:
        """Return the program that would open an address; None when there is none."""
        programs = (command[0] for command in self._commands("https://localhost"))
        return next(filter(shutil.which, programs), None)

    def _commands(self, address: str) -> Iterator[list[str]]:
        named = self._environ.get("BROWSER", "")
        if named:
            commands = map(_words, named.split(os.pathsep))
            yield from (_with_address(words, address) for words in commands if words)
        elif self._platform == "darwin":
            yield ["/usr/bin/open", address]
        elif self._platform == "win32":
            yield ["rundll32", "url.dll,FileProtocolHandler", address]
        else:
            for browser in LINUX_BROWSERS:
                yield [*browser, address]


def start_program(command: Sequence[str]) -> bool:
    """Start ``command`` apart from this program; return whether it came up."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, the address is checked
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(FAILS_WITHIN) == 0
    except subprocess.TimeoutExpired:
        # Somebody has to wait for it, or a dead process stays behind.
        threading.Thread(target=process.wait, name="browser", daemon=True).start()
        return True


def _words(named: str) -> list[str]:
    try:
        return shlex.split(named)
    except ValueError:
        return []


def _with_address(words: list[str], address: str) -> list[str]:
    """Put the address where ``%s`` stands, else at the end, as ``$BROWSER`` is read."""
    if any("%s" in word for word in words):
        return [word.replace("%s", address) for word in words]
    return [*words, address]

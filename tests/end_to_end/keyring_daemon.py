"""The real gnome-keyring of a desktop, and what may happen to it."""

import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.end_to_end.processes import end, start, wait_until
from tests.end_to_end.session_bus import SECONDS, wait_for_owner

DAEMON = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
PROMPTER = "/usr/libexec/gcr-prompter"
TITLE = "Unlock Login Keyring"
PASSWORD = "the password of this desktop"
_LOGIN = "/org/freedesktop/secrets/collection/login"
_LOCK = (
    "dbus-send",
    "--session",
    "--print-reply",
    "--dest=org.freedesktop.secrets",
    "/org/freedesktop/secrets",
    "org.freedesktop.Secret.Service.Lock",
    f"array:objpath:{_LOGIN}",
)


class KeyringDaemon:
    """Runs gnome-keyring, unlocked at first."""

    def __init__(self, variables: Mapping[str, str], log: Path) -> None:
        """Belong to the desktop of ``variables``."""
        self._variables = variables
        self._log = log
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it with the password; return when it answers."""
        self._process = start(DAEMON, self._variables, self._log, stdin=subprocess.PIPE)
        if self._process.stdin is not None:
            self._process.stdin.write(PASSWORD)
            self._process.stdin.close()
        wait_for_owner("org.freedesktop.secrets", self._variables)

    def end(self) -> None:
        """End it, where it runs."""
        if self._process is not None:
            end(self._process)
            self._process = None

    def kill(self) -> None:
        """End it as a crash does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(SECONDS)
        self._process = None

    def lock(self) -> None:
        """Lock it as the desktop does after a while."""
        self._run(_LOCK)

    def prompts(self) -> int:
        """Return how many windows of the prompter ask for the password."""
        command = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
        found = subprocess.run(
            command, env=dict(self._variables), check=False, capture_output=True
        )
        return len(found.stdout.split())

    def dismiss_prompt(self) -> None:
        """Wait for the window that asks for the password, and close it."""
        wait_until(self.prompts, SECONDS, "asked for the password")
        self._press("Escape")

    def give_password(self) -> None:
        """Wait for the window that asks for the password, and type it there."""
        wait_until(self.prompts, SECONDS, "asked for the password")
        self._run(("xdotool", "type", PASSWORD))
        self._press("Return")

    def _press(self, key: str) -> None:
        # To whichever window has the keyboard: the prompter's takes it.
        self._run(("xdotool", "key", key))
        wait_until(lambda: not self.prompts(), SECONDS, "no longer asked")

    def _run(self, command: tuple[str, ...]) -> None:
        subprocess.run(
            command,
            env=dict(self._variables),
            check=True,
            capture_output=True,
        )

"""RingAuth as a process of its own, driven and then ended by a test."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.fake_authorization_server import AUTHORIZE, EXTENSION, REVOKE, TOKEN
from tests.program_process import ROOT, store_profile, surroundings

PROGRAM = Path(__file__).with_name("driven_program.py")
PATIENCE = 20.0  # seconds, on a busy machine
POLL = 0.02
CLOSE = "close"
NO_VARIABLES: Mapping[str, str] = {}

# Follows the redirects to the callback, as a browser does.
FOLLOW = (
    f"{sys.executable} -c "
    '"import sys, urllib.request; urllib.request.urlopen(sys.argv[1]).read()"'
)


@dataclass(frozen=True)
class Ended:
    """How a run ended.

    Attributes:
        code: The exit code.
        seconds: How long it took from when it was asked to.
        said: What was written to stderr.
        threads: Those that were left when the program was done.
    """

    code: int
    seconds: float
    said: str
    threads: list[str]


class Driven:
    """One run, in a folder of its own.

    Attributes:
        environment: What the process finds around it.
    """

    def __init__(
        self,
        folder: Path,
        *profiles: Profile,
        browser: str = "true",
        arguments: Sequence[str] = (),
        screen: str = "",
    ) -> None:
        """Prepare a run with ``profiles``; ``browser`` is a command.

        It runs without a screen, or else on the X server called ``screen``.
        """
        self.environment: Mapping[str, str] = {
            **surroundings(folder),
            "BROWSER": browser,
            "DRIVEN_FOLDER": str(folder),
            **({"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen} if screen else {}),
        }
        if profiles:
            store_profile(self.environment, *profiles)
        self._folder = folder
        self._asked_at = time.monotonic()
        self._command = [sys.executable, str(PROGRAM), *arguments]

    def __enter__(self) -> Self:
        """Start it, and wait for its first paint."""
        self.start()
        assert self._answer() == "painted"
        return self

    def __exit__(self, *_: object) -> None:
        """End it for certain."""
        self.process.kill()
        self.process.communicate()

    def start(self, variables: Mapping[str, str] = NO_VARIABLES) -> None:
        """Start it, with more ``variables`` around it."""
        self._asked_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            env={**self.environment, **variables},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, verb: str, about: str = "") -> object:
        """Have something done in the window, and return what came of it."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{verb} {about}\n")
        self.process.stdin.flush()
        return self._answer()

    def do(self, verb: str, about: str) -> None:
        """Have something done as soon as it can be."""
        wait_until(lambda: self.ask(verb, about), f"{verb} {about}")

    def wait_for(self, name: str, part: str) -> None:
        """Wait until a label or field in sight has ``part`` in its text."""
        wait_until(lambda: part in str(self.ask("text", name)), f"{part} in {name}")

    def end(self, how: str | signal.Signals = CLOSE) -> Ended:
        """Ask it to end, and wait until it has."""
        self.ask_to_end(how)
        return self.ended()

    def ended(self) -> Ended:
        """Wait until it has ended as it was asked to."""
        out, said = self.process.communicate(timeout=PATIENCE)
        took = time.monotonic() - self._asked_at
        last = out.splitlines()[-1]
        return Ended(self.process.returncode, took, said, json.loads(last))

    def ask_to_end(self, how: str | signal.Signals = CLOSE) -> None:
        """Ask it to end."""
        self._asked_at = time.monotonic()
        if isinstance(how, signal.Signals):
            self.process.send_signal(how)
        else:
            self.ask(how)

    def wait_until_closed(self) -> None:
        """Wait until the window is closed and the program ends what still runs."""
        assert self._answer() == "ending"

    def keyring(self) -> dict[str, str]:
        """Return what the keyring holds."""
        path = self._folder / "keyring.json"
        kept: dict[str, str] = json.loads(path.read_text("utf-8"))
        return kept

    def hang_keyring(self) -> None:
        """Let calls to the keyring hang from now on."""
        (self._folder / "hang").touch()

    def mend_keyring(self) -> None:
        """Let calls to the keyring go on."""
        (self._folder / "hang").unlink()

    def _answer(self) -> object:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            _out, said = self.process.communicate(timeout=PATIENCE)
            raise AssertionError(f"it ended: {said}")
        return json.loads(line)


class Screen:
    """An X server of the test's own."""

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1200x900x24"]
        self._process = subprocess.Popen(  # noqa: S603 - as above
            command, pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Be gone."""
        self._process.kill()
        self._process.wait()


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait until ``is_so`` returns something true."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, f"not so in time: {what}"
        time.sleep(POLL)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    """Return whether nobody listens on ``port``."""
    with socket.socket() as visitor:
        return visitor.connect_ex(("127.0.0.1", port)) != 0


def profile_of(address: str, port: int) -> Profile:
    """Return a profile of the server at ``address``, called back on ``port``."""
    return Profile(
        "5f2c",
        "Support desk",
        ServerKind.OTHER,
        "client-1",
        has_secret=False,
        redirect_uris=(f"http://localhost:{port}/callback",),
        metadata=ServerMetadata(
            authorization_endpoint=f"{address}{AUTHORIZE}",
            token_endpoint=f"{address}{TOKEN}",
            revocation_endpoint=f"{address}{REVOKE}",
            userinfo_endpoint=f"{address}{EXTENSION}",
            typed=True,
        ),
    )

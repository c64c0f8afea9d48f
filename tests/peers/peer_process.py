"""A peer's sign-in as a process of its own, so that a hang costs one cell."""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.end_to_end.processes import end, start, wait_until
from tests.fakes.core import free_port
from tests.fakes.fake_authorization_server import FakeAuthorizationServer
from tests.peers.observation import Outcome

ROOT = Path(__file__).parents[2]
STARTS_WITHIN = 30.0  # seconds on a busy machine

# The browser: it leaves the address in a file, and the probes do the rest.
_BROWSER = """#!/bin/sh
printf '%s' "$1" > {folder}/address.new && mv {folder}/address.new {folder}/address
"""


class PeerProcess:
    """A sign-in of the peer ``name`` that waits for its browser.

    Attributes:
        authorization_uri: The address that it opened in the browser.
    """

    def __init__(self, name: str, server: FakeAuthorizationServer) -> None:
        """Start it, and wait until it has opened the browser."""
        self._name = name
        self._home = tempfile.TemporaryDirectory()
        self._folder = Path(self._home.name)
        self._process = start(
            [
                sys.executable,
                "-m",
                "tests.peers.signing_in",
                name,
                server.address,
                str(free_port()),
                self._home.name,
            ],
            self._variables(),
            self._folder / "log",
        )
        try:
            self.authorization_uri = wait_until(
                self._address, STARTS_WITHIN, f"a browser opened by {name}"
            )
        except AssertionError as error:
            error.add_note((self._folder / "log").read_text(encoding="utf-8"))
            self.stop()
            raise

    def outcome(self, seconds: float) -> Outcome | None:
        """Wait for its end; return None when it has none in ``seconds``."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        if self._process.poll() is None:
            return None
        try:
            told = (self._folder / "outcome").read_text(encoding="utf-8")
        except FileNotFoundError:
            return Outcome(signed_in=False, reason="crashed")
        return Outcome(**json.loads(told))

    def stop(self) -> None:
        """End it in any case."""
        end(self._process)
        self._home.cleanup()

    def _address(self) -> str:
        with suppress(FileNotFoundError):
            return (self._folder / "address").read_text(encoding="utf-8")
        return ""

    def _variables(self) -> dict[str, str]:
        browser = self._folder / "browser"
        browser.write_text(_BROWSER.format(folder=self._folder), encoding="utf-8")
        browser.chmod(0o700)
        return {
            "PATH": os.defpath,
            "HOME": self._home.name,
            "XDG_CONFIG_HOME": self._home.name,
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "BROWSER": str(browser),
            # Of oauthlib, which otherwise refuses every address without TLS.
            "OAUTHLIB_INSECURE_TRANSPORT": "1",
        }

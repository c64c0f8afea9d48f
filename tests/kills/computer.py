"""What outlives a process: a keyring, the files beside it, and what time it is."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

from keyring.backends import SecretService

from ringauth_gui.authorizer import Authorizer
from ringauth_gui.clients import Clients
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.callback_pages import read_result_pages
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.transport import HttpTransport
from ringauth_gui.redaction import Redaction
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.sign_in import OpenBrowser, SignIn
from ringauth_gui.storage.keyring_backend import KeyringBackend
from ringauth_gui.storage.keyring_calls import KeyringCalls
from ringauth_gui.storage.keyring_lock import KeyringLock
from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.keyring_token_store import KeyringTokenStore
from ringauth_gui.storage.lock_guard import LockGuard
from ringauth_gui.storage.placed_store import PlacedStore
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import RefreshLock
from ringauth_gui.storage.watched_store import WatchedStore
from ringauth_gui.vault import Vault
from tests.fakes.core import PAGES
from tests.kills.file_keyring import Manner, file_keyring
from tests.kills.stepped import (
    SteppedCounts,
    SteppedLock,
    SteppedMarks,
    SteppedSend,
    SteppedSessions,
    SteppedStore,
)
from tests.kills.steps import Steps

START = 1_750_000_000.0


@dataclass(frozen=True)
class SharedClock:
    """A ``Clock`` of several processes that goes on when one of them says so.

    It is the length of a file: whoever appends to it moves the clock on, and a process
    that is killed leaves it as it is.
    """

    file: Path
    seconds: float = 30.0

    def __call__(self) -> Moment:
        """Return the moment at which the clock stands."""
        passed = self.file.stat().st_size * self.seconds
        return Moment(START + passed, 1000.0 + passed)

    def advance(self, times: int = 1) -> None:
        """Let ``seconds`` pass, some times over."""
        descriptor = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(descriptor, b"." * times)
        os.close(descriptor)


@dataclass(frozen=True)
class Computer:
    """Where windows are opened, killed, and opened again.

    Attributes:
        folder: What is kept on disk.
        address: Of the practice server.
        profile: The profile that every window shows.
        clock: What time it is.
        manner: How the keyring replaces an item.
        bus: Of the desktop whose real keyring is used; empty for none.
    """

    folder: Path
    address: str
    profile: Profile
    clock: SharedClock
    manner: Manner = Manner.AT_ONCE
    bus: str = ""

    @property
    def locks(self) -> Path:
        """The folder of the lock files, and of what windows share."""
        return self.folder / "locks"

    def keyring(self, steps: Steps | None = None) -> KeyringTokenStore:
        """Return the store on this computer's keyring."""
        reach = (lambda _: None) if steps is None else steps.reach
        backend: KeyringBackend
        if self.bus:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.bus
            backend = SecretService.Keyring()  # type: ignore[no-untyped-call] # none there
        else:
            backend = file_keyring(self.folder / "keyring", self.manner, reach)
        return KeyringTokenStore(backend, KeyringLock(self.locks).hold)

    def open_window(
        self, steps: Steps, open_browser: OpenBrowser = lambda _: False
    ) -> Authorizer:
        """Return a window's core, put together as services.py does it."""
        transport = HttpTransport(
            user_agent="RingAuth/0.0 (Test 1)",
            clock=self.clock,
            record=_record,
            environ={},
        )
        store = SteppedStore(self.keyring(steps), steps)
        places = KeyringPlaces(self.locks)
        clients = Clients(
            send=SteppedSend(transport.send, steps),
            record=_record,
            clock=self.clock,
            vault=Vault(
                WatchedStore(
                    LockGuard(PlacedStore(store, places)), KeyringCalls(self.clock)
                ),
                SteppedMarks(self.locks, self.clock, steps),
                places,
            ),
            directory=ServerDirectory(lambda: self.address),
            redaction=Redaction(),
            counts=SteppedCounts(self.locks, self.clock, steps),
            sessions=SteppedSessions(self.locks, self.clock, steps),
        )
        hold = SteppedLock(RefreshLock(self.locks), steps).hold
        sign_in = SignIn(clients, open_browser, read_result_pages(PAGES), 30.0, hold)
        return Authorizer(clients, sign_in, hold)


def _record(_: Exchange) -> None:
    """Nobody looks at the log of a window that dies."""


def never() -> threading.Event:
    """Return a cancellation that nobody presses."""
    return threading.Event()

"""Everything below the window, put together as services.py does, on fakes."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from typing_extensions import override

from ringauth_gui.attempt import Attempt, AuthorizationProgress
from ringauth_gui.authorizer import Authorizer
from ringauth_gui.call_counts import CallCounts
from ringauth_gui.clients import Clients, SendRequest
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.oauth.callback_pages import read_result_pages
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.transport import HttpTransport
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.redaction import Redaction
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.sign_in import SignIn
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.refresh_lock import RefreshLock
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.fixed_clock import FixedClock

PAGES = Path(__file__).parents[2] / "resources" / "browser"


class FakeKeyring(MemoryTokenStore):
    """A lasting store that tells what it is asked, and fails when told to.

    Attributes:
        events: What happened, in order; tests add what they see elsewhere.
        failing: The operations that fail: "load", "save", "delete".
    """

    name = "fake keyring"
    is_lasting = True

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []
        self.failing: set[str] = set()

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        self._happen("load", kind)
        return super().load(profile_id, kind)

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        self._happen("save", kind)
        super().save(profile_id, kind, value)

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        self._happen("delete", kind)
        super().delete(profile_id, kind)

    def _happen(self, operation: str, kind: SecretKind) -> None:
        self.events.append(f"{operation} {kind.value}")
        if operation in self.failing:
            raise TokenStoreError(f"The keyring could not {operation}.")


def free_port() -> int:
    """Return a port that was free a moment ago on both loopback addresses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def new_profile(*, has_secret: bool = False, **changes: Any) -> Profile:  # noqa: ANN401 - of any field
    """Return a profile of the server that the core calls the practice server."""
    profile = Profile(
        id="5f2c",
        name="Test",
        server=ServerKind.PRACTICE,
        client_id="client-1",
        has_secret=has_secret,
        redirect_uris=(f"http://127.0.0.1:{free_port()}/callback",),
    )
    return replace(profile, **changes)


@dataclass
class Core:
    """One window's core; two of them on one keyring and folder are two windows.

    Attributes:
        address: Of the server that practice profiles sign in to.
        open_browser: What opens an address.
        locks: The folder for lock files.
        keyring: What secrets last in.
        seconds: How long the browser may take.
        lock_seconds: How long a refresh waits for another window's.
        send: What sends requests; over real HTTP where there is none.
        new_marks: Makes what other windows see of its changes.
        exchanges: What was sent.
        visits: The authorization requests that the browser was sent to make.
    """

    address: str
    open_browser: Callable[[str], bool]
    locks: Path
    keyring: FakeKeyring = field(default_factory=FakeKeyring)
    seconds: float = 30.0
    clock: FixedClock = field(default_factory=FixedClock)
    exchanges: list[Exchange] = field(default_factory=list)
    visits: list[Exchange] = field(default_factory=list)
    progress: list[AuthorizationProgress] = field(default_factory=list)
    redaction: Redaction = field(default_factory=Redaction)
    lock_seconds: float = 5.0
    send: SendRequest | None = None
    new_marks: Callable[[Path, FixedClock], KeptMarks] = KeptMarks

    def __post_init__(self) -> None:
        transport = HttpTransport(
            user_agent="RingAuth/0.0 (Test 1)",
            clock=self.clock,
            record=self.exchanges.append,
            environ={},
        )
        self.marks = self.new_marks(self.locks, self.clock)
        self.vault = Vault(self.keyring, self.marks)
        clients = Clients(
            send=self.send or transport.send,
            record=self.visits.append,
            clock=self.clock,
            vault=self.vault,
            directory=ServerDirectory(lambda: self.address),
            redaction=self.redaction,
            counts=CallCounts(self.locks, self.clock),
            sessions=KnownSessions(self.locks, self.clock),
        )
        pages = read_result_pages(PAGES)
        lock = RefreshLock(self.locks, self.lock_seconds).hold
        self.sign_in = SignIn(clients, self.open_browser, pages, self.seconds, lock)
        self.authorizer = Authorizer(clients, self.sign_in, lock)
        self.cancel = threading.Event()

    def authorize(self, profile: Profile) -> SignedIn:
        """Sign in with the profile's first redirect URI."""
        uri = profile.redirect_uris[0]
        return self.authorizer.authorize(profile, uri, self.new_attempt())

    def new_attempt(self) -> Attempt:
        """Return an attempt whose progress is kept."""
        return Attempt(self.progress.append)

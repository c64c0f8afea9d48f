"""Builds everything below the window, once, on the first worker that needs it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ringauth_gui import __version__
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.late import Late
from ringauth_gui.moment import Clock
from ringauth_gui.redaction import Redaction

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.call_counts import CallCounts
    from ringauth_gui.known_sessions import KnownSessions
    from ringauth_gui.oauth.exchange import RecordExchange
    from ringauth_gui.storage.kept_marks import KeptMarks
    from ringauth_gui.storage.keyring_calls import KeyringCalls
    from ringauth_gui.storage.opened_keyring import OpenedKeyring
    from ringauth_gui.storage.token_store import TokenStore


@dataclass(frozen=True)
class Surroundings:
    """What the core takes from outside.

    Attributes:
        clock: Tells the time.
        redaction: Is told every secret.
        record: Is given every exchange, on a worker thread.
        open_browser: Opens an address in the system browser.
        practice_address: Starts the practice server, returns its address.
        pages: The folder of the pages that the browser ends on.
        locks: The folder for lock files.
        counts: Returns what counts the authentication calls of all windows.
        sessions: Returns what remembers the sessions that were started.
        marks: Returns what tells other windows what was done to what is kept.
        authorization_seconds: How long the browser may take.
    """

    clock: Clock
    redaction: Redaction
    record: "RecordExchange"
    open_browser: Callable[[str], bool]
    practice_address: Callable[[], str]
    pages: Path
    locks: Path
    counts: "Callable[[], CallCounts]"
    sessions: "Callable[[], KnownSessions]"
    marks: "Callable[[], KeptMarks]"
    authorization_seconds: float


class Services:
    """The core, built late: its libraries take longer to import than a window to open.

    Nothing of requests or keyring may be imported before the first paint.

    Attributes:
        keyring_calls: Returns what knows which calls the keyring has not answered yet.
        keyring: Returns the store in use; blocks while the keyring is opened.
        authorizer: Returns the use cases; blocks while they are built.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        """Build nothing yet."""
        self.keyring_calls = Late(lambda: _keyring_calls(surroundings.clock))
        self.keyring = Late(
            lambda: _open_keyring(surroundings.locks, self.keyring_calls())
        )
        self.authorizer = Late(lambda: _authorizer(surroundings, self.keyring().store))


def _keyring_calls(clock: Clock) -> "KeyringCalls":
    from ringauth_gui.storage.keyring_calls import KeyringCalls

    return KeyringCalls(clock)


def _open_keyring(locks: Path, calls: "KeyringCalls") -> "OpenedKeyring":
    from ringauth_gui.storage.accepted_keyrings import AcceptedKeyrings
    from ringauth_gui.storage.keyring_backend import UnknownKeyring
    from ringauth_gui.storage.keyring_lock import KeyringLock
    from ringauth_gui.storage.keyring_places import KeyringPlaces
    from ringauth_gui.storage.keyring_token_store import open_keyring
    from ringauth_gui.storage.lock_guard import LockGuard
    from ringauth_gui.storage.opened_keyring import OpenedKeyring
    from ringauth_gui.storage.placed_store import PlacedStore
    from ringauth_gui.storage.token_store import MemoryTokenStore
    from ringauth_gui.storage.watched_store import WatchedStore

    try:
        accepted = AcceptedKeyrings(locks)
        store = open_keyring(KeyringLock(locks).hold, accepted.has)
    except UnknownKeyring as error:
        return OpenedKeyring(MemoryTokenStore(), str(error), error.class_name)
    except TokenStoreError as error:
        return OpenedKeyring(MemoryTokenStore(), str(error))
    guarded = LockGuard(PlacedStore(store, KeyringPlaces(locks)))
    return OpenedKeyring(WatchedStore(guarded, calls))


def _authorizer(surroundings: Surroundings, store: "TokenStore") -> "Authorizer":
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.clients import Clients
    from ringauth_gui.oauth.callback_pages import read_result_pages
    from ringauth_gui.oauth.transport import HttpTransport, user_agent
    from ringauth_gui.server_directory import ServerDirectory
    from ringauth_gui.sign_in import SignIn
    from ringauth_gui.storage.keyring_places import KeyringPlaces
    from ringauth_gui.storage.refresh_lock import RefreshLock
    from ringauth_gui.vault import Vault

    transport = HttpTransport(
        user_agent=user_agent(__version__),
        clock=surroundings.clock,
        record=surroundings.record,
    )
    clients = Clients(
        send=transport.send,
        record=surroundings.record,
        clock=surroundings.clock,
        vault=Vault(
            store,
            surroundings.marks(),
            KeyringPlaces(surroundings.locks),
        ),
        directory=ServerDirectory(surroundings.practice_address),
        redaction=surroundings.redaction,
        counts=surroundings.counts(),
        sessions=surroundings.sessions(),
    )
    lock_refresh = RefreshLock(surroundings.locks).hold
    sign_in = SignIn(
        clients=clients,
        open_browser=surroundings.open_browser,
        pages=read_result_pages(surroundings.pages),
        seconds=surroundings.authorization_seconds,
        lock_refresh=lock_refresh,
    )
    return Authorizer(clients, sign_in, lock_refresh)

"""What the use cases are given, each part of it telling of its steps."""

import contextlib
import enum
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from typing_extensions import override

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller
from ringauth_gui.clients import SendRequest
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.outer_store import OuterStore
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import RefreshLock
from ringauth_gui.storage.token_store import SecretKind, TokenStore
from tests.kills.steps import Steps, die


class SteppedStore(OuterStore):
    """A store before another, of which each call has a beginning and an end."""

    def __init__(self, store: TokenStore, steps: Steps) -> None:
        """Stand before ``store``."""
        super().__init__(store)
        self._steps = steps

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        with _both_ends(self._steps, f"load {kind.value}"):
            return super().load(profile_id, kind)

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        with _both_ends(self._steps, f"save {kind.value}"):
            super().save(profile_id, kind, value)

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        with _both_ends(self._steps, f"delete {kind.value}"):
            super().delete(profile_id, kind)


class SteppedCounts(CallCounts):
    """Counts of calls, of which each change has a beginning and an end."""

    def __init__(self, folder: Path, clock: Clock, steps: Steps) -> None:
        """Take where the counts are, and whom to tell."""
        super().__init__(folder, clock)
        self._steps = steps

    @override
    def start(self, caller: Caller, purpose: Purpose, seconds: float) -> str:
        with _both_ends(self._steps, "count a call"):
            return super().start(caller, purpose, seconds)

    @override
    def end(
        self, caller: Caller, call: str, response: HttpResponse | None = None
    ) -> None:
        with _both_ends(self._steps, "count its end"):
            super().end(caller, call, response)


class SteppedSessions(KnownSessions):
    """Sessions that are known, of which each change has a beginning and an end."""

    def __init__(self, folder: Path, clock: Clock, steps: Steps) -> None:
        """Take where the sessions are remembered, and whom to tell."""
        super().__init__(folder, clock)
        self._steps = steps

    @override
    def started(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        with _both_ends(self._steps, "remember the session"):
            super().started(registration, profile, token)

    @override
    def refreshed(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        with _both_ends(self._steps, "remember that the session goes on"):
            super().refreshed(registration, profile, token)

    @override
    def ended(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        with _both_ends(self._steps, "forget the session"):
            super().ended(registration, profile, token)


class SteppedMarks(KeptMarks):
    """Marks for other windows, of which each has a beginning and an end."""

    def __init__(self, folder: Path, clock: Clock, steps: Steps) -> None:
        """Take where the marks are, and whom to tell."""
        super().__init__(folder, clock)
        self._steps = steps

    @override
    def mark(
        self, profile_id: str, change: Change, app: str, token: Token | None
    ) -> None:
        with _both_ends(self._steps, f"mark {change.value}"):
            super().mark(profile_id, change, app, token)


class SteppedLock:
    """The refresh lock, with a step before and after each of its two moments."""

    def __init__(self, lock: RefreshLock, steps: Steps) -> None:
        """Stand before ``lock``."""
        self._lock = lock
        self._steps = steps

    @contextlib.contextmanager
    def hold(self, profile_id: str) -> Iterator[None]:
        """As the other."""
        self._steps.reach("before the lock")
        with self._lock.hold(profile_id):
            self._steps.reach("lock held")
            yield
            self._steps.reach("before the release")
        self._steps.reach("lock released")


class Cut(enum.Enum):
    """How far a request comes whose process dies of it."""

    HALF = "half sent"
    SENT = "sent"
    ANSWERED = "answered, unread"


class SteppedSend:
    """A ``SendRequest`` before another, whose requests may die on their way."""

    def __init__(self, send: SendRequest, steps: Steps) -> None:
        """Stand before ``send``."""
        self._send = send
        self._steps = steps

    def __call__(
        self, request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        """Send ``request`` through the other, unless the process dies of it."""
        name = urlsplit(request.url).path.rpartition("/")[2]
        self._steps.reach(f"{name}: before sending")
        for cut in Cut:
            if self._steps.is_fatal(f"{name}: {cut.value}"):
                _die_sending(request, cut)
        response = self._send(request, cancel)
        self._steps.reach(f"{name}: answer read")
        return response


def _die_sending(request: HttpRequest, cut: Cut) -> None:
    parts = urlsplit(request.url)
    body = urlencode(request.form or {})
    headers = {
        "Host": parts.netloc,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **request.headers,
    }
    lines = [f"{request.method} {parts.path} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    text = "\r\n".join((*lines, "", body)).encode()
    if cut is Cut.HALF:
        text = text[: text.index(b"\r\n") // 2]  # nobody answers half a line
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as wire:
        wire.sendall(text)
        if cut is Cut.ANSWERED:
            wire.recv(1, socket.MSG_PEEK)
        die()


@contextlib.contextmanager
def _both_ends(steps: Steps, name: str) -> Iterator[None]:
    steps.reach(f"before {name}")
    yield
    steps.reach(f"after {name}")

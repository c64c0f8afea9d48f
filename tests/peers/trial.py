"""One sign-in on trial: its token endpoint, its visitors, and what came of it."""

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, Self

from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    refusal,
)
from tests.peers.callback import Callback
from tests.peers.observation import Observation, Outcome, Reply
from tests.peers.visit import connect_silently, navigate, visit


class RunningSignIn(Protocol):
    """A sign-in that waits for its browser."""

    @property
    def authorization_uri(self) -> str:
        """The address that it opened in the browser."""

    def outcome(self, seconds: float) -> Outcome | None:
        """Wait for its end; return None when it has none in ``seconds``."""

    def stop(self) -> None:
        """End it in any case."""


StartSignIn = Callable[[FakeAuthorizationServer], RunningSignIn]


@dataclass(frozen=True)
class Patience:
    """How many seconds is waited for what.

    Attributes:
        stranger: For a stranger's answer.
        effect: For what a stranger may have done to the sign-in.
        answer: For the answer to the genuine callback, and for the sign-in's end.
        release: For both, once the strangers were taken away.
    """

    stranger: float = 1.0
    effect: float = 1.5
    answer: float = 5.0
    release: float = 10.0


class Trial:
    """Starts a sign-in, and ends it.

    Attributes:
        callback: What its browser brings back.
        patience: How long is waited for what.
    """

    def __init__(
        self, start: StartSignIn, patience: Patience, *, grants: bool = True
    ) -> None:
        """Take what starts the sign-in, and whether the token endpoint grants."""
        self._server = FakeAuthorizationServer()
        if not grants:
            self._server.script(TOKEN, refusal(400, "invalid_grant", "OAU-129"))
        self._start = start
        self._visitors = ThreadPoolExecutor()
        self._held: list[socket.socket] = []
        self.patience = patience

    def __enter__(self) -> Self:
        self._server.__enter__()
        try:
            self._sign_in = self._start(self._server)
        except BaseException:
            self._server.__exit__()
            raise
        self.callback = Callback(self._sign_in.authorization_uri)
        return self

    def __exit__(self, *_: object) -> None:
        self._let_go()
        self._sign_in.stop()
        self._visitors.shutdown()
        self._server.__exit__()

    def hold(self, count: int) -> None:
        """Connect so many times and say nothing."""
        self._held += [connect_silently(self.callback.port) for _ in range(count)]

    def abuse(self, sent: Sequence[bytes]) -> tuple[Reply, ...]:
        """Return what strangers are told that send this, one after the other."""
        port, seconds = self.callback.port, self.patience.stranger
        return tuple(visit(port, each, seconds) for each in sent)

    def bring(self, sent: bytes) -> Reply:
        """Return what the browser ends on that brings this answer."""
        return navigate(self.callback, sent, self.patience.answer)

    def end(self, seconds: float) -> Outcome | None:
        """Wait for the sign-in's end."""
        return self._sign_in.outcome(seconds)

    def observe(self, abuse: tuple[Reply, ...] = (), callbacks: int = 1) -> Observation:
        """Bring so many genuine callbacks at once, and return what came of all."""
        patience = self.patience
        spent = self.redeemed()
        longest = patience.answer + patience.release
        visits = [
            self._visitors.submit(
                navigate, self.callback, self.callback.genuine(), longest
            )
            for _ in range(callbacks)
        ]
        is_late = bool(wait(visits, patience.answer).not_done)
        self._let_go()
        pages = tuple(visit.result() for visit in visits)
        outcome = self._sign_in.outcome(patience.answer)
        return Observation(
            self.callback.code,
            abuse,
            spent,
            pages,
            is_late,
            self.redeemed(),
            outcome,
        )

    def redeemed(self) -> tuple[str, ...]:
        """Return the codes that the token endpoint was asked to redeem."""
        requests = self._server.requests_to(TOKEN)
        return tuple(request.form.get("code", "") for request in requests)

    def _let_go(self) -> None:
        for silent in self._held:
            with suppress(OSError):
                silent.close()
        self._held.clear()

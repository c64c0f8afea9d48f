"""The practice server as a process of its own, which counts its requests."""

import contextlib
import multiprocessing
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from flask import Response, request

from ringauth_gui.moment import Clock, Moment, system_clock
from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.loopback_server import LoopbackServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.web import create_app
from ringauth_gui.practice.world import World
from tests.fakes.core import free_port
from tests.kills.processes import LONGEST, context
from tests.practice.sign_ins import start
from tests.practice.visitor import Visitor

UNLIMITED = Settings(
    auth_limit=100_000,
    light_limit=100_000,
    medium_limit=100_000,
    sessions_per_person=100_000,
    rate_limit_headers=False,
)
# A repeated refresh token is refused at once, as RFC 9700 section 4.14.2 has it.
UNFORGIVING = replace(UNLIMITED, unused_grace=0, used_grace=0)
# With it a token is too long for one item of Windows' keyring; a refresh keeps it.
_ID_TOKEN = f"e30.e30.{'s' * 700}"


class PracticeProcess:
    """A practice server that runs in another process.

    Attributes:
        address: Scheme and authority.
        redirect_uri: The one that its public app has registered; its port is free.
    """

    def __init__(self, address: str, redirect_uri: str, connection: Connection) -> None:
        """Take where it is, and how it is asked."""
        self.address = address
        self.redirect_uri = redirect_uri
        self._connection = connection

    def sign_in(self, now: Moment) -> Token:
        """Return the token of a new session."""
        issued: IssuedTokens = self._ask("sign in")
        return Token(
            issued.access_token,
            "bearer",
            now,
            issued.expires_in,
            issued.refresh_token,
            now,
            issued.refresh_token_expires_in,
            owner_id=str(issued.grant.person.extension_id),
            session_id=issued.session_id,
            id_token=_ID_TOKEN,
        )

    def requests(self, endpoint: str = "token") -> int:
        """Return how many requests to the ``endpoint`` it has answered so far."""
        answered: int = self._ask(endpoint, 0)
        return answered

    def status_of(self, token: Token) -> int:
        """Return what the API says to a token: 200, or why not."""
        return Visitor(self.address).call(token.access_token).status_code

    def wait_for_requests(self, count: int, endpoint: str = "token") -> None:
        """Wait until it has answered ``count`` of them."""
        assert self._ask(endpoint, count) >= count

    def _ask(self, *question: object) -> Any:  # noqa: ANN401 - each has its own answer
        self._connection.send(question)
        return self._connection.recv()


@contextlib.contextmanager
def practice_process(
    settings: Settings = UNLIMITED, clock: Clock = system_clock
) -> Iterator[PracticeProcess]:
    """Run a practice server that keeps the time of ``clock``."""
    redirect_uri = f"http://127.0.0.1:{free_port()}/callback"
    ours, theirs = multiprocessing.Pipe()
    process = context().Process(
        target=_serve, args=(theirs, settings, clock, redirect_uri), daemon=True
    )
    process.start()
    theirs.close()
    with ours:
        yield PracticeProcess(ours.recv(), redirect_uri, ours)
    process.join(LONGEST)
    process.close()


class _Answered:
    """Counts the requests that were answered, by the last part of their path."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._changed = threading.Condition()

    def add(self, response: Response) -> Response:
        with self._changed:
            self._counts[request.path.rpartition("/")[2]] += 1
            self._changed.notify_all()
        return response

    def wait_for(self, endpoint: str, count: int) -> int:
        with self._changed:
            self._changed.wait_for(lambda: self._counts[endpoint] >= count, LONGEST)
            return self._counts[endpoint]


def _serve(
    connection: Connection, settings: Settings, clock: Clock, redirect_uri: str
) -> None:
    apps = [replace(PUBLIC_APP, redirect_uris=(redirect_uri,))]
    world = World(settings, lambda: clock().wall, apps)
    app = create_app(world)
    answered = _Answered()
    app.after_request(answered.add)
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        server = LoopbackServer(app, listener)
        port = listener.getsockname()[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection.send(f"http://127.0.0.1:{port}")
    with contextlib.suppress(EOFError):
        while True:
            question, *given = connection.recv()
            is_sign_in = question == "sign in"
            connection.send(
                start(world.rules)
                if is_sign_in
                else answered.wait_for(question, *given)
            )

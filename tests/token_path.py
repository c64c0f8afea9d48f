"""A profile with secrets, signed in, and its way to the token endpoint of a test."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ringauth_gui.clients import SendRequest
from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.error_context import Doing
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.message import Message
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.transport import HttpTransport
from ringauth_gui.outcomes import Refreshed
from tests.canary.search import CanarySearch
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport, everything_is_here
from tests.fakes.transport_faults import CANARY
from tests.gui.error_examples import doing_now

PROFILE = new_profile(has_secret=True)
REDIRECT_URI = PROFILE.redirect_uris[0]
KEPT = Token(
    access_token="CANARY-access-that-is-kept",
    token_type="bearer",
    issued=Moment(1_750_000_000.0),
    expires_in=3600,
    refresh_token="CANARY-refresh-that-is-kept",
    refresh_issued=Moment(1_750_000_000.0),
    refresh_token_expires_in=604_800,
)
CODE, VERIFIER, SECRET = "CANARY-code-0815", "CANARY-verifier-0815", "CANARY-secret-08"
CANARIES = CanarySearch(
    {
        "told": CANARY,
        "access": KEPT.access_token,
        "refresh": KEPT.refresh_token or "",
        "code": CODE,
        "verifier": VERIFIER,
        "secret": SECRET,
    }
)


class TokenPath:
    """Everything from the use cases down to real sockets, with a shorter deadline.

    Attributes:
        seconds: The deadline of each request.
        send: Sends a request.
    """

    def __init__(self, server: FakeHttpServer, folder: Path, seconds: float) -> None:
        """Speak to ``server`` alone; each request ends within ``seconds``."""
        self.seconds = seconds
        transport = RecordingTransport(look_up=everything_is_here)
        self.send = shortened(transport, lambda: self.seconds)
        self.core = Core(
            server.url.rstrip("/"), lambda _: False, folder, send=self.send
        )
        self.core.vault.save_secret(PROFILE, SECRET)
        self.core.vault.save_token(PROFILE, KEPT)

    @property
    def kept(self) -> Token | None:
        """What the keyring holds."""
        return self.core.vault.load_token(PROFILE)

    def refresh(self) -> Refreshed:
        """Refresh the token that is kept."""
        return self.core.authorizer.refresh(PROFILE, KEPT, self.core.cancel)

    def exchange_code(self) -> Token:
        """Exchange the code."""
        clients = self.core.sign_in.clients
        registration = clients.registration_of(PROFILE)
        client = clients.oauth_client(registration, self.core.cancel)
        return client.exchange_code(CODE, VERIFIER, REDIRECT_URI)


def shortened(transport: HttpTransport, seconds: Callable[[], float]) -> SendRequest:
    """Return what sends each request through ``transport`` within ``seconds``."""

    def send(
        request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        return transport.send(replace(request, total_seconds=seconds()), cancel)

    return send


def message_of(error: RingAuthError, doing: Doing) -> Message:
    """Return what a person is told of ``error``; no secret is in it."""
    message = message_for(error, doing_now(doing))
    told = f"{message} {error} {error!r} {error.args}"
    assert CANARIES.found_in(told) == set()
    return message


def words_for(error: RingAuthError, doing: Doing) -> str:
    """Return all that a person can read of ``error``."""
    message = message_of(error, doing)
    return f"{message.title} {message.advice} {message.details}"

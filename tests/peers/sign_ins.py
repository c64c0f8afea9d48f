"""Sign-ins on a thread: RingAuth's, and one that makes every mistake on purpose."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import requests
from typing_extensions import override

from ringauth_gui.errors import RingAuthError
from tests.fakes.core import Core, free_port, new_profile
from tests.fakes.fake_authorization_server import TOKEN, FakeAuthorizationServer
from tests.peers.observation import Outcome

OpenBrowser = Callable[[str], bool]
PATIENCE = 10.0


class ThreadedSignIn:
    """A sign-in that runs on a thread of the test's process.

    Attributes:
        authorization_uri: The address that it opened in the browser.
    """

    def __init__(
        self, sign_in: Callable[[OpenBrowser], Outcome], cancel: threading.Event
    ) -> None:
        """Start ``sign_in``, which ``cancel`` ends, and wait for its browser."""
        self._sign_in = sign_in
        self._cancel = cancel
        self._opened: Future[str] = Future()
        self._ended = threading.Event()
        self._outcome: Outcome | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self.authorization_uri = self._opened.result(PATIENCE)

    def outcome(self, seconds: float) -> Outcome | None:
        """Wait for its end; return None when it has none in ``seconds``."""
        self._ended.wait(seconds)
        return self._outcome

    def stop(self) -> None:
        """End it in any case."""
        self._cancel.set()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        self._outcome = self._sign_in(self._open_browser)
        self._ended.set()

    def _open_browser(self, address: str) -> bool:
        self._opened.set_result(address)
        return True


def ringauth(folder: Path, server: FakeAuthorizationServer) -> ThreadedSignIn:
    """Return RingAuth's sign-in, which waits."""
    uri = f"http://localhost:{free_port()}/callback"
    cancel = threading.Event()

    def sign_in(open_browser: OpenBrowser) -> Outcome:
        core = Core(server.address, open_browser, folder)
        attempt = core.new_attempt()
        attempt.cancel = cancel
        profile = new_profile(redirect_uris=(uri,))
        try:
            core.authorizer.authorize(profile, uri, attempt)
        except RingAuthError as error:
            return Outcome(signed_in=False, reason=type(error).__name__)
        return Outcome(signed_in=True)

    return ThreadedSignIn(sign_in, cancel)


def mistaken(server: FakeAuthorizationServer) -> ThreadedSignIn:
    """Return a sign-in that takes the first visitor's word and says all is well."""
    cancel = threading.Event()

    def sign_in(open_browser: OpenBrowser) -> Outcome:
        with _FirstVisitor(("127.0.0.1", 0), _Believer) as receiver:
            receiver.timeout = 0.05
            uri = f"http://localhost:{receiver.server_port}/"
            open_browser(f"?{urlencode({'redirect_uri': uri, 'state': 'ignored'})}")
            while not (receiver.has_come or cancel.is_set()):
                receiver.handle_request()
        form = {"code": receiver.query.get("code", "none")}
        answer = requests.post(f"{server.address}{TOKEN}", data=form, timeout=PATIENCE)
        return Outcome(signed_in=answer.ok, reason="refused")

    return ThreadedSignIn(sign_in, cancel)


class _FirstVisitor(HTTPServer):
    has_come = False

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - as its base does
        super().__init__(*given)
        self.query: dict[str, str] = {}

    @override
    def get_request(self) -> Any:
        self.has_come = True
        return super().get_request()


class _Believer(BaseHTTPRequestHandler):
    server: _FirstVisitor

    def do_GET(self) -> None:
        self.server.query = dict(parse_qsl(urlsplit(self.path).query))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Done.")

    do_HEAD = do_GET  # noqa: N815 - as http.server finds it

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: pytest would show it."""

"""An authorization server on the loopback interface, with answers that tests script."""

import json
import secrets
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from typing_extensions import override

AUTHORIZE = "/restapi/oauth/authorize"
TOKEN = "/restapi/oauth/token"
REVOKE = "/restapi/oauth/revoke"
EXTENSION = "/restapi/v1.0/account/~/extension/~"
PERMISSION = f"{EXTENSION}/authz-profile/check"
VERSION = "/restapi/v1.0"
OWNER = "256440016"

Parameters = dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What the server says; a body that is not bytes is written as JSON."""

    body: object = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ServedRequest:
    """A request as it came; ``headers`` by lower-case name."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: str

    @property
    def form(self) -> Parameters:
        """The body's parameters; one that comes twice fails the test."""
        pairs = parse_qsl(self.body, keep_blank_values=True)
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)


def new_canary(kind: str) -> str:
    """Return a value that stands nowhere else."""
    return f"CANARY-{kind}-{secrets.token_hex(16)}"


def token_answer(**changes: object) -> Answer:
    """Return RingCentral's full answer with new tokens; None leaves a member out."""
    members: dict[str, object] = {
        "access_token": new_canary("access"),
        "token_type": "bearer",
        "expires_in": 3600,
        "refresh_token": new_canary("refresh"),
        "refresh_token_expires_in": 604800,
        "scope": "ReadAccounts SMS",
        "owner_id": OWNER,
        "endpoint_id": "endpoint-1",
        "session_id": "session-1",
        **changes,
    }
    return Answer({name: value for name, value in members.items() if value is not None})


def refusal(status: int, error: str, code: str) -> Answer:
    """Return an error answer in RingCentral's OAuth shape."""
    entry = {"errorCode": code, "message": "refused"}
    body = {"error": error, "error_description": "refused", "errors": [entry]}
    return Answer(body, status)


def approve(asked: Parameters) -> Parameters:
    """Answer an authorization request as a person who allows it does."""
    return {"code": new_canary("code"), "state": asked["state"], "expires_in": "60"}


class _QuietServer(ThreadingHTTPServer):
    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that left, which some tests are about."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class FakeAuthorizationServer:
    """Serves RingCentral's paths; without a script everything succeeds.

    Attributes:
        requests: Everything that was asked, in order.
        authorize: Makes the authorization response; None leaves the browser there.
        on_token: Called when a token request has come, before it is answered.
    """

    def __init__(self) -> None:
        """Prepare; ``with`` starts and stops it."""
        self.requests: list[ServedRequest] = []
        self.authorize: Callable[[Parameters], Parameters | None] = approve
        self.on_token: Callable[[], object] = lambda: None
        self._scripts: dict[str, list[Answer]] = {}
        self._lock = threading.Lock()
        self._server = _QuietServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    @property
    def address(self) -> str:
        """Scheme and authority."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def script(self, path: str, *answers: Answer) -> None:
        """Have ``path`` answer so, in this order; the last one for good."""
        self._scripts[path] = list(answers)

    def requests_to(self, path: str) -> list[ServedRequest]:
        """Return the requests to ``path``, in order."""
        return [request for request in self.requests if request.path == path]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5.0)

    def answer(self, request: ServedRequest) -> Answer:
        """Record ``request`` and return what it is answered with."""
        with self._lock:
            self.requests.append(request)
        if request.path == AUTHORIZE:
            return self._authorization_answer(dict(parse_qsl(request.query)))
        if request.path == TOKEN:
            self.on_token()
        script = self._scripts.get(request.path)
        if script:
            return script.pop(0) if len(script) > 1 else script[0]
        return self._usual(request.path)

    def _authorization_answer(self, asked: Parameters) -> Answer:
        answer = self.authorize(asked)
        if answer is None:
            return Answer(b"a page that a person never leaves")
        location = f"{asked['redirect_uri']}?{urlencode(answer)}"
        return Answer(status=302, headers={"Location": location})

    def _usual(self, path: str) -> Answer:
        if path == TOKEN:
            return token_answer()
        if path in {EXTENSION, PERMISSION, VERSION}:
            return Answer({"id": int(OWNER), "name": "Ada Practice"})
        return Answer(status=200 if path == REVOKE else 404)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            @override
            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: the tests read what is written to stderr."""

            def do_GET(self) -> None:
                self._serve()

            def do_POST(self) -> None:
                self._serve()

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                target = urlsplit(self.path)
                answer = server.answer(
                    ServedRequest(
                        self.command, target.path, target.query, headers, body.decode()
                    )
                )
                self._send(answer)

            def _send(self, answer: Answer) -> None:
                body = answer.body
                if not isinstance(body, bytes):
                    body = json.dumps(body).encode()
                self.send_response_only(answer.status)
                headers = {"Date": self.date_time_string(), **answer.headers}
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler

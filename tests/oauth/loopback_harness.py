"""What the receiver's tests share: a waiting receiver, and a client of raw bytes."""

import secrets
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl

from ringauth_gui.oauth.callback_pages import ResultPages, read_result_pages
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS, LoopbackLimits
from ringauth_gui.oauth.redirection_endpoint import IsAnswer
from tests.fakes.fake_browser import FakeBrowser

STATE = f"canary-{secrets.token_urlsafe(24)}"
CODE = f"canary-{secrets.token_urlsafe(24)}"
QUERY = f"code={CODE}&state={STATE}"
PAGES_FOLDER = Path(__file__).parents[2] / "resources" / "browser"
PATIENCE = 10.0


def pages() -> ResultPages:
    return read_result_pages(PAGES_FOLDER)


def is_answer(query: str) -> bool:
    """Judge as AuthorizationRequest does: single values, and the right state."""
    pairs = parse_qsl(query, keep_blank_values=True)
    members = dict(pairs)
    return len(members) == len(pairs) and members.get("state") == STATE


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def request(
    target: str,
    port: int,
    *headers: str,
    method: str = "GET",
    host: str | None = None,
) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'127.0.0.1:{port}'}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1")


def connect(port: int, address: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection((address, port), timeout=PATIENCE)


def rest(client: socket.socket) -> bytes:
    """Read to the end; a connection that is cut ends there too."""
    received = b""
    try:
        while data := client.recv(65536):
            received += data
    except ConnectionError:
        return received
    return received


def ask(port: int, raw: bytes, address: str = "127.0.0.1") -> bytes:
    with connect(port, address) as client:
        try:
            client.sendall(raw)
        except ConnectionError:
            return b""
        return rest(client)


def browse(port: int, target: str = f"/callback?{QUERY}") -> FakeBrowser:
    browser = FakeBrowser()
    browser.open(f"http://127.0.0.1:{port}{target}")
    return browser


def location(response: bytes) -> str:
    """Return where a redirect leads to."""
    head = response.partition(b"\r\n\r\n")[0].decode("ascii")
    lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    return lines["Location"]


def is_refused(port: int, address: str = "127.0.0.1") -> bool:
    try:
        connect(port, address).close()
    except (ConnectionRefusedError, ConnectionResetError):  # reset: closed just now
        return True
    return False


class WaitingReceiver:
    """A receiver whose ``wait`` runs on a thread of its own.

    Attributes:
        result: Where the browser was sent that brought the answer.
    """

    def __init__(
        self,
        receiver: LoopbackReceiver,
        port: int,
        seconds: float,
        is_answer: IsAnswer,
    ) -> None:
        self.receiver = receiver
        self.port = port
        self.cancel = threading.Event()
        self._is_answer = is_answer
        self.result = ""
        self._seconds = seconds
        self._answer: Future[str] = Future()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def is_waiting(self) -> bool:
        return not self._answer.done()

    def offer(self, address: str) -> bool:
        """Offer an address once the receiver serves, which a visitor's answer shows."""
        ask(self.port, b"\r\n\r\n")
        return self.receiver.offer(address)

    def answer(self) -> str:
        return self._answer.result(PATIENCE)

    def genuine(self, *headers: str) -> bytes:
        return request(f"/callback?{QUERY}", self.port, *headers)

    def complete(self) -> str:
        """Send the genuine request and return the answer."""
        response = ask(self.port, self.genuine())
        assert response.startswith(b"HTTP/1.1 303 ")
        self.result = location(response)
        return self.answer()

    def end(self) -> None:
        self.receiver.close()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            query = self.receiver.wait(self._is_answer, self.cancel, self._seconds)
        except Exception as error:  # noqa: BLE001 - handed to the test by answer()
            self._answer.set_exception(error)
        else:
            self._answer.set_result(query)


@contextmanager
def waiting(
    limits: LoopbackLimits = STANDARD_LIMITS,
    host: str = "127.0.0.1",
    seconds: float = 60.0,
    shown: ResultPages | None = None,
    is_answer: IsAnswer = is_answer,
) -> Iterator[WaitingReceiver]:
    port = free_port()
    uri = f"http://{host}:{port}/callback"
    receiver = LoopbackReceiver(uri, shown or pages(), limits)
    receiver.open()
    attempt = WaitingReceiver(receiver, port, seconds, is_answer)
    try:
        yield attempt
    finally:
        attempt.end()


def assert_refused_and_still_waiting(
    target: str,
    *headers: str,
    method: str = "GET",
    host: str | None = None,
    status: int | None = None,
) -> bytes:
    """Send a mistaken request, then the genuine one, and return the refusal."""
    with waiting() as attempt:
        mistaken = request(target, attempt.port, *headers, method=method, host=host)

        refusal = ask(attempt.port, mistaken)

        assert refusal.startswith(f"HTTP/1.1 {status or 4}".encode())
        assert CODE.encode() not in refusal
        assert STATE.encode() not in refusal
        assert attempt.is_waiting
        assert attempt.complete() == QUERY
    return refusal

"""One thing that a stranger does at a callback port, and what must come back."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import parse_qsl

from tests.fakes.callback_target import MARKER, CallbackTarget

CLOSED = 0  # in place of a status: hung up on without a word
PATIENCE = 10.0
_FOREIGN = ("evil.example", "<script", "onerror", "\x1b")
_SHORTEST_VALUE = 8  # shorter ones stand in every page by chance
_CONFINED = {
    "content-type": "text/html; charset=utf-8",
    "connection": "close",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_POLICY = re.compile(
    "default-src 'none'; style-src '(?:none|sha256-[A-Za-z0-9+/]{43}=)'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NEVER = ("access-control-", "server", "set-cookie", "location")


@dataclass(frozen=True)
class Probe:
    """What is sent, and the statuses one of which must come back."""

    name: str
    raw: bytes
    statuses: frozenset[int]


@dataclass(frozen=True)
class ProbeResult:
    """What came back; ``faults`` is empty where it was what had to come."""

    name: str
    response: bytes
    faults: tuple[str, ...]

    @property
    def body(self) -> bytes:
        """What follows the head of the response."""
        return self.response.partition(b"\r\n\r\n")[2]


def send(target: CallbackTarget, probe: Probe) -> ProbeResult:
    """Do it on a connection of its own, and judge what comes back."""
    response = exchange(target, probe.raw)
    return ProbeResult(probe.name, response, tuple(_faults(target, probe, response)))


def exchange(target: CallbackTarget, raw: bytes) -> bytes:
    """Send ``raw`` and nothing more, and return all that comes back."""
    place = (target.address, target.port)
    received = b""
    with socket.create_connection(place, timeout=PATIENCE) as client:
        # Cut off in the midst of it, as whoever sends too much may be.
        with suppress(ConnectionError, BrokenPipeError):
            client.sendall(raw)
            client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while data := client.recv(65536):
                received += data
    return received


def _faults(target: CallbackTarget, probe: Probe, response: bytes) -> Iterator[str]:
    if not response:
        if CLOSED not in probe.statuses:
            yield "no answer"
        return
    head = response.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    if head[0][:9] != "HTTP/1.1 " or int(head[0][9:12]) not in probe.statuses:
        yield f"answered {head[0]!r}, not one of {sorted(probe.statuses)}"
    if response.count(b"HTTP/1.") > 1:
        yield "answered twice"
    yield from header_faults(head[1:])
    yield from _echoes(target, response.decode("latin-1"))


def header_faults(lines: list[str]) -> Iterator[str]:
    """Yield what is wrong with the headers of a response, as CB-16 wants them."""
    pairs = [line.partition(": ") for line in lines]
    headers = {name.lower(): value for name, _, value in pairs}
    if len(headers) != len(lines):
        yield "a header came twice"
    for name, value in _CONFINED.items():
        if headers.get(name) != value:
            yield f"{name} is {headers.get(name)!r}"
    policy = headers.get("content-security-policy", "")
    if not _POLICY.fullmatch(policy):
        yield f"the policy is {policy!r}"
    yield from (f"{name} was sent" for name in headers if name.startswith(_NEVER))


def _echoes(target: CallbackTarget, response: str) -> Iterator[str]:
    values = [value for _, value in parse_qsl(target.query)]
    known = [value for value in values if len(value) >= _SHORTEST_VALUE]
    for word in (MARKER, *_FOREIGN, *known):
        if word.lower() in response.lower():
            yield f"{word!r} of the request came back"

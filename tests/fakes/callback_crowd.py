"""Strangers who come to a callback port all at once, and stay."""

import socket
import struct
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Self

from tests.fakes.callback_target import CallbackTarget

SILENT = 50
RUDE = 10  # of each other kind
KEPT = 150  # of those who come and go
TICK = 0.01
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends a reset


class CallbackCrowd:
    """Silent, slow, deaf and rude strangers, and more of them every moment.

    ``with`` brings them; they are gone when it ends.

    Attributes:
        came: How many connections were opened.
    """

    def __init__(self, *targets: CallbackTarget, a_second: int = 1000) -> None:
        """Crowd ``targets``, the addresses of one port, with so many a second."""
        self.came = 0
        self._targets = targets
        self._a_tick = max(1, round(a_second * TICK))
        self._staying: list[socket.socket] = []
        self._slow: list[tuple[socket.socket, bytes]] = []
        self._passing: deque[socket.socket] = deque()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._press_on, daemon=True)

    def __enter__(self) -> Self:
        for target in self._targets:
            self._settle(target)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        slow = (client for client, _ in self._slow)
        for client in (*self._staying, *slow, *self._passing):
            client.close()

    def _settle(self, target: CallbackTarget) -> None:
        """Bring those who stay: silent, stopped half-way, deaf to their answer."""
        whole = target.request("/")
        asks_result = target.request(f"{target.path}/result")
        said = [b""] * SILENT + [whole[:-9], whole, asks_result] * RUDE
        self._staying += [self._come(target, raw) for raw in said]
        self._slow += [(self._come(target), whole) for _ in range(RUDE)]

    def _press_on(self) -> None:
        tick = 0
        while not self._over.wait(TICK):
            tick += 1
            for target in self._targets:
                self._pass_by(target)
                self._stop_short(target)
            self._say_a_byte_more(tick)

    def _pass_by(self, target: CallbackTarget) -> None:
        sayings: Sequence[bytes] = (
            *(b"", b"", b"G", target.genuine()[:-1], target.request("/")),
            *(target.request(f"{target.path}/result"), target.request("/", "X: \x00")),
        )
        for number in range(self._a_tick):
            self._passing.append(self._come(target, sayings[number % len(sayings)]))
        while len(self._passing) > KEPT:
            self._passing.popleft().close()

    def _stop_short(self, target: CallbackTarget) -> None:
        client = self._come(target, target.genuine()[:30])
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        client.close()

    def _say_a_byte_more(self, tick: int) -> None:
        for client, whole in self._slow:
            with suppress(OSError):  # dropped at its deadline, or for others
                client.send(whole[tick % len(whole) :][:1])

    def _come(self, target: CallbackTarget, said: bytes = b"") -> socket.socket:
        family = socket.AF_INET6 if ":" in target.address else socket.AF_INET
        client = socket.socket(family)
        with suppress(OSError):  # the port is closed, which others look at
            client.connect((target.address, target.port))
            client.settimeout(0.0)
            client.sendall(said)
        self.came += 1
        return client

"""The loop that serves every visitor of the loopback receiver on one thread."""

import errno
import selectors
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from http import HTTPStatus

import h11

from ringauth_gui.oauth.loopback_connection import LoopbackConnection, VisitorStage
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from ringauth_gui.oauth.loopback_visitors import LoopbackVisitors
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint

_OUT_OF_RESOURCES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_TOO_LARGE = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
_SHORTAGE_SECONDS = 0.05  # with nobody connected, but for who waits in any case
_LET_IN_AT_ONCE = 64  # before those who are in are looked at again
_LAST_TURNS = 2  # one lets in who has come by then, one answers what they have asked


class LoopbackServer:
    """Serves one redirection endpoint until it is told to finish.

    ``serve`` belongs to one thread; only ``finish`` may be called from another.
    """

    def __init__(
        self, listeners: Sequence[socket.socket], limits: LoopbackLimits
    ) -> None:
        """Take sockets that listen; from now on they are closed with the server."""
        self._listeners = tuple(listeners)
        self._limits = limits
        self._finish_at: float | None = None
        self._turns_left = _LAST_TURNS
        self._selector = selectors.DefaultSelector()
        # A pair to wake up the selector, which watches one end. Last, for nobody would
        # close them where there is no descriptor for more.
        self._wake_reader, self._wake_writer = socket.socketpair()
        self._wake_writer.settimeout(0.0)
        self._visitors = LoopbackVisitors(self._selector, limits)
        for source in (*self._listeners, self._wake_reader):
            source.settimeout(0.0)
            self._selector.register(source, selectors.EVENT_READ)

    def serve(self, endpoint: RedirectionEndpoint) -> None:
        """Answer visitors until finished; every descriptor is closed afterwards."""
        try:
            while not self._is_finished(endpoint):
                self._take_turn(endpoint)
        finally:
            self.close()

    def finish(self, seconds: float) -> None:
        """End when no browser is owed the outcome any more, at most in ``seconds``."""
        finish_at = time.monotonic() + seconds
        if self._finish_at is None or finish_at < self._finish_at:
            self._finish_at = finish_at
        with suppress(OSError):  # full: it wakes up anyway; closed: it has ended
            self._wake_writer.send(b"!")

    def close(self) -> None:
        """Close every descriptor; for the serving thread, or when none serves."""
        self._selector.close()
        self._visitors.close()
        for source in (*self._listeners, self._wake_reader, self._wake_writer):
            source.close()

    def _is_finished(self, endpoint: RedirectionEndpoint) -> bool:
        if self._finish_at is None:
            return False
        is_busy = endpoint.outcome_owed or self._visitors.is_sending
        self._turns_left = _LAST_TURNS if is_busy else self._turns_left - 1
        return self._turns_left < 0 or time.monotonic() >= self._finish_at

    def _take_turn(self, endpoint: RedirectionEndpoint) -> None:
        callers: list[socket.socket] = []
        for key, _ in self._selector.select(self._pause()):
            if isinstance(key.data, LoopbackConnection):
                self._attend(key.data, endpoint)
            elif key.fileobj is self._wake_reader:
                self._wake_reader.recv(64)
            else:
                callers.append(key.fileobj)  # type: ignore[arg-type] # only sockets are registered
        for visitor in self._visitors:
            if visitor.stage is VisitorStage.HELD:
                self._attend(visitor, endpoint)
        for listener in callers:
            self._accept(listener, endpoint)
        self._visitors.drop_late()

    def _pause(self) -> float | None:
        if self._turns_left < _LAST_TURNS:
            return 0.0
        times = (self._visitors.next_deadline, self._finish_at)
        known = [time for time in times if time is not None]
        return max(0.0, min(known) - time.monotonic()) if known else None

    def _accept(self, listener: socket.socket, endpoint: RedirectionEndpoint) -> None:
        """Let in many at once: behind a flood of strangers the browser may wait."""
        for _ in range(_LET_IN_AT_ONCE):
            try:
                untrusted_socket, _ = listener.accept()
            except OSError as error:
                if error.errno in _OUT_OF_RESOURCES:
                    self._make_do()
                return
            self._make_room(endpoint)
            self._visitors.let_in(untrusted_socket)

    def _make_do(self) -> None:
        """Free what the one at the door needs, or leave that to the other programs."""
        if self._visitors and self._visitors.least.stage is not VisitorStage.HELD:
            self._visitors.drop(self._visitors.least)
        else:
            # Who waits for the outcome stays, and the sign-in goes on; without a pause
            # the one at the door would be reported at once.
            time.sleep(_SHORTAGE_SECONDS)

    def _make_room(self, endpoint: RedirectionEndpoint) -> None:
        if not self._visitors.is_full:
            return
        if self._visitors.least.stage is VisitorStage.SILENT:
            # Its request may have arrived in this moment; then it is answered.
            self._attend(self._visitors.least, endpoint)
        if self._visitors.is_full:
            self._visitors.drop(self._visitors.least)

    def _attend(
        self, visitor: LoopbackConnection, endpoint: RedirectionEndpoint
    ) -> None:
        try:
            self._advance(visitor, endpoint)
        except OSError:
            self._visitors.drop(visitor)
            return
        self._visitors.await_next(visitor)

    def _advance(
        self, visitor: LoopbackConnection, endpoint: RedirectionEndpoint
    ) -> None:
        if visitor.is_sending:
            visitor.send_more()
            return
        try:
            request = visitor.read()
        except h11.RemoteProtocolError as error:
            is_too_large = error.error_status_hint == _TOO_LARGE
            self._send(visitor, endpoint.malformed(is_too_large=is_too_large))
            return
        if request is None:
            return
        response = endpoint.respond(request)
        is_held = visitor.stage is VisitorStage.HELD
        if response is None and is_held and visitor.deadline <= time.monotonic():
            response = endpoint.overdue()
        if response is not None:
            self._send(visitor, response)
        elif not is_held:
            visitor.hold(time.monotonic() + self._limits.result_seconds)

    def _send(self, visitor: LoopbackConnection, response: bytes) -> None:
        visitor.send(response, time.monotonic() + self._limits.drain_seconds)

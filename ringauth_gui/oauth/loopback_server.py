"""The loop that serves every visitor of the loopback receiver on one thread."""

import errno
import selectors
import socket
import time
from collections.abc import Sequence
from contextlib import suppress

import h11

from ringauth_gui.oauth.loopback_connection import LoopbackConnection, VisitorStage
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint

_OUT_OF_RESOURCES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


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
        self._visitors: list[LoopbackConnection] = []
        self._finish_at: float | None = None
        self._is_quiet = False
        self._alarm, self._bell = socket.socketpair()
        self._alarm.settimeout(0.0)
        self._bell.settimeout(0.0)
        self._selector = selectors.DefaultSelector()
        for source in (*self._listeners, self._alarm):
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
        with suppress(OSError):  # full: it rings already; closed: it has ended already
            self._bell.send(b"!")

    def close(self) -> None:
        """Close every descriptor; for the serving thread, or when none serves."""
        self._selector.close()
        for visitor in self._visitors:
            visitor.socket.close()
        for source in (*self._listeners, self._alarm, self._bell):
            source.close()

    def _is_finished(self, endpoint: RedirectionEndpoint) -> bool:
        if self._finish_at is None:
            return False
        # Quiet, so that nobody is cut off whose request has arrived by now.
        done = self._is_quiet and not self._is_busy(endpoint)
        return done or time.monotonic() >= self._finish_at

    def _is_busy(self, endpoint: RedirectionEndpoint) -> bool:
        return endpoint.outcome_owed or any(v.is_sending for v in self._visitors)

    def _take_turn(self, endpoint: RedirectionEndpoint) -> None:
        callers: list[socket.socket] = []
        ready = self._selector.select(self._pause(endpoint))
        self._is_quiet = not ready
        for key, _ in ready:
            if isinstance(key.data, LoopbackConnection):
                self._attend(key.data, endpoint)
            elif key.fileobj is self._alarm:
                self._alarm.recv(64)
            else:
                callers.append(key.fileobj)  # type: ignore[arg-type] # only sockets are registered
        for visitor in [v for v in self._visitors if v.stage is VisitorStage.HELD]:
            self._attend(visitor, endpoint)
        # Last, so that nobody is sent away whose request has arrived already.
        for listener in callers:
            self._admit(listener)
        self._dismiss_late()

    def _pause(self, endpoint: RedirectionEndpoint) -> float | None:
        times = [visitor.deadline for visitor in self._visitors]
        if self._finish_at is not None:
            times.append(self._finish_at if self._is_busy(endpoint) else 0.0)
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _admit(self, listener: socket.socket) -> None:
        try:
            untrusted_socket, _ = listener.accept()
        except OSError as error:
            if error.errno in _OUT_OF_RESOURCES:
                raise  # it would be reported again and again, at full speed
            return
        if len(self._visitors) >= self._limits.connections:
            self._drop(min(self._visitors, key=lambda visitor: visitor.stage))
        deadline = time.monotonic() + self._limits.connection_seconds
        visitor = LoopbackConnection(untrusted_socket, deadline, self._limits)
        self._visitors.append(visitor)
        self._selector.register(untrusted_socket, selectors.EVENT_READ, visitor)

    def _attend(
        self, visitor: LoopbackConnection, endpoint: RedirectionEndpoint
    ) -> None:
        try:
            self._advance(visitor, endpoint)
        except OSError:
            self._drop(visitor)
            return
        awaited = selectors.EVENT_WRITE if visitor.is_sending else selectors.EVENT_READ
        self._selector.modify(visitor.socket, awaited, visitor)

    def _advance(
        self, visitor: LoopbackConnection, endpoint: RedirectionEndpoint
    ) -> None:
        if visitor.is_sending:
            visitor.send_more()
            return
        try:
            request = visitor.read()
        except h11.RemoteProtocolError:
            self._send(visitor, endpoint.malformed())
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

    def _dismiss_late(self) -> None:
        now = time.monotonic()
        for visitor in [v for v in self._visitors if v.deadline <= now]:
            if visitor.stage is not VisitorStage.HELD:  # which is given words instead
                self._drop(visitor)

    def _drop(self, visitor: LoopbackConnection) -> None:
        self._visitors.remove(visitor)
        self._selector.unregister(visitor.socket)
        visitor.socket.close()

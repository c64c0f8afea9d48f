"""LoopbackReceiver: takes one redirect on the loopback interface (RFC 8252 7.3)."""

import threading
import time
from types import TracebackType
from typing import Self

from ringauth_gui.errors import (
    AuthorizationTimedOut,
    ListenerFailed,
    OperationCancelled,
    RingAuthError,
)
from ringauth_gui.oauth.callback_pages import ResultPages
from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS, LoopbackLimits
from ringauth_gui.oauth.loopback_server import LoopbackServer
from ringauth_gui.oauth.loopback_sockets import listen
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import IsAnswer, RedirectionEndpoint

_LOOK_SECONDS = 0.1  # how often a waiting thread looks at cancel
_JOIN_SECONDS = 1.0  # never used up: each turn of the serving thread is short


class LoopbackReceiver:
    """Receives the answer of one attempt to authorize; used once.

    ``open``, ``wait`` and ``conclude`` belong to the thread that authorizes; ``offer``
    and ``close`` may be called from any.

    Attributes:
        redirect_uri: Exactly as given.
    """

    def __init__(
        self,
        redirect_uri: str,
        pages: ResultPages,
        limits: LoopbackLimits = STANDARD_LIMITS,
    ) -> None:
        """Take the registered ``redirect_uri`` and the pages for the browser.

        Raises:
            ConfigurationError: The redirect URI cannot be listened on.
        """
        self._uri = redirect_uri_parts(redirect_uri)
        self.redirect_uri = redirect_uri
        self._pages = pages
        self._limits = limits
        self._lock = threading.Lock()
        self._server: LoopbackServer | None = None
        self._endpoint: RedirectionEndpoint | None = None
        self._thread: threading.Thread | None = None
        self._failure: Exception | None = None

    def __enter__(self) -> Self:
        """Open."""
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close; a browser that nobody told the outcome learns that there is none."""
        self.conclude(signed_in=False)

    def open(self) -> None:
        """Take the port: nobody else can have it now, and browsers are kept in line.

        Raises:
            RedirectPortBusy: Another program holds it.
            ListenerFailed: The system refuses for another reason.
        """
        listeners = listen(self.redirect_uri)
        try:
            self._server = LoopbackServer(listeners, self._limits)
        except OSError as error:
            for listener in listeners:
                listener.close()
            raise ListenerFailed(str(error)) from error

    def wait(self, is_answer: IsAnswer, cancel: threading.Event, seconds: float) -> str:
        """Return the untrusted query of the first request that ``is_answer`` accepts.

        Raises:
            AuthorizationTimedOut: None came in ``seconds``; the port is closed.
            OperationCancelled: ``cancel`` is set, or ``close`` was called; likewise.
        """
        deadline = time.monotonic() + seconds
        try:
            endpoint, thread = self._start(is_answer)
            while (untrusted_answer := endpoint.untrusted_answer) is None:
                self._check_waiting(thread, cancel, deadline)
                left = deadline - time.monotonic()
                endpoint.answered.wait(max(0.0, min(left, _LOOK_SECONDS)))
            self._check_cancelled(cancel)
        except RingAuthError:
            self.conclude(signed_in=False)
            raise
        return untrusted_answer

    def offer(self, untrusted_address: str) -> bool:
        """Take the address that a browser ended on; True if it is the answer."""
        endpoint = self._endpoint
        return endpoint is not None and endpoint.offer(untrusted_address)

    def conclude(self, signed_in: bool) -> None:
        """Tell the browser the outcome, then close the port.

        Takes no time when the browser has asked already or none was seen; otherwise it
        has a moment to ask, which ends with the port closed within two seconds.
        """
        if self._endpoint is not None:
            self._endpoint.conclude(signed_in)
        self._finish(self._limits.farewell_seconds)

    def close(self) -> None:
        """Close the port at once; may be called at any time, and again."""
        self._finish(0.0)

    def _start(
        self, is_answer: IsAnswer
    ) -> tuple[RedirectionEndpoint, threading.Thread]:
        with self._lock:
            if self._server is None:
                raise ListenerFailed("not open")
            endpoint = RedirectionEndpoint(
                self._uri, self._pages, self._limits, is_answer
            )
            thread = threading.Thread(
                target=self._serve,
                args=(self._server, endpoint),
                name="loopback-receiver",
                daemon=True,
            )
            self._endpoint = endpoint
            thread.start()
            self._thread = thread
        return endpoint, thread

    def _serve(self, server: LoopbackServer, endpoint: RedirectionEndpoint) -> None:
        try:
            server.serve(endpoint)
        except Exception as error:  # noqa: BLE001 - a thread's edge; wait() raises it
            self._failure = error

    def _check_waiting(
        self, thread: threading.Thread, cancel: threading.Event, deadline: float
    ) -> None:
        self._check_cancelled(cancel)
        if not thread.is_alive():
            raise self._failure or OperationCancelled
        if time.monotonic() >= deadline:
            raise AuthorizationTimedOut

    @staticmethod
    def _check_cancelled(cancel: threading.Event) -> None:
        if cancel.is_set():
            raise OperationCancelled

    def _finish(self, seconds: float) -> None:
        with self._lock:
            server, thread = self._server, self._thread
            if server is None:
                return
            server.finish(seconds)
            if thread is None:
                server.close()
                return
        thread.join(seconds + _JOIN_SECONDS)

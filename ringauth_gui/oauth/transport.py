"""The one door to the network: every HTTP request of RingAuth passes here (R9)."""

import http.client
import logging
import os
import platform
import re
import socket
import threading
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from urllib.parse import urlencode

import requests
from urllib3.exceptions import HTTPError

from ringauth_gui.errors import AnswerTooLarge, NetworkError, OperationCancelled
from ringauth_gui.moment import Clock, Moment
from ringauth_gui.oauth.abortable_call import CONNECT_SECONDS, AbortableCall
from ringauth_gui.oauth.connection import LifelineAdapter
from ringauth_gui.oauth.connection_failure import network_error
from ringauth_gui.oauth.exchange import (
    Exchange,
    HttpRequest,
    HttpResponse,
    RecordExchange,
)
from ringauth_gui.oauth.lifeline import Lifeline, LookUp
from ringauth_gui.oauth.proxies import proxy_for
from ringauth_gui.oauth.server_date import clock_difference
from ringauth_gui.oauth.url_parts import authority_of, host_of

MAX_ANSWER_BYTES = 1024 * 1024
_STEP = 16 * 1024  # decompressed at a time, so that a bomb stops at the limit
_AFTER_DEADLINE = 1.0  # for one read, should cutting the connection not end it
_FOREIGN_ERRORS = (OSError, HTTPError, http.client.HTTPException)
_UNEXPECTED = "it stopped for a reason that RingAuth did not expect"
_log = logging.getLogger(__name__)


def user_agent(version: str, system: str = "", release: str = "") -> str:
    """Return ``RingAuth/<version> (<system> <release>)`` in plain ASCII.

    Of the running system's release only the number is told, such as ``6.1``.
    """
    if not system:
        mac = platform.mac_ver()[0]
        system = "macOS" if mac else platform.system()
        release = mac or platform.release()
    number = re.match(r"[0-9]+(\.[0-9]+)?", release)
    details = f"{system} {number.group() if number else ''}".strip()
    return re.sub("[^ -~]", "", f"RingAuth/{version} ({details})")


class HttpTransport:
    """Sends each request within a total deadline, to one host and never on from there.

    Certificates are those that the system trusts; bundles named for other programs by
    REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE do not count. On Linux the system's own trust
    includes what SSL_CERT_FILE and SSL_CERT_DIR tell OpenSSL.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        clock: Clock,
        record: RecordExchange,
        environ: Mapping[str, str] = os.environ,
        look_up: LookUp = socket.getaddrinfo,
    ) -> None:
        """Take what every request needs.

        Args:
            user_agent: Sent with every request; see the function of that name.
            clock: Tells when a request was sent.
            record: Given every exchange, answered or not, exactly once.
            environ: Where a proxy may be named.
            look_up: Finds the addresses of a host, like ``socket.getaddrinfo``.
        """
        self._user_agent = user_agent
        self._clock = clock
        self._record = record
        self._environ = environ
        self._look_up = look_up
        # It quotes addresses and unreadable headers, at DEBUG and even at WARNING.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def send(
        self, request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        """Return the answer, whatever its status; a redirect is not followed.

        Raises:
            NetworkError: No whole answer came; HostNotFound, TlsFailure, ServerTooSlow
                and AnswerTooLarge say why.
            OperationCancelled: ``cancel`` was set before the answer was there.
        """
        outgoing = self._prepared(request)
        sent, lifeline = self._clock(), Lifeline(self._look_up)
        response: HttpResponse | None = None
        failure: str | None = _UNEXPECTED
        try:
            response = self._answer(request, outgoing, lifeline, sent, cancel)
            failure = None
        except NetworkError as error:
            failure = error.reason
            raise
        except OperationCancelled:
            failure = "cancelled"
            raise
        finally:
            watch = lifeline.watch
            self._remember(
                Exchange(
                    request=request,
                    request_headers=dict(outgoing.headers),
                    sent=sent,
                    timings=watch.timings,  # before the seconds, their sum at least
                    seconds=watch.seconds,
                    response=response,
                    failure=failure,
                )
            )
        return response

    def _prepared(self, request: HttpRequest) -> requests.PreparedRequest:
        headers = {
            "Host": authority_of(request.url),
            "User-Agent": self._user_agent,
            "Accept": "application/json",
            "Accept-Language": "en-US",
            "Accept-Encoding": "gzip, deflate",
            **request.headers,
        }
        body = None
        if request.form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(request.form)
        return requests.Request(
            request.method, request.url, headers=headers, data=body
        ).prepare()

    def _answer(
        self,
        request: HttpRequest,
        outgoing: requests.PreparedRequest,
        lifeline: Lifeline,
        sent: Moment,
        cancel: threading.Event | None,
    ) -> HttpResponse:
        host = host_of(request.url)
        proxy = proxy_for(request.url, self._environ)

        def exchange() -> HttpResponse:
            try:
                return _exchange(
                    outgoing, proxy, lifeline, request.total_seconds, sent, self._clock
                )
            except _FOREIGN_ERRORS as error:
                # Without the cause, whose text may quote a proxy's password.
                is_connected = lifeline.watch.is_connected
                raise network_error(host, error, is_connected=is_connected) from None

        return AbortableCall(exchange, lifeline).outcome(
            host, request.total_seconds, cancel
        )

    def _remember(self, exchange: Exchange) -> None:
        try:
            self._record(exchange)
        except Exception as error:  # noqa: BLE001 - the log must not break the work
            _log.warning("An exchange was not recorded: %s", type(error).__name__)


def _exchange(
    outgoing: requests.PreparedRequest,
    proxy: str | None,
    lifeline: Lifeline,
    seconds: float,
    sent: Moment,
    clock: Clock,
) -> HttpResponse:
    with closing(LifelineAdapter(lifeline)) as adapter:
        answer = adapter.send(
            outgoing,
            timeout=(min(CONNECT_SECONDS, seconds), seconds + _AFTER_DEADLINE),
            proxies={"https": proxy} if proxy else None,
        )
        lifeline.watch.answered()
        received = clock()
        with closing(answer.raw):
            body = _body(answer)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    response = HttpResponse(answer.status_code, headers, body, sent)
    ahead = clock_difference(answer.url, response, received)
    return replace(response, sent=replace(sent, ahead=ahead))


def _body(answer: requests.Response) -> bytes:
    body = bytearray()
    for part in answer.raw.stream(_STEP, decode_content=True):
        body += part
        if len(body) > MAX_ANSWER_BYTES:
            host = host_of(answer.url)
            raise AnswerTooLarge(host, f"more than {MAX_ANSWER_BYTES} bytes")
    return bytes(body)

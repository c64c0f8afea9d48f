"""The client's redirection endpoint: who is the answer, and what each visitor is told.

RFC 6749 section 3.1.2. No sockets and no waiting here; both threads may call.
"""

import secrets
import threading
from collections.abc import Callable
from http import HTTPStatus

import h11

from ringauth_gui.oauth.callback_pages import (
    ResultPages,
    page_response,
    see_other,
    without_body,
)
from ringauth_gui.oauth.callback_request import (
    BrowserVisit,
    RefusedRequest,
    browser_visit,
    pasted_visit,
)
from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from ringauth_gui.oauth.redirect_uri import RedirectUri

IsAnswer = Callable[[str], bool]

_RESULT_BYTES = 16
_TOO_LARGE = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE


class RedirectionEndpoint:
    """One attempt's endpoint: the first genuine answer counts, and only that (R4).

    Attributes:
        answered: Set once the answer is there.
        result_path: Where the browser that brought it is sent.
    """

    def __init__(
        self,
        uri: RedirectUri,
        pages: ResultPages,
        limits: LoopbackLimits,
        is_answer: IsAnswer,
    ) -> None:
        """Let ``is_answer`` judge the queries, one at a time.

        It is asked after the answer too: a browser that comes again with a genuine one
        is sent to the outcome, although that answer changes nothing.
        """
        self._uri = uri
        # Unguessable: whoever asked there in the browser's place would be told the
        # outcome, and the port could close before the browser has asked.
        own = secrets.token_urlsafe(_RESULT_BYTES)
        self.result_path = f"{uri.path.rstrip('/')}/result/{own}"
        self._pages = pages
        self._limits = limits
        self._is_answer = is_answer
        self._lock = threading.Lock()
        self._untrusted_answer: str | None = None
        self._signed_in: bool | None = None
        self._browsers_owed = 0
        self.answered = threading.Event()

    @property
    def untrusted_answer(self) -> str | None:
        """The query of the one genuine answer, once it is there."""
        return self._untrusted_answer

    @property
    def outcome_owed(self) -> bool:
        """Whether a browser was sent to the result page that has not been given it."""
        return self._browsers_owed > 0

    def offer(self, untrusted_address: str) -> bool:
        """Take a pasted address; True if it is the answer."""
        visit = pasted_visit(untrusted_address, self._uri, self._limits)
        return visit is not None and self._is_genuine(visit)

    def conclude(self, signed_in: bool) -> None:
        """Make the outcome known to those who ask for the result page."""
        self._signed_in = signed_in

    def respond(self, request: h11.Request) -> bytes | None:
        """Return the response, None to be asked again when the outcome is known."""
        try:
            visit = browser_visit(request, self._uri.authority, self._limits)
            if visit.path == self.result_path and visit.untrusted_query is None:
                return self._result()
            return self._callback(visit)
        except RefusedRequest as refused:
            page = self._refusal(refused.status)
            return without_body(page) if request.method == b"HEAD" else page

    def malformed(self, *, is_too_large: bool) -> bytes:
        """Return the response to what is not HTTP, or has too many headers."""
        if is_too_large:
            return page_response(_TOO_LARGE, self._pages.too_large)
        return self._refusal(HTTPStatus.BAD_REQUEST)

    def overdue(self) -> bytes:
        """Return the response to whoever waited too long for the outcome."""
        return page_response(HTTPStatus.OK, self._pages.finished)

    def _refusal(self, status: HTTPStatus) -> bytes:
        return page_response(status, self._pages.refused)

    def _callback(self, visit: BrowserVisit) -> bytes:
        if visit.path != self._uri.path:
            raise RefusedRequest(HTTPStatus.NOT_FOUND)
        if self._is_genuine(visit):
            self._browsers_owed += 1
            # The browser leaves the address that holds the code at once (R6).
            return see_other(self.result_path)
        if self.answered.is_set():
            return page_response(HTTPStatus.GONE, self._pages.finished)
        raise RefusedRequest(HTTPStatus.FORBIDDEN)

    def _is_genuine(self, visit: BrowserVisit) -> bool:
        query = visit.untrusted_query
        if visit.path != self._uri.path or query is None:
            return False
        with self._lock:
            genuine = self._is_answer(query)
            if genuine and self._untrusted_answer is None:
                self._untrusted_answer = query
                self.answered.set()
        return genuine

    def _result(self) -> bytes | None:
        if not self.answered.is_set():
            raise RefusedRequest(HTTPStatus.NOT_FOUND)
        if self._signed_in is None:
            return None
        self._browsers_owed = max(0, self._browsers_owed - 1)
        page = self._pages.signed_in if self._signed_in else self._pages.not_signed_in
        return page_response(HTTPStatus.OK, page)

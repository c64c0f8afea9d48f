"""Answers requests in memory, in the order that a test scripts."""

import json
from collections.abc import Mapping

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse

SENT = Moment(1_750_000_000.0, 1000.0)


def response(
    body: bytes | str | object = b"",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    sent: Moment = SENT,
) -> HttpResponse:
    """Return an answer; what is neither bytes nor text is written as JSON."""
    if isinstance(body, str):
        body = body.encode()
    if not isinstance(body, bytes):
        body = json.dumps(body).encode()
    return HttpResponse(status, headers or {}, body, sent)


class ScriptedSend:
    """A ``Send`` that gives the n-th answer to the n-th request.

    Attributes:
        requests: What was asked, in order.
    """

    def __init__(self, *answers: HttpResponse | Exception) -> None:
        """Take an answer, or an error to raise, for each request."""
        self._answers = list(answers)
        self.requests: list[HttpRequest] = []

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Record ``request`` and answer it; one too many fails the test."""
        self.requests.append(request)
        assert self._answers, f"one request too many: {request.url}"
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

"""Carries requests straight to the practice server's rules, and loses answers."""

import enum
import json
import threading
from collections.abc import Callable

from ringauth_gui.errors import NetworkError
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.rules import Rules


class Loss(enum.Enum):
    """What happens to a request on its way."""

    NOTHING = enum.auto()
    REQUEST = enum.auto()
    ANSWER = enum.auto()


class PracticeSend:
    """A ``SendRequest`` to rules with a clock of the test's own, without HTTP.

    Attributes:
        loss: What happens to the next request.
        sent: The path of every request that arrived.
        delivered: Every refresh token that an answer brought.
    """

    def __init__(self, rules: Rules, clock: Clock) -> None:
        self._rules = rules
        self._clock = clock
        self.loss = Loss.NOTHING
        self.sent: list[str] = []
        self.delivered: set[str] = set()

    def __call__(
        self, request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        assert cancel is None or not cancel.is_set()
        loss, self.loss = self.loss, Loss.NOTHING
        if loss is Loss.REQUEST:
            raise NetworkError("practice", "the connection was cut")
        path = request.url.rpartition("/")[2]
        self.sent.append(path)
        answer = self._answer(path, request)
        if loss is Loss.ANSWER:
            raise NetworkError("practice", "the connection was cut")
        if path == "token" and answer.status == 200:
            self.delivered.add(json.loads(answer.body)["refresh_token"])
        return answer

    def _answer(self, path: str, request: HttpRequest) -> HttpResponse:
        form = request.form or {}
        if path == "token":
            return self._respond(
                lambda: _members(self._rules.refresh(PUBLIC_APP, form["refresh_token"]))
            )
        if path == "revoke":
            return self._respond(lambda: self._rules.revoke(PUBLIC_APP, form["token"]))
        bearer = request.headers["Authorization"].removeprefix("Bearer ")
        return self._respond(
            lambda: {"id": self._rules.use(bearer).person.extension_id}, refused=401
        )

    def _respond(
        self, answer: Callable[[], object], refused: int = 400
    ) -> HttpResponse:
        try:
            status, body = 200, answer()
        except Refused as error:
            status = refused
            body = {
                "error": "invalid_grant",
                "errors": [{"errorCode": error.reason.code}],
            }
        content = b"" if body is None else json.dumps(body).encode()
        return HttpResponse(status, {}, content, self._clock())


def _members(issued: IssuedTokens) -> dict[str, object]:
    return {
        "access_token": issued.access_token,
        "token_type": "bearer",
        "expires_in": issued.expires_in,
        "refresh_token": issued.refresh_token,
        "refresh_token_expires_in": issued.refresh_token_expires_in,
        "owner_id": str(issued.grant.person.extension_id),
        "session_id": issued.session_id,
    }

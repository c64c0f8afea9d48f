"""What each fault makes of an answer, or answers in its place."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Response, request
from typing_extensions import override

from ringauth_gui.practice.answers import (
    empty_answer,
    json_answer,
    refusal_answer,
    refusal_page_or_json,
)
from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.redirect_answer import ACCESS_DENIED
from ringauth_gui.practice.refusals import GRANT_NOT_FOUND, RATE_EXCEEDED, Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PORTAL = (
    "<!doctype html><title>Guest network</title><h1>Guest network</h1>"
    "<p>Accept the terms of use before you go on.</p>"
)
_GATEWAY = (
    "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>"
    "<p>The proxy could not reach the server.</p>"
)
_ERROR = "<!doctype html><title>500</title><h1>Internal Server Error</h1>"
# A name that nobody can have (RFC 2606): who follows it reaches nothing.
_ELSEWHERE = "https://elsewhere.example/restapi/oauth/token"
_SOMEBODY_ELSE = "256449999"


class NoAnswer(Response):
    """Closes the connection without a word."""

    @override
    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Break off, as werkzeug's server understands it."""
        raise ConnectionAbortedError


def _too_many(fault: Fault) -> Response:
    answer = refusal_answer(Refused(RATE_EXCEEDED))
    if fault.amount is not None:
        answer.headers["Retry-After"] = str(fault.amount)
    return answer


def _maintenance(fault: Fault) -> Response:
    answer = json_answer(
        {"error": "service_unavailable", "error_description": "Limited mode"}, 503
    )
    if fault.amount is not None:
        answer.headers["Retry-After"] = str(fault.amount)
    return answer


def _refuse(fault: Fault) -> Response:
    is_oauth = request.path.startswith("/restapi/oauth/")
    refused = CODED_ERRORS[fault.code or ""].refused(is_oauth=is_oauth)
    return refusal_page_or_json(refused)


def _elsewhere(_fault: Fault) -> Response:
    return Response(status=307, headers={"Location": _ELSEWHERE})


def _junk(_fault: Fault) -> Response:
    return Response(b"\xff\xfe\x00{]", mimetype="application/json")


INSTEAD: Mapping[str, Callable[[Fault], Response]] = {
    "down": lambda _: NoAnswer(),
    "too-many": _too_many,
    "too-many-silent": _too_many,
    "error-500": lambda _: Response(_ERROR, status=500),
    "error-503": _maintenance,
    "error-503-silent": _maintenance,
    "portal": lambda _: Response(_PORTAL),
    "bad-gateway": lambda _: Response(_GATEWAY, status=502),
    "json-array": lambda _: json_answer(["access_token"]),
    "junk": _junk,
    "empty": lambda _: empty_answer(),
    "redirect": _elsewhere,
    "refuse": _refuse,
    "invalid-grant": lambda _: refusal_answer(Refused(GRANT_NOT_FOUND)),
}


def _deny(_fault: Fault, answer: Response) -> Response:
    """Turn the way back with a code into one with a refusal."""
    parts = urlsplit(answer.headers.get("Location", ""))
    carried = dict(parse_qsl(parts.query))
    if "code" not in carried:
        return answer
    kept = {name: carried[name] for name in ("state", "iss") if name in carried}
    query = urlencode(ACCESS_DENIED | kept)
    answer.headers["Location"] = parts._replace(query=query).geturl()
    return answer


def _cut(_fault: Fault, answer: Response) -> Response:
    body = answer.get_data()
    answer.set_data(body[: len(body) // 2])
    return answer


def _without(name: str) -> Callable[[Fault, Response], Response]:
    def change(_fault: Fault, answer: Response) -> Response:
        return _edited(answer, lambda body: body.pop(name, None))

    return change


def _expire_soon(fault: Fault, answer: Response) -> Response:
    return _edited(answer, lambda body: body.update(expires_in=fault.amount))


def _other_owner(_fault: Fault, answer: Response) -> Response:
    return _edited(answer, lambda body: body.update(owner_id=_SOMEBODY_ELSE))


def _wrong_clock(fault: Fault, answer: Response) -> Response:
    answer.date = datetime.now(UTC) + timedelta(minutes=fault.amount or 0)
    return answer


def _edited(answer: Response, edit: Callable[[dict[str, Any]], object]) -> Response:
    """Change the members of a token answer; a refusal stays as it is."""
    body = answer.get_json(silent=True) if answer.is_json else None
    if isinstance(body, dict) and "access_token" in body:
        edit(body)
        answer.set_data(json.dumps(body))
    return answer


AFTERWARDS: Mapping[str, Callable[[Fault, Response], Response]] = {
    "deny": _deny,
    "expire-soon": _expire_soon,
    "lost-answer": lambda *_: NoAnswer(),
    "cut-json": _cut,
    "no-access-token": _without("access_token"),
    "no-expires-in": _without("expires_in"),
    "other-owner": _other_owner,
    "wrong-clock": _wrong_clock,
}

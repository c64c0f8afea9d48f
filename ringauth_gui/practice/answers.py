"""Answers as RingCentral writes them: JSON, headers, error pages."""

import json
import uuid
from datetime import UTC, datetime

from flask import Response, g, render_template, request
from werkzeug.exceptions import HTTPException, NotFound

from ringauth_gui.practice.rate_limit import Allowance
from ringauth_gui.practice.refusals import (
    NO_BEARER,
    UNKNOWN_API_PATH,
    UNKNOWN_PATH,
    Refused,
)

_REALM = 'realm="RingCentral REST API"'
_CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)


def json_answer(body: object, status: int = 200) -> Response:
    """An answer of the API."""
    return Response(json.dumps(body), status=status, mimetype="application/json")


def empty_answer() -> Response:
    """200 without a body, as a revocation is answered."""
    answer = Response(status=200)
    del answer.headers["Content-Type"]
    return answer


def page_answer(
    template: str, *, status: int = 200, form_target: str = "", **values: object
) -> Response:
    """A page for the browser; ``form_target`` is where its form may lead in the end."""
    answer = Response(render_template(template, **values), status=status)
    answer.headers["Content-Security-Policy"] = (
        f"{_CONTENT_POLICY} {form_target}".strip()
    )
    return answer


def refusal_answer(refused: Refused) -> Response:
    """The JSON answer to a refused request."""
    answer = json_answer(refused.body(), refused.reason.status)
    if refused.reason.status == 401:  # noqa: PLR2004 - the plainest name it has
        answer.headers["WWW-Authenticate"] = _challenge(refused)
    return answer


def refusal_page_or_json(refused: Refused) -> Response:
    """The answer at the authorization endpoint: a page for a browser, else JSON."""
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    if best != "text/html":
        return refusal_answer(refused)
    return page_answer(
        "refused.html",
        status=refused.reason.status,
        title="This sign-in cannot go on",
        message=refused.message,
        code=refused.reason.code,
    )


def http_error_answer(error: HTTPException) -> Response:
    """What Flask refuses by itself: unknown paths, wrong methods, long bodies."""
    if isinstance(error, NotFound):
        is_api = request.path.startswith("/restapi/")
        return refusal_answer(Refused(UNKNOWN_API_PATH if is_api else UNKNOWN_PATH))
    answer = Response(error.name, status=error.code, mimetype="text/plain")
    for name, value in error.get_headers():
        if name == "Allow":
            answer.headers[name] = value
    return answer


def keep_allowance(allowance: Allowance) -> None:
    """Have the limit's headers on this request's answer, whatever it is."""
    g.allowance = allowance


def add_headers(answer: Response) -> Response:
    """Add what stands on every answer."""
    answer.date = datetime.now(UTC)
    answer.headers["RCRequestId"] = str(uuid.uuid4())
    answer.headers["RoutingKey"] = "SJC11P01PAS00"
    answer.headers["Content-Language"] = "en-US"
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Pragma"] = "no-cache"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers.setdefault("Referrer-Policy", "no-referrer")
    answer.headers.setdefault("Content-Security-Policy", _CONTENT_POLICY)
    allowance: Allowance | None = g.get("allowance")
    if allowance is not None:
        answer.headers.update(allowance.headers)
    return answer


def _challenge(refused: Refused) -> str:
    """The ``WWW-Authenticate`` value (RFC 6749 section 5.2, RFC 6750 section 3)."""
    if refused.reason.error is not None:
        return f"Basic {_REALM}"
    if refused.reason is NO_BEARER:
        return f"Bearer {_REALM}"
    error = "invalid_token" if refused.reason.top_code else "invalid_request"
    return f'Bearer {_REALM}, error="{error}", error_description="{refused.message}"'

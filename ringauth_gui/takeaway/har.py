"""Exchanges as an HTTP Archive, version 1.2, as browsers' developer tools open it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from ringauth_gui.oauth.exchange import Exchange, Timings
from ringauth_gui.oauth.plain_text import with_escapes
from ringauth_gui.takeaway.hiding import Hiding
from ringauth_gui.takeaway.wire import (
    GIVEN_UP,
    WireField,
    WireRequest,
    WireResponse,
    wire_request,
    wire_response,
)

VERSION = "1.2"
_UNKNOWN = -1  # what the format says for a size or a time that is not known
_HTTP = "HTTP/1.1"
_BEGINNING = "This is the beginning of it."
_IN_BROWSER = "The browser was sent there; RingAuth does not see its answer."

Members = Mapping[str, object]


def har_parts(
    exchanges: Iterable[Exchange], hiding: Hiding, program_version: str
) -> Iterator[str]:
    """Yield the archive's text in parts, one an exchange, so that any log can be saved.

    Args:
        exchanges: From the first to the last.
        hiding: Says what stands in place of secrets.
        program_version: RingAuth's, for ``creator``.
    """
    creator = {"name": "RingAuth", "version": program_version}
    head = {"version": VERSION, "creator": creator, "pages": []}
    yield f'{{"log": {_text(head)[:-1]}, "entries": ['
    separator = "\n"
    for exchange in exchanges:
        yield f"{separator}{_text(_entry(exchange, hiding))}"
        separator = ",\n"
    yield "\n]}}\n"


def _text(members: Members) -> str:
    # With escapes it is the same JSON: for half a surrogate pair of a server's, which
    # no file takes, and for what would not look like what it is.
    return with_escapes(json.dumps(members, ensure_ascii=False))


def _entry(exchange: Exchange, hiding: Hiding) -> Members:
    request = wire_request(exchange, hiding)
    response = exchange.response
    told = None if response is None else wire_response(response, hiding)
    comments = (
        exchange.request.note,
        exchange.failure and hiding.text(exchange.failure),
        _IN_BROWSER if exchange.in_browser else "",
    )
    return {
        "startedDateTime": _time(exchange.sent.wall),
        "time": round(exchange.seconds * 1000, 3),
        "request": _request(request),
        "response": _no_response() if told is None else _response(told),
        "cache": {},
        "timings": _timings(exchange.timings, exchange.seconds),
        "comment": " · ".join(filter(None, comments)),
    }


def _request(request: WireRequest) -> Members:
    members: dict[str, object] = {
        "method": request.method,
        "url": request.url,
        "httpVersion": _HTTP,
        "cookies": [],
        "headers": _pairs(request.headers),
        "queryString": _pairs(request.query),
        "headersSize": _UNKNOWN,
        "bodySize": len(request.body.encode()),
    }
    if request.form is not None:
        # Params alone: a text beside them may not be there (HAR 1.2, postData).
        members["postData"] = {
            "mimeType": "application/x-www-form-urlencoded",
            "params": _pairs(request.form),
        }
    return members


def _response(response: WireResponse) -> Members:
    headers = {each.name: each.value for each in response.headers}
    content = {
        "size": response.size,
        "mimeType": headers.get("content-type", ""),
        "text": response.body,
    }
    if response.is_cut or response.is_given_up:
        content["comment"] = _BEGINNING if response.is_cut else GIVEN_UP
    return {
        "status": response.status,
        "statusText": response.reason,
        "httpVersion": _HTTP,
        "cookies": [],
        "headers": _pairs(response.headers),
        "content": content,
        "redirectURL": headers.get("location", ""),
        "headersSize": _UNKNOWN,
        "bodySize": _UNKNOWN,  # before decompression
    }


def _no_response() -> Members:
    """Return what browsers write of a request that got no answer."""
    return {
        "status": 0,
        "statusText": "",
        "httpVersion": "",
        "cookies": [],
        "headers": [],
        "content": {"size": 0, "mimeType": ""},
        "redirectURL": "",
        "headersSize": _UNKNOWN,
        "bodySize": _UNKNOWN,
    }


def _timings(timings: Timings, seconds: float) -> Members:
    """Return the parts of the time; what is not known apart is told as waiting."""
    known = timings.connect is not None and timings.wait is not None
    wait = timings.wait if known else seconds - (timings.connect or 0.0)
    return {
        "blocked": _UNKNOWN,
        "dns": _UNKNOWN,
        "connect": _milliseconds(timings.connect),
        "ssl": _UNKNOWN,
        "send": 0,
        "wait": max(0.0, _milliseconds(wait)),
        "receive": max(0.0, _milliseconds(timings.read or 0.0)),
    }


def _milliseconds(seconds: float | None) -> float:
    return _UNKNOWN if seconds is None else round(seconds * 1000, 3)


def _pairs(fields: Iterable[WireField]) -> list[dict[str, str]]:
    return [{"name": each.name, "value": each.value} for each in fields]


def _time(wall: float) -> str:
    return datetime.fromtimestamp(wall, UTC).isoformat(timespec="milliseconds")

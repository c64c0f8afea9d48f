"""The two sides of an exchange as texts; no Qt."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ringauth_gui.gui.exchange_log import LogRow
from ringauth_gui.gui.wire_words import meaning
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.plain_text import with_escapes
from ringauth_gui.takeaway.hiding import Hiding
from ringauth_gui.takeaway.wire import WireField, reason, wire_request, wire_response

LONGEST = 64 * 1024  # characters of one side; a text view is slow with more
_NAME = re.compile(r'\s*"?(?P<name>[\w-]+)"?\s*[:=]')
_HIDDEN_HEADERS = frozenset(("connection", "accept", "accept-language"))


@dataclass(frozen=True)
class ExchangeText:
    """What is shown of an exchange.

    Attributes:
        request: The request, with a line for each header and parameter.
        answer_title: Such as ``Response · 200 OK · 88 ms``.
        answer: The response; for a request of the browser, what its parameters mean.
    """

    request: str
    answer_title: str
    answer: str


def exchange_text(row: LogRow, hiding: Hiding) -> ExchangeText:
    """Return both sides of the exchange in ``row``."""
    request = wire_request(row.exchange, hiding)
    if row.exchange.in_browser:
        parts = (
            f"GET {request.url.partition('?')[0]}",
            "",
            *_lines(request.query, "="),
        )
        meanings = (f"{each.name}: {meaning(each.name)}" for each in request.query)
        return ExchangeText("\n".join(parts), "What it asks for", "\n".join(meanings))
    head = f"{request.method} {request.target} HTTP/1.1"
    text = [head, *_lines(request.headers, ": "), "", *_lines(request.form or (), "=")]
    return ExchangeText(
        request=_cut("\n".join(text).rstrip()),
        answer_title=_answer_title(row.exchange),
        answer=_answer(row, hiding),
    )


def name_in(line: str) -> str:
    """Return what a line of such a text is about; empty where that is nothing."""
    found = _NAME.match(line)
    return found["name"] if found else ""


def _answer_title(exchange: Exchange) -> str:
    response, took = exchange.response, f"{round(exchange.seconds * 1000)} ms"
    if response is None:
        return f"No answer · {took}"
    status = f"{response.status} {reason(response.status)}".rstrip()
    return f"Response · {status} · {took}"


def _answer(row: LogRow, hiding: Hiding) -> str:
    response = row.exchange.response
    spent = _timings_text(row.exchange)
    if response is None:
        why = hiding.text(row.exchange.failure or "")
        return "\n".join(filter(None, (f"No whole answer came: {why}.", spent)))
    # What is not shown is not looked at either: a long answer would halt the window.
    told = wire_response(response, replace(hiding, longest=LONGEST))
    lines = (*_lines(told.headers, ": "), spent, "", told.laid_out)
    return _cut("\n".join(lines).rstrip(), is_cut=told.is_cut)


def _timings_text(exchange: Exchange) -> str:
    parts = exchange.timings
    known = (
        ("connect", parts.connect),
        ("wait", parts.wait),
        ("read", parts.read),
    )
    told = [
        f"{name} {seconds * 1000:.0f} ms"
        for name, seconds in known
        if seconds is not None
    ]
    return f"Time spent: {', '.join(told)}" if told else ""


def _lines(fields: Iterable[WireField], between: str) -> list[str]:
    return [
        f"{each.name}{between}{each.value}"
        for each in fields
        if each.name.lower() not in _HIDDEN_HEADERS
    ]


def _cut(text: str, *, is_cut: bool = False) -> str:
    """Return the beginning of ``text``, of which more may be left out already."""
    shown = with_escapes(text[:LONGEST])
    if len(text) <= LONGEST and not is_cut:
        return shown
    return f"{shown}\n[There is more. Save HAR… has all of it.]"
